// Says every fifteen seconds which language of the article is being written here, and shows who else is there.
import { call } from "./calls.js";

const HEARTBEAT = 15000; // a third of what articles/models/desk.py waits for

const bar = document.querySelector(".keeping[data-presence]");
const here = bar?.querySelector(".others-here");
let language = "";

async function beat() {
  if (document.hidden) return;
  const { user, address, presence } = bar.dataset;
  const { kind, answer } = await call(presence, [["language", language]], { user, renewal: address });
  const words = kind === "ok" ? answer.others.join(" ") : here.textContent;
  if (here.textContent !== words) here.textContent = words;
}

function look({ target }) {
  const found = target.closest?.("#article_form [lang]")?.lang;
  if (!found || found === language) return;
  language = found;
  beat();
}

if (bar) {
  document.addEventListener("focusin", look);
  document.addEventListener("visibilitychange", beat);
  setInterval(beat, HEARTBEAT);
  beat();
}
