"""Passages: a text taken apart for its page, each paragraph with its addresses and a look at its twin."""

from dataclasses import dataclass

from articles.reading.pairs import paired, shown
from articles.texts.paragraphs import pieces

# Characters of HTML up to which the other language's text comes along with a page. Measured on essays in English and
# Russian, 3,000 add 2.3 kB compressed, which is what a page with both alphabets has left of 60 kB; 15,000 would add 9.
# Beyond, the same marks lead to both texts side by side, for ten bytes a paragraph.
MOST_BESIDE = 3_000


@dataclass(frozen=True)
class Peek:
    """What stands for a paragraph in another language: (tag, HTML) pieces, none if the text is too long to come along.

    ``address`` is where both stand side by side.
    """

    language: str
    pieces: tuple
    address: str


@dataclass(frozen=True)
class Passage:
    """A piece of a text. One that is no paragraph has no address; ``before`` are those of passages missing here."""

    tag: str
    html: str
    addresses: tuple = ()
    before: tuple = ()
    peek: Peek | None = None

    @property
    def number(self):
        """Its number for readers: "12", "12-2"."""
        return self.addresses[0].removeprefix("p")


def passages(html, places, peeks=None):
    """Return a text as Passages, in order; ``places`` are its Places, ``peeks`` maps indexes of paragraphs to Peeks."""
    index, found, peeks = 0, [], peeks or {}
    for tag, piece in pieces(html):
        if tag:
            found.append(Passage(tag, piece, places.of(index), places.missing.get(index, ()), peeks.get(index)))
            index += 1
        else:
            found.append(Passage("", piece))
    if index in places.missing:
        found.append(Passage("", "", before=places.missing[index]))
    return found


def peeks(edition, twin, variant, found, address):
    """Return a dict of index of a paragraph of an edition → Peek at what stands for it in its twin; {} without that.

    ``found`` are the edition's Places, ``address`` is the page that has both side by side. Headings have none. Of
    paragraphs that share one counterpart the last has it.
    """
    variant = shown(edition, variant)
    html = getattr(twin, f"{variant}_html")
    if not html:
        return {}
    there = [piece for piece in pieces(html) if piece[0]]
    here = [tag for tag, _piece in pieces(getattr(edition, f"{variant}_html")) if tag]
    brief = len(html) <= MOST_BESIDE
    return {
        ours[-1]: Peek(
            twin.language,
            tuple(there[index] for index in theirs) if brief else (),
            f"{address}#{found.of(ours[-1])[0]}",
        )
        for ours, theirs in paired(edition, twin, variant)
        if ours and theirs and here[ours[-1]][0] != "h"
    }
