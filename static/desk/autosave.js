// Keeps what is typed into the form of an article: at the desk, and while the desk cannot be reached in the browser.
import { all, put, remove } from "./browser_copies.js";
import { call } from "./calls.js";
import { clock, showClocks } from "./clocks.js";

const IDLE = 1000; // milliseconds without a key, so that a text is kept within two seconds
const BUSY = 10000; // and whoever never pauses loses no more than this
const KEEPALIVE = 60000; // bytes that a browser still sends when a page has gone
const RETRY = 15000;

const bar = document.querySelector(".keeping[data-address]");
const { user, article, address } = bar.dataset;
const form = document.getElementById("article_form");
const page = document.querySelector("input[name=autosave_page]").value;
const kept = new Set(bar.dataset.parts.split(" "));
let last = parts();
const changed = new Set();
let timer = 0;
let since = 0; // when the oldest text that is not kept was typed
let typed = 0; // and the newest
let sending = false;

const version = () => form.elements.namedItem("opened_version").value;
const entries = () => [...changed].flatMap((part) => last.get(part) ?? []);

// What the form holds: the name of a part → its entries; the rows of an inline form ("bylines-0-role") are one part.
function parts() {
  const found = new Map([...kept].map((part) => [part, []]));
  for (const [name, value] of new FormData(form)) found.get(name.split("-")[0])?.push([name, value]);
  for (const [part, held] of found) if (!held.length && form.elements.namedItem(part)) held.push([part, ""]); // chosen: nothing
  return found;
}

function notice() {
  const now = parts();
  const found = [...kept].filter((part) => JSON.stringify(now.get(part)) !== JSON.stringify(last.get(part)));
  for (const part of found) changed.add(part);
  last = now;
  if (found.length) soon();
}

function soon() {
  typed = Date.now();
  since ||= typed;
  clearTimeout(timer);
  timer = setTimeout(keep, Math.max(0, Math.min(IDLE, since + BUSY - typed)));
}

async function keep({ leaving = false } = {}) {
  clearTimeout(timer);
  if (!since || sending) return;
  sending = true;
  const copy = { opened_version: version(), typed, entries: entries() };
  since = 0;
  const { kind, answer } = await send(page, copy, leaving);
  sending = false;
  if (kind === "ok") {
    if (!since) remove(user, article, page);
    say("kept", answer.at);
  } else {
    since ||= copy.typed;
    say(put(user, article, page, { opened_version: version(), typed, entries: entries() }) ? kind : "nowhere");
  }
  if (since) timer = setTimeout(keep, kind === "ok" ? IDLE : RETRY);
}

function send(from, { opened_version, typed, entries }, keepalive = false) {
  const age = Math.max(0, Math.round((Date.now() - typed) / 1000));
  const about = Object.entries({ page: from, opened_version, age });
  return call(address, [...entries, ...about], { user, renewal: address, keepalive });
}

function say(kind, at) {
  const words = bar.dataset[kind.replace(/-(.)/g, (_, letter) => letter.toUpperCase())].replace("{time}", at ? clock(at) : "");
  const line = bar.querySelector(".kept-when");
  if (line.textContent !== words) line.textContent = words; // once a minute is often enough for a voice
  line.classList.toggle("only-here", kind !== "kept");
  bar.querySelector(".log-in").hidden = kind !== "logged-out";
}

// A page that goes away may not live to see an answer: the browser's own copy is written first.
function leave() {
  if (!since && !sending) return;
  const copy = { opened_version: version(), typed, entries: entries() };
  put(user, article, page, copy);
  if (JSON.stringify(copy).length * 2 < KEEPALIVE) keep({ leaving: true });
}

// What this browser kept by itself is kept at the desk from now on, and offered from there.
async function handIn() {
  const copies = all(user, article);
  if (bar.dataset.sentBefore !== undefined) remove(user, article, page); // the form holds it, and more
  let handedIn = false;
  for (const [from, copy] of copies) {
    if (from === page && bar.dataset.sentBefore !== undefined) continue;
    if ((await send(from, copy)).kind !== "ok") continue;
    remove(user, article, from);
    handedIn = true;
    if (from === page) return location.reload();
  }
  if (handedIn) await offerAnew();
}

async function offerAnew() {
  const answer = await fetch(location.href, { redirect: "manual" });
  if (!answer.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector(".unsaved-notices");
  for (const input of fresh?.querySelectorAll("input[name=csrfmiddlewaretoken]") ?? []) {
    input.value = form.elements.namedItem("csrfmiddlewaretoken").value;
  }
  if (fresh) document.querySelector(".unsaved-notices").replaceWith(fresh);
  showClocks();
}

document.getElementById("content").append(bar); // at the lower edge of the window, and below the form at its end
document.addEventListener("input", notice);
document.addEventListener("diptych:change", notice);
document.addEventListener("formset:removed", notice);
django.jQuery(form).on("change", notice); // choosers (select2) tell jQuery alone
addEventListener("pagehide", leave);
addEventListener("focus", () => since && keep());
addEventListener("online", () => since && keep());
document.addEventListener("visibilitychange", () => (document.hidden ? leave() : since && keep()));
showClocks();
if (bar.dataset.sentBefore !== undefined) {
  for (const part of kept) changed.add(part);
  soon();
}
handIn();
