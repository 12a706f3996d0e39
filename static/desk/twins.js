// From a paragraph to its twin in the other language, and to the twins of its neighbours.
import { editors, fields } from "./editors.js";
import { reveal } from "./languages.js";
import { NO_PARAGRAPH, rowsOf } from "./level.js";

/** Put the cursor into the twin of this paragraph (0), the next (1) or the previous one (-1); say whether there is one. */
export function goToTwin(step) {
  const [field, side] = here();
  if (!field) return false;
  const rows = rowsOf(field);
  const other = 1 - side;
  const index = paragraphWithCursor(editors.get(field.sides[side].name).view);
  let at = rows?.findIndex((row) => row[side].includes(index)) ?? -1;
  if (at < 0) return false;
  at += step;
  while (rows[at] && !rows[at][other].length) at += step || -1; // nothing stands against it: the nearest that has something
  if (!rows[at]) return false;
  reveal(field.sides[other].language);
  putCursor(editors.get(field.sides[other].name), Math.min(...rows[at][other]));
  return true;
}

function here() {
  for (const field of fields()) {
    const side = field.sides.findIndex(({ name }) => editors.get(name)?.isFocused);
    if (side === 0 || side === 1) return [field, side];
  }
  return [null, 0];
}

// Asked of the page: the editor's own knowledge is a moment behind after a click or an arrow.
function paragraphWithCursor({ dom, state }) {
  let node = document.getSelection().anchorNode;
  if (!dom.contains(node) || node === dom) return state.selection.$from.index(0);
  while (node.parentNode !== dom) node = node.parentNode;
  return [...dom.children].filter((child) => !child.matches(NO_PARAGRAPH)).indexOf(node);
}

/** Put the cursor into a block of an editor, counted from 0, and bring it into view. */
export function putCursor(editor, index) {
  let position = 0;
  for (let i = 0; i < index; i++) position += editor.state.doc.child(i).nodeSize;
  editor.chain().focus(position + 1, { scrollIntoView: true }).run();
}
