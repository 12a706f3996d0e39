// What is pasted keeps its structure and drops its styling, whatever program it comes from: Word (desktop and online),
// Google Docs, LibreOffice, Telegram, a page of the web. A pure function from HTML to HTML.
import { linesOf } from "./paste_lines.js";
import { markUp } from "./paste_markup.js";
import { takeNotes } from "./paste_notes.js";

// The editor marks what was copied out of itself; that is clean already, and may be a part of a paragraph or list.
const OUR_OWN = /<[^>]+\sdata-pm-slice=/;

// Under the page's content security policy a parser reports every style and handler it meets, also in a document that
// nobody will see. So they go, or take another name, before anything is parsed.
const UNSEEN = /<(style|script)\b[\s\S]*?<\/\1\s*>/gi;
const TAG = /<[a-z](?:"[^"]*"|'[^']*'|[^"'>])*>/gi;
const harmless = (tag) => tag.replace(/(\s)(style|on\w+)(\s*=)/gi, "$1data-$2$3");

/** Return the HTML of a clipboard as the editor may take it in: paragraphs, headings, lists, quotations, notes. */
export function cleaned(html) {
  if (OUR_OWN.test(html)) return html;
  const { body } = new DOMParser().parseFromString(html.replace(UNSEEN, "").replace(TAG, harmless), "text/html");
  return markUp(linesOf(body, takeNotes(body)));
}
