// Addresses of paragraphs: #full_text_ru-p3, as the worklist and the checks of a release write them (articles/admin/places.py).
import { editors, onEditor } from "./editors.js";
import { reveal } from "./languages.js";
import { putCursor } from "./twins.js";

const PLACE = /^#((?:short|full)_text_[a-z-]+?)(?:-p(\d+))?$/;

/** Go to the place the address names, as soon as its editor is there, and whenever the address changes. */
export function startPlaces() {
  addEventListener("hashchange", go);
  if (document.readyState === "complete") go();
  else addEventListener("load", go);
}

function go() {
  const [, name, number] = PLACE.exec(location.hash) ?? [];
  const field = name && document.getElementById(`id_${name}`);
  if (!field) return;
  reveal(field.lang);
  if (editors.has(name)) {
    arrive(editors.get(name), number);
    return;
  }
  field.focus(); // shown as source; or else its editor is still to come
  onEditor((editor, found) => found === name && arrive(editor, number));
}

// In the second frame: by then the editors have their buttons, and their paragraphs stand level.
function arrive(editor, number) {
  requestAnimationFrame(() => requestAnimationFrame(() => putCursor(editor, indexOf(editor, number))));
}

// A number counts paragraphs as readers' addresses do: lines and empty blocks are none.
function indexOf(editor, number) {
  const blocks = editor.state.doc.content.content;
  const counted = blocks.map((block, index) => (block.textContent.trim() ? index : -1)).filter((index) => index >= 0);
  return counted[Math.min(number ?? 1, counted.length) - 1] ?? 0;
}
