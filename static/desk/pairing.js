// Which paragraphs stand against which. A row is `[left indices, right indices]`, m:n; a text is a list of
// `{kind, text}`, one for each top-level node. Pure functions.

/** Return rows for two texts nobody has aligned: by position, with what is no paragraph (headings, lists) as landmarks. */
export function paired(left, right) {
  if (left.length === right.length) return left.map((_, index) => [[index], [index]]);
  const rows = [];
  const upTo = (i, j) => {
    const [a, b] = next;
    for (let k = 0; k < Math.max(i - a, j - b); k++) {
      rows.push([a + k < i ? [a + k] : [], b + k < j ? [b + k] : []]);
    }
    next = [i, j];
  };
  let next = [0, 0];
  for (const [i, j] of common(landmarks(left), landmarks(right))) {
    upTo(i, j);
    upTo(i + 1, j + 1);
  }
  upTo(left.length, right.length);
  return rows;
}

const landmarks = (nodes) =>
  nodes.map((node, index) => ({ value: node.kind, index })).filter(({ value }) => value !== "paragraph");

/** Say whether rows speak of these texts at all: every index there is, none twice. */
export function fits(rows, left, right) {
  return [left, right].every((nodes, side) => {
    const named = rows.flatMap((row) => row[side]);
    return named.every((index) => index >= 0 && index < nodes.length) && new Set(named).size === named.length;
  });
}

/** Return the rows after one side (0 or 1) has changed from one list of nodes to another. */
export function moved(rows, side, before, after) {
  const { targets, fresh } = mapping(before, after);
  const found = rows.map((row) => {
    const indices = [...new Set(row[side].flatMap((index) => targets[index]))];
    return side ? [row[0], indices] : [indices, row[1]];
  });
  let kept = found.filter(([left, right]) => left.length || right.length);
  kept = once(kept, side);
  for (const index of fresh) kept = inserted(kept, side, index);
  return kept;
}

// Two paragraphs made one: it belongs to the rows of both, which become one row.
function once(rows, side) {
  const seen = new Map();
  const result = [];
  for (const [left, right] of rows) {
    const indices = side ? right : left;
    const known = indices.map((index) => seen.get(index)).find(Boolean);
    const row = known ?? [[], []];
    row[0] = [...new Set([...row[0], ...left])];
    row[1] = [...new Set([...row[1], ...right])];
    if (!known) result.push(row);
    for (const index of indices) seen.set(index, row);
  }
  return result;
}

// A new paragraph stands against one that has nothing against it, if that follows at the same place; else alone.
function inserted(rows, side, index) {
  const place = rows.findIndex((row) => row[side].some((other) => other > index));
  let at = place < 0 ? rows.length : place;
  while (at > 0 && !rows[at - 1][side].length && rows[at - 1][1 - side].length) at--;
  const alone = rows[at];
  if (alone && !alone[side].length) return rows.with(at, side ? [alone[0], [index]] : [[index], alone[1]]);
  return rows.toSpliced(at, 0, side ? [[], [index]] : [[index], []]);
}

/** Return where each old node went (a list of new indices for each) and which new nodes are fresh. */
export function mapping(before, after) {
  const targets = before.map(() => []);
  const fresh = [];
  const key = ({ kind, text }, index) => ({ value: `${kind}\n${text}`, index });
  const matches = [...common(before.map(key), after.map(key)), [before.length, after.length]];
  let [i, j] = [0, 0];
  for (const [nextI, nextJ] of matches) {
    between(before.slice(i, nextI), after.slice(j, nextJ), i, j, targets, fresh);
    if (nextI < before.length) targets[nextI].push(nextJ);
    [i, j] = [nextI + 1, nextJ + 1];
  }
  return { targets, fresh };
}

const bare = (nodes) => nodes.map(({ text }) => text).join("").replace(/\s+/g, "");

// What is not the same word for word: one taken apart, several put together, or changed in place.
function between(old, now, i, j, targets, fresh) {
  const apart = old.length === 1 && now.length > 1 && now.every(({ text }) => text) && bare(old) === bare(now);
  const together = now.length === 1 && old.length > 1 && bare(old) === bare(now);
  if (apart) now.forEach((_, k) => targets[i].push(j + k));
  else if (together) old.forEach((_, k) => targets[i + k].push(j));
  else {
    old.slice(0, now.length).forEach((_, k) => targets[i + k].push(j + k));
    now.slice(old.length).forEach((_, k) => fresh.push(j + old.length + k));
  }
}

// The longest common subsequence of two lists of {value, index}, as pairs of indices: ends first, the middle in full.
function common(left, right) {
  const pairs = [];
  let from = 0;
  let [a, b] = [left.length, right.length];
  while (from < a && from < b && left[from].value === right[from].value) {
    pairs.push([left[from].index, right[from].index]);
    from++;
  }
  const tail = [];
  while (a > from && b > from && left[a - 1].value === right[b - 1].value) {
    a--;
    b--;
    tail.unshift([left[a].index, right[b].index]);
  }
  const length = Array.from({ length: a - from + 1 }, () => new Array(b - from + 1).fill(0));
  for (let i = a - from - 1; i >= 0; i--) {
    for (let j = b - from - 1; j >= 0; j--) {
      const same = left[from + i].value === right[from + j].value;
      length[i][j] = same ? length[i + 1][j + 1] + 1 : Math.max(length[i + 1][j], length[i][j + 1]);
    }
  }
  for (let i = 0, j = 0; i < a - from && j < b - from; ) {
    if (left[from + i].value === right[from + j].value) pairs.push([left[from + i++].index, right[from + j++].index]);
    else if (length[i + 1][j] >= length[i][j + 1]) i++;
    else j++;
  }
  return [...pairs, ...tail];
}
