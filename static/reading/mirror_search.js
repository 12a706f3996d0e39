// Searches a mirror by the index that Pagefind has made of it. Where this cannot run, the page leads to the site itself.

const form = document.querySelector("[data-index]");
const found = document.querySelector("[data-found]");
const STEP = 20; // texts shown at a time: each is a file to be fetched

/** An item of the list of what was found. */
async function item(hit) {
  const { url, meta, excerpt } = await hit.data();
  const one = document.querySelector("#hit").content.cloneNode(true);
  const link = one.querySelector("a");
  link.href = url;
  link.textContent = meta.title;
  // The excerpt is text with <mark> in it: these are made anew, and nothing else is taken over but words.
  const parsed = new DOMParser().parseFromString(excerpt, "text/html");
  for (const node of parsed.body.childNodes) {
    const part = document.createElement(node.nodeName === "MARK" ? "mark" : "span");
    part.textContent = node.textContent;
    one.querySelector(".excerpt").append(part);
  }
  return one;
}

async function show(hits, list, more) {
  const next = hits.splice(0, STEP);
  list.append(...(await Promise.all(next.map(item))));
  more.hidden = hits.length === 0;
}

async function search(words) {
  const pagefind = await import(form.dataset.index);
  const { results } = await pagefind.search(words);
  const [heading, list, more] = ["h2", "ol", "button"].map((name) => found.querySelector(name));
  heading.textContent = results.length ? `${heading.dataset.some} ${results.length}` : heading.dataset.none;
  found.hidden = false;
  more.addEventListener("click", () => show(results, list, more));
  await show(results, list, more);
}

if (form && found) {
  const words = new URLSearchParams(location.search).get("q")?.trim() ?? "";
  form.elements.q.value = words;
  form.hidden = false;
  if (words) search(words).catch(() => (form.hidden = true));
}
