"""Who wrote a text, in the order in which each form of it says so. A new form of a text is one more line of FORMS."""

from collections.abc import Callable

from django.test import Client

from tests.articles.reading.html import by_class, parse, text_of
from tests.articles.reading.machines import as_graph, in_order, read_feed
from tests.articles.texts.citation import references


def on_the_page(client: Client, page: str) -> list[str]:
    [byline] = by_class(parse(client.get(page)), "byline")
    return [text_of(name) for name in by_class(byline, "name")]


def highwire(client: Client, page: str) -> list[str]:
    tags = parse(client.get(page)).iterfind(".//meta[@name='citation_author']")
    return [natural(tag.get("content")) for tag in tags]


def coins(client: Client, page: str) -> list[str]:
    [span] = by_class(parse(client.get(page)), "Z3988")
    pairs = references.openurl(span.get("title"))
    return [natural(value) for key, value in pairs if key in ("rft.au", "rft.aucorp")]


def bibtex(client: Client, page: str) -> list[str]:
    names = references.bibtex(client.get(f"{page}cite.bib").content.decode())["author"]
    return [f"{given} {family}".strip() for family, given in names]


def ris(client: Client, page: str) -> list[str]:
    return [natural(name) for name in references.ris(client.get(f"{page}cite.ris").content.decode())["authors"]]


def csl(client: Client, page: str) -> list[str]:
    names = references.csl(client.get(f"{page}cite.json").content.decode())["author"]
    return [name.get("literal") or f"{name.get('given', '')} {name['family']}".strip() for name in names]


def atom(client: Client, page: str) -> list[str]:
    feed = read_feed(client, f"/{page.split('/')[1]}/feed.atom")
    [entry] = [one for one in feed.entries if one.link.endswith(page)]
    return [one.name for one in entry.authors]


def json_feed(client: Client, page: str) -> list[str]:
    items = client.get(f"/{page.split('/')[1]}/feed.json").json()["items"]
    [item] = [one for one in items if one["url"].endswith(page)]
    return [one["name"] for one in item["authors"]]


def json_ld(client: Client, page: str) -> list[str]:
    return in_order(as_graph(client.get(page)), f"http://localhost{page}#article", "author")


def natural(name: str) -> str:
    """A name that is sorted by its family name as it is spoken."""
    family, _, given = name.partition(", ")
    return f"{given} {family}".strip()


FORMS: dict[str, Callable[[Client, str], list[str]]] = {
    "page": on_the_page,
    "Highwire": highwire,
    "COinS": coins,
    "BibLaTeX": bibtex,
    "RIS": ris,
    "CSL-JSON": csl,
    "Atom": atom,
    "JSON Feed": json_feed,
    "JSON-LD": json_ld,
}
