// What inline styles say that is meaning, not looks: weight, slant, height on the line, hidden, kept line breaks.

/** Return an element's own declarations as an object, names and values in lower case; paste.js has renamed `style`. */
export function declarations(element) {
  const found = {};
  for (const declaration of (element.dataset?.style ?? "").split(";")) {
    const [name, ...value] = declaration.split(":");
    if (value.length) found[name.trim().toLowerCase()] = value.join(":").trim().toLowerCase();
  }
  return found;
}

/** Say whether an element is not for reading: hidden text, the margin's comments, a shape's fallback. */
export function hidden(element) {
  const style = declarations(element);
  return (
    style.display === "none" ||
    style["mso-hide"] === "all" ||
    /^comment/.test(style["mso-element"] ?? "") ||
    /^v:/i.test(element.tagName) ||
    /\b(?:MsoCommentReference|msocomanchor)\b/.test(element.className)
  );
}

/** Say whether an element is only a program's way of writing spaces: Word's runs of them and tabs, those of WebKit. */
export function isSpace(element) {
  const style = declarations(element);
  return "mso-spacerun" in style || "mso-tab-count" in style || element.className === "Apple-converted-space";
}

/** Return what a tag and its style say about the words inside: bold, italic, raise ("sup" or "sub"), kept. */
export function appearance(element, style, around) {
  const tag = element.tagName;
  const weight = style["font-weight"];
  const slant = style["font-style"];
  const height = { super: "sup", sub: "sub", baseline: "" }[style["vertical-align"]];
  return {
    bold: weight ? /^(?:bold|bolder|[6-9]00)$/.test(weight) : around.bold || tag === "B" || tag === "STRONG",
    italic: slant ? /^(?:italic|oblique)/.test(slant) : around.italic || ["I", "EM", "CITE", "DFN", "VAR"].includes(tag),
    raise: height ?? (tag === "SUP" ? "sup" : tag === "SUB" ? "sub" : around.raise),
    kept: style["white-space"] ? style["white-space"].startsWith("pre") : around.kept || tag === "PRE",
  };
}
