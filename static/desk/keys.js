// Keys. Letters go by their place on the keyboard, so that they work in a Russian layout too; what AltGr types is text.
import { next } from "./languages.js";
import { goToTwin } from "./twins.js";

const press = (selector) => document.querySelector(selector)?.click();

const WITH_ALT = {
  KeyP: () => press("[data-preview]"),
  Enter: () => press("a.release"),
  Slash: () => goToTwin(0) || next(),
  Period: () => goToTwin(1),
  Comma: () => goToTwin(-1),
};

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
