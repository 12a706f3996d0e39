// The editor's rows of buttons: named in the desk's language, one stop of the Tab key each, arrows inside (ARIA
// Authoring Practices, "Toolbar"), pressed and disabled told to those who do not see.
import { gettext } from "./words.js";

const NAMES = {
  heading2: [gettext("Heading"), "Ctrl+Alt+2"],
  heading3: [gettext("Smaller heading"), "Ctrl+Alt+3"],
  heading4: [gettext("Smallest heading"), "Ctrl+Alt+4"],
  bulletList: [gettext("List"), "Ctrl+Shift+8"],
  orderedList: [gettext("Numbered list"), "Ctrl+Shift+7"],
  blockquote: [gettext("Quotation"), "Ctrl+Shift+B"],
  horizontalRule: [gettext("Line"), ""],
  paragraph: [gettext("Paragraph"), "Ctrl+Alt+0"],
  bold: [gettext("Bold"), "Ctrl+B"],
  italic: [gettext("Italic"), "Ctrl+I"],
  subscript: [gettext("Subscript"), "Ctrl+,"],
  superscript: [gettext("Superscript"), "Ctrl+."],
  note: [gettext("Note"), "Ctrl+Alt+F"],
  foreign: [gettext("Words in the other language"), "Ctrl+Alt+G"],
  link: [gettext("Link"), "Ctrl+K"],
  unlink: [gettext("Remove link"), ""],
  "history:undo": [gettext("Undo"), "Ctrl+Z"],
  "history:redo": [gettext("Redo"), "Ctrl+Shift+Z"],
  html: [gettext("HTML source"), ""],
};
// What the editor's own dialogs say (django-prose-editor, src/link.js, src/html.js and src/utils.js), so that it
// stands in the catalogue.
export const DIALOGS = [
  gettext("URL"),
  gettext("Title"),
  gettext("Edit Link"),
  gettext("Edit HTML"),
  gettext("Prettify"),
  gettext("Update"),
  gettext("Cancel"),
  gettext("The HTML contents of the editor. Note that the allowed HTML is restricted by the editor schema."),
];

/** Name the buttons of one editor and make its row a toolbar. */
export function dress(editor, label) {
  const bar = editor.view.dom.parentElement.querySelector(".prose-menubar");
  if (!bar) return;
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", label);
  const buttons = [...bar.querySelectorAll("button")];
  for (const button of buttons) {
    const [name, keys] = NAMES[button.dataset.name] ?? [];
    if (!name) continue;
    button.setAttribute("aria-label", name);
    button.title = keys ? `${name} (${keys})` : name;
  }
  const tell = () => {
    for (const button of buttons) {
      set(button, "aria-disabled", button.classList.contains("disabled"));
      set(button, "aria-pressed", button.classList.contains("active"));
    }
    if (hidden(current)) enter(buttons.find((button) => !hidden(button)));
  };
  const enter = (button) => {
    current = button;
    for (const each of buttons) each.tabIndex = each === current ? 0 : -1;
  };
  let current = buttons[0];
  enter(current);
  tell();
  editor.on("transaction", tell);
  bar.addEventListener("focusin", ({ target }) => buttons.includes(target) && enter(target));
  bar.addEventListener("keydown", (event) => {
    const row = buttons.filter((button) => !hidden(button));
    const step = { ArrowRight: 1, ArrowLeft: -1, Home: -row.length, End: row.length }[event.key];
    if (!step) return;
    event.preventDefault();
    const at = row.indexOf(current);
    const wrapped = Math.abs(step) === 1 ? (at + step + row.length) % row.length : step < 0 ? 0 : row.length - 1;
    row[wrapped].focus();
  });
}

const hidden = (button) => button.classList.contains("hidden");

function set(button, attribute, value) {
  if (button.getAttribute(attribute) !== String(value)) button.setAttribute(attribute, value);
}
