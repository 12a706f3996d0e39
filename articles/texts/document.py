"""The document: the plain-text form of an article in one language. docs/documents.md has the grammar."""

from dataclasses import dataclass, field

from articles.texts.markers import FENCE, escape, marker

NO_ROLE = "-"


@dataclass(frozen=True)
class Signature:
    """A name in the byline and the role printed under it, verbatim; ``""`` when there is none."""

    name: str
    role: str


@dataclass(frozen=True)
class Section:
    """A variant of the text: its paragraphs (one at least) and the link line under them, ``""`` when there is none."""

    paragraphs: tuple[str, ...]
    link: str = ""


@dataclass(frozen=True)
class Document:
    """One language of an article as a plain text.

    Every text in it is one line, trimmed, in NFC, not empty, without forbidden characters (authors/characters.py).
    ``front_matter`` maps keys as written (``title``, ``title.ru``) to values, in order. One of ``short`` and ``full``
    is there at least.
    """

    language: str
    front_matter: dict[str, str] = field(default_factory=dict)
    signatures: tuple[Signature, ...] = ()
    short: Section | None = None
    full: Section | None = None

    def render(self):
        r"""Return the canonical text: LF, one blank line between blocks, no byte order mark, no final newline.

        A name, role or paragraph that would read as structure gets ``\`` before it. For every document that can be
        parsed at all, ``parse(document.render().encode(), …).document == document``.
        """
        return "\n\n".join(self._blocks())

    def _blocks(self):
        if self.front_matter:
            yield "\n".join([FENCE, *(f"{key}: {value}" for key, value in self.front_matter.items()), FENCE])
        for signature in self.signatures:
            yield escape(signature.name)
            yield escape(signature.role) or NO_ROLE
        for variant, section in (("short", self.short), ("full", self.full)):
            if section:
                yield marker(self.language, variant)
                yield from map(escape, section.paragraphs)
                if section.link:
                    yield section.link
