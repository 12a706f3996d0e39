// The rich-text fields of the form, and their editors as they come up.

const TEXTS = "textarea[lang][data-rich]"; // also those shown as source; see articles/admin/side_by_side.py
const found = new Map();
const waiting = [];

/** The editors so far: a Map from the name of a field's column to its Tiptap editor. */
export const editors = found;

/** Call back for every editor: those there are, and those to come. */
export function onEditor(callback) {
  waiting.push(callback);
  for (const [name, editor] of found) callback(editor, name);
}

/** Return the fields that have several languages: `{field, sides: [{name, language, textarea}]}`, in the page's order. */
export function fields() {
  const all = new Map();
  for (const textarea of document.querySelectorAll(TEXTS)) {
    const field = textarea.name.slice(0, -textarea.lang.length - 1);
    if (!all.has(field)) all.set(field, []);
    all.get(field).push({ name: textarea.name, language: textarea.lang, textarea });
  }
  return [...all].map(([field, sides]) => ({ field, sides })).filter(({ sides }) => sides.length > 1);
}

function register(editor, textarea) {
  if (found.has(textarea.name)) return;
  found.set(textarea.name, editor);
  textarea.closest(".prose-editor").dataset.field = textarea.name; // the wrapper: the editor reads its inside only
  for (const callback of waiting) callback(editor, textarea.name);
}

document.addEventListener("prose-editor:ready", ({ detail }) => register(detail.editor, detail.textarea));
for (const area of document.querySelectorAll(".prose-editor > .ProseMirror")) {
  if (area.editor) register(area.editor, area.parentElement.querySelector("textarea"));
}

document.addEventListener("input", ({ target }) => {
  if (!target.matches(TEXTS)) return;
  document.dispatchEvent(new CustomEvent("diptych:change", { detail: { field: target.name } }));
});
