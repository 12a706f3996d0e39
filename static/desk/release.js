// The dialog of a release, and that of moving one: says in UTC what the clock of a place says, and on the button what
// will happen. Without this script the server says both.
"use strict";

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

/** What the clocks of a zone show at a moment, as milliseconds that would be UTC if the zone were. */
function shown(moment, zone) {
  const format = new Intl.DateTimeFormat("en-CA", {
    timeZone: zone, hourCycle: "h23", year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", second: "2-digit",
  });
  const part = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second);
}

/** The moments at which the clocks of a zone show a day and a time: none in a gap, two in a fold. */
function moments(day, clock, zone) {
  const local = Date.parse(`${day}T${clock}Z`);
  if (Number.isNaN(local)) return null;
  const offsets = new Set([local - DAY, local, local + DAY].map((near) => shown(near, zone) - near));
  return [...offsets].map((offset) => local - offset).filter((moment) => shown(moment, zone) === local).sort((a, b) => a - b);
}

const utc = (moment) => `${new Date(moment).toISOString().slice(0, 16).replace("T", " ")} UTC`;
const fill = (words, values) => words.replace(/\{(\w+)\}/g, (_place, name) => values[name]);

function start(form) {
  const field = (name) => form.elements.namedItem(name);
  const [day, clock, zone, output] = [field("day"), field("clock"), field("zone"), form.querySelector("output")];
  const button = form.querySelector("button[data-now]");

  function sayUtc() {
    let found = null;
    try {
      found = moments(day.value, clock.value, zone.value);
    } catch {
      // A zone that this browser does not know: the server does.
    }
    if (found === null) output.textContent = "—";
    else if (found.length === 0) output.textContent = output.dataset.none;
    else output.textContent = found.length === 1 ? utc(found[0]) : fill(output.dataset.or, { first: utc(found[0]), second: utc(found[1]) });
  }

  function sayWhatWillHappen() {
    if (!button) return;
    const chosen = [...form.querySelectorAll('input[name="languages"]:checked')];
    const names = chosen.map((box) => box.closest("label").textContent.trim()).join(", ");
    const later = form.querySelector('input[name="when"]:checked')?.value === "later";
    const moment = `${day.value} ${clock.value} ${zone.value}`;
    if (!names) button.textContent = button.dataset.none;
    else button.textContent = fill(later ? button.dataset.later : button.dataset.now, { names, moment });
  }

  function later() {
    const radio = form.querySelector('input[name="when"][value="later"]');
    if (radio && (day.value || clock.value)) radio.checked = true;
  }

  const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if ("preset" in zone.dataset && [...zone.options].some((option) => option.value === own) && !day.value) zone.value = own;
  for (const one of [day, clock]) one.addEventListener("input", later);
  form.addEventListener("input", () => (sayUtc(), sayWhatWillHappen()));
  addEventListener("pageshow", () => (sayUtc(), sayWhatWillHappen())); // Back restores what was typed, after this ran
  sayUtc();
  sayWhatWillHappen();
}

for (const form of document.querySelectorAll("form.release-form")) start(form);
