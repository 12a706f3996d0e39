// Keys. Letters go by their place on the keyboard, so that they work in a Russian layout too; what AltGr types is text.
import { inView, next } from "./languages.js";
import { goToTwin } from "./twins.js";

function press(selector) {
  const found = document.querySelector(selector);
  found?.click();
  return found;
}

const WITH_ALT = {
  KeyP: preview,
  Enter: () => press("a.release"),
  Slash: () => goToTwin(0) || next(),
  Period: () => goToTwin(1),
  Comma: () => goToTwin(-1),
};

// The preview of the language the cursor is in, else of the first there is one of.
function preview() {
  const language = document.activeElement?.lang || inView();
  press(`[data-preview="${language}"]`) ?? press("[data-preview]");
}

function save() {
  press('input[name="_continue"]') ?? press('input[name="_save"]');
}

function act(event) {
  const command = (event.ctrlKey || event.metaKey) && !event.getModifierState("AltGraph");
  if (document.querySelector("dialog[open]")) {
    if (command && !event.altKey && event.code === "KeyS") event.preventDefault();
    return;
  }
  if (command && !event.altKey && !event.shiftKey && event.code === "KeyS") {
    event.preventDefault();
    save();
  } else if (command && event.altKey && !event.shiftKey && WITH_ALT[event.code]) {
    event.preventDefault();
    event.stopPropagation();
    WITH_ALT[event.code]();
  } else if (event.key === "?" && !command && !event.altKey && !typing(event.target)) {
    event.preventDefault();
    list();
  }
}

const typing = (element) => element.isContentEditable || element.matches('input:not([type="checkbox"], [type="radio"]), textarea, select');

function list() {
  document.getElementById("keys")?.showModal();
}

/** Listen to the keys, and to the button that lists them. */
export function startKeys() {
  document.addEventListener("keydown", act, { capture: true });
  document.querySelector("button.keys")?.addEventListener("click", list);
}
