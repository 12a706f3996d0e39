// Reading pasted HTML: a flat list of lines, each a run of words with what is said about them. However a program nests
// its wrappers, and whether its lists are lists or paragraphs with a bullet typed before them, a line is a line.
import { appearance, declarations, hidden, isSpace } from "./paste_styles.js";
import { address } from "./paste_links.js";
import { wordItem } from "./paste_word.js";

const BLOCKS = new Set(
  ("ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM " +
    "H1 H2 H3 H4 H5 H6 HEADER HGROUP LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL").split(" "),
);
const DROPPED = new Set(
  ("AUDIO BUTTON CANVAS COLGROUP DEL HEAD IFRAME IMG INPUT LINK META NOSCRIPT OBJECT PICTURE SCRIPT SELECT STYLE SVG " +
    "TEMPLATE TEXTAREA TITLE VIDEO XML").split(" "),
);
const QUOTED = /\bMso(?:Intense)?Quote/;
const PLAIN = { level: 0, quote: false, item: null, list: null, bold: false, italic: false, raise: "", href: "", kept: false };

/** Return the lines of an element: `{level, quote, item, runs}`, level being that of a heading, or 0. */
export function linesOf(root, notes = new Map()) {
  const lines = [];
  let line = null;

  const say = (context, run) => {
    if (!line) lines.push((line = { level: context.level, quote: context.quote, item: context.item, runs: [] }));
    const { bold, italic, raise, href } = context;
    line.runs.push({ bold: bold && !context.level, italic, raise, href, ...run });
  };

  const read = (text, context) => {
    const parts = context.kept ? text.replace(/\r\n?/g, "\n").split("\n") : [text];
    parts.forEach((part, index) => {
      if (index) say(context, { break: true });
      const words = part.replace(/[\t\n\r\f ]+/g, " ");
      if (line ? words : words.trim()) say(context, { text: words });
    });
  };

  const walk = (node, context) => {
    if (node.nodeType === Node.TEXT_NODE) return read(node.data, context);
    if (node.nodeType !== Node.ELEMENT_NODE || DROPPED.has(node.tagName.toUpperCase()) || hidden(node)) return;
    if (notes.has(node)) return say(PLAIN, { note: linesOf(notes.get(node)).flatMap(spaced) });
    if (isSpace(node)) return read(" ", context);
    if (node.tagName === "BR") return line && say(context, { break: true });
    if (node.tagName === "HR") return lines.push((line = null) ?? { rule: true, quote: context.quote, runs: [] });
    if (node.tagName === "SMALL") return say(PLAIN, { note: linesOf(asPassage(node)).flatMap(spaced) });
    const block = BLOCKS.has(node.tagName);
    const { context: inner, skipped } = entered(node, context, block);
    if (block) line = null;
    for (const child of node.childNodes) if (!skipped.has(child)) walk(child, inner);
    if (block) line = null;
  };

  for (const child of root.childNodes) walk(child, { ...PLAIN });
  return lines;
}

const spaced = ({ runs }, index) => (index ? [{ text: " " }, ...runs] : runs);

function asPassage(small) {
  const passage = document.implementation.createHTMLDocument("").createElement("div");
  passage.append(...small.cloneNode(true).childNodes);
  return passage;
}

// What is known inside an element: what was known around it, and what its tag, class and style say.
function entered(node, around, block) {
  const style = declarations(node);
  const context = { ...around, ...appearance(node, style, around) };
  let skipped = new Set();
  if (node.tagName === "A") context.href = address(node.getAttribute("href")) || (node.hasAttribute("href") ? "" : around.href);
  if (!block) return { context, skipped };
  context.level = levelOf(node) || (node.tagName === "P" || node.tagName === "DIV" ? around.level : 0);
  context.quote ||= node.tagName === "BLOCKQUOTE" || QUOTED.test(node.className);
  if (node.tagName === "UL" || node.tagName === "OL") {
    const start = Number(node.getAttribute("start")) || 1;
    context.list = { depth: (around.list?.depth ?? 0) + 1, ordered: node.tagName === "OL", next: start };
  }
  if (node.tagName === "LI" && context.list) {
    const level = Number(node.dataset.ariaLevel || node.getAttribute("aria-level")) || context.list.depth;
    context.item = { level, ordered: context.list.ordered, number: context.list.next++ };
  }
  const marked = wordItem(node, style);
  if (marked) ({ skipped } = marked);
  if (marked && !context.level) context.item = marked.item;
  if (context.level) context.item = null;
  return { context, skipped };
}

function levelOf(node) {
  if (/^H[1-6]$/.test(node.tagName)) return Number(node.tagName[1]);
  if (node.getAttribute("role") === "heading") return Number(node.getAttribute("aria-level")) || 2;
  return node.className === "MsoTitle" ? 1 : 0;
}
