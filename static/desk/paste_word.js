// Word for the desktop: its lists are paragraphs with a style ("mso-list: l0 level2 lfo1") and a bullet or number typed
// before the text, between two conditional comments.

const NUMBER = /^\(?(?:(?:\d+\.)*(\d+)[.)]?|[a-zа-я]{1,2}[.)]|[ivxlcdm]+[.)])$/i;

/** Return the list item a paragraph of Word's is: `{item, skipped}`, or null; skipped holds the nodes of its sign. */
export function wordItem(paragraph, style) {
  const list = /\blevel(\d+)\b/.exec(style["mso-list"] ?? "");
  if (!list) return null;
  const skipped = signOf(paragraph);
  const sign = [...skipped].map((node) => (node.nodeType === Node.COMMENT_NODE ? "" : node.textContent)).join("");
  const number = NUMBER.exec(sign.replace(/[\s\u00a0]+/g, ""));
  const item = { level: Number(list[1]), ordered: Boolean(number), number: Number(number?.[1]) || null };
  return { item, skipped };
}

function signOf(paragraph) {
  const children = [...paragraph.childNodes];
  const is = (text) => (node) => node.nodeType === Node.COMMENT_NODE && node.data.includes(text);
  const from = children.findIndex(is("[if !supportLists]"));
  const to = children.findIndex(is("[endif]"));
  if (from >= 0 && to > from) return new Set(children.slice(from, to + 1));
  const ignored = paragraph.querySelector('[data-style*="mso-list:Ignore" i]');
  const sign = ignored && children.find((child) => child.contains(ignored));
  return new Set(sign ? [sign] : []);
}
