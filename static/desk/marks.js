// What this site's texts hold beyond a rich-text editor's usual: notes, words in another language, and the marks that
// come with imported texts and are kept. Loaded by the editor; see articles/models/fields.py.
import { OrderedList as AnyOrderedList, Extension, Mark, Plugin } from "django-prose-editor/editor";

import { cleaned } from "./paste.js";
import { gettext } from "./words.js";

const EMPTY_LINES = /^(?:[^\S\n]*\n)+|(?:\n[^\S\n]*)+(?=\n)|(?:\n[^\S\n]*)+$/g;
const attribute = (name) => ({ [name]: { default: null, parseHTML: (element) => element.getAttribute(name) } });

// A priority above that of links (1000): a note holds links and emphasis, not the other way round.
const OUTSIDE = 1100;
const WITH_LANGUAGE = [
  ...["paragraph", "heading", "blockquote", "bulletList", "orderedList", "listItem", "horizontalRule"],
  ...["bold", "italic", "subscript", "superscript", "link", "note", "cite", "q", "abbr"],
];

/** A note, at the place it belongs to: `<small>`. */
export const Note = Mark.create({
  name: "note",
  priority: OUTSIDE,
  exitable: true,
  parseHTML: () => [{ tag: "small" }],
  renderHTML: ({ HTMLAttributes }) => ["small", HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return { "Mod-Alt-f": ({ editor }) => editor.commands.toggleMark("note") };
  },
  addMenuItems({ menu, buttons }) {
    menu.defineItem({
      name: "note",
      groups: "aside",
      button: buttons.material("sticky_note_2", gettext("note")),
      command: (editor) => editor.chain().focus().toggleMark("note").run(),
      active: (editor) => editor.isActive("note"),
    });
  },
});

/** Words in another language: `<span lang>`. The button marks them as being in the site's other language. */
export const Foreign = Mark.create({
  name: "foreign",
  priority: OUTSIDE - 50,
  exitable: true,
  addAttributes: () => attribute("lang"),
  parseHTML: () => [{ tag: "span[lang]" }],
  renderHTML: ({ HTMLAttributes }) => ["span", HTMLAttributes, 0],
  addGlobalAttributes: () => [
    { types: WITH_LANGUAGE, attributes: attribute("lang") },
    { types: ["link"], attributes: attribute("hreflang") },
  ],
  addCommands() {
    return {
      toggleForeign:
        () =>
        ({ editor, commands }) =>
          commands.toggleMark("foreign", editor.isActive("foreign") ? {} : { lang: otherLanguage(editor) }),
    };
  },
  addKeyboardShortcuts() {
    return { "Mod-Alt-g": ({ editor }) => editor.commands.toggleForeign() };
  },
  addMenuItems({ menu, buttons }) {
    menu.defineItem({
      name: "foreign",
      groups: "aside",
      button: buttons.material("translate", gettext("foreign words")),
      command: (editor) => editor.chain().focus().toggleForeign().run(),
      active: (editor) => editor.isActive("foreign"),
    });
  },
});

function otherLanguage(editor) {
  const own = editor.options.element.querySelector("textarea").lang;
  return [...document.querySelectorAll("textarea[lang]")].map((field) => field.lang).find((language) => language !== own);
}

const kept = (tag, attributes = {}) =>
  Mark.create({
    name: tag,
    addAttributes: () => attributes,
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
  });

export const Cite = kept("cite");
export const InlineQuotation = kept("q");
export const Abbreviation = kept("abbr", attribute("title"));

/** A numbered list knows where it starts; letters and Roman numbers are no part of this site's texts. */
export const OrderedList = AnyOrderedList.extend({
  addAttributes() {
    return { start: this.parent().start };
  },
});

/** What is pasted goes through paste.js; plain text comes a line a paragraph, without empty ones. */
export const Paste = Extension.create({
  name: "cleanPaste",
  transformPastedHTML: (html) => cleaned(html),
  addProseMirrorPlugins: () => [new Plugin({ props: { transformPastedText: (text) => text.replace(EMPTY_LINES, "") } })],
});
