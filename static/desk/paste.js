// What is pasted keeps its structure and drops its styling, whatever program it comes from: Word (desktop and online),
// Google Docs, LibreOffice, Telegram, a page of the web. A pure function from HTML to HTML.
import { linesOf } from "./paste_lines.js";
import { markUp } from "./paste_markup.js";
import { takeNotes } from "./paste_notes.js";

// The editor marks what was copied out of itself; that is clean already, and may be a part of a paragraph or list.
const OUR_OWN = /<[^>]+\sdata-pm-slice=/;

/** Return the HTML of a clipboard as the editor may take it in: paragraphs, headings, lists, quotations, notes. */
export function cleaned(html) {
  if (OUR_OWN.test(html)) return html;
  const { body } = new DOMParser().parseFromString(html, "text/html");
  return markUp(linesOf(body, takeNotes(body)));
}
