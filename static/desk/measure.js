// Measuring texts by the rules of articles/texts/measure.py and articles/texts/blocks.py. Pure functions.

const BLOCKS = new Set(["P", "H2", "H3", "H4", "LI", "BLOCKQUOTE", "CAPTION", "TH", "TD"]);
const WORD = /[\p{L}\p{N}_]+(?:[-‑'’.][\p{L}\p{N}_]+)*/gu;

/** Return the text of HTML alone: a blank line between blocks, a line break for a break, notes in square brackets. */
export function plainText(html) {
  const blocks = [];
  let text = "";
  const finish = () => {
    text = text.replace(/^[ \n\t]+|[ \n\t]+$/g, "");
    if (text) blocks.push(text);
    text = "";
  };
  const read = (node) => {
    if (node.nodeType === Node.TEXT_NODE) text += node.data;
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    const block = BLOCKS.has(node.tagName);
    if (block) finish();
    if (node.tagName === "BR") text += "\n";
    if (node.tagName === "SMALL") text += /^$|\s$/.test(text) ? "[" : " [";
    node.childNodes.forEach(read);
    if (node.tagName === "SMALL") text += "]";
    if (block) finish();
  };
  new DOMParser().parseFromString(html, "text/html").body.childNodes.forEach(read);
  finish();
  return blocks.join("\n\n").normalize("NFC");
}

/** Return the number of words of a plain text. */
export const wordCount = (text) => text.match(WORD)?.length ?? 0;

/** Return whole minutes of reading at a pace (words a minute), at least one for a text that has words. */
export const readingMinutes = (words, pace) => Math.ceil(words / pace);
