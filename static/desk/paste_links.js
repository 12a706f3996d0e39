// Where a pasted link really leads.

// Services that put their own address around another: who they are, and the parameter that holds the other.
const AROUND = [
  [/^www\.google\.[a-z.]+$/, "/url", ["q", "url"]],
  [/\.safelinks\.protection\.outlook\.com$/, "/", ["url"]],
];

/** Return the address to store, "" for one readers could not follow: a file, a place in the document, a script. */
export function address(href) {
  let url;
  try {
    url = new URL((href ?? "").trim());
  } catch {
    return "";
  }
  for (const [host, path, names] of AROUND) {
    if (!host.test(url.hostname) || url.pathname !== path) continue;
    const inner = names.map((name) => url.searchParams.get(name)).find(Boolean);
    if (inner) return address(inner);
  }
  return ["http:", "https:", "mailto:"].includes(url.protocol) ? href.trim() : "";
}
