"""What a citation says of an edition, as plain values; the modules beside this one write it in one format each."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Name:
    """A person's name in the two parts that lists are made of, or a name of one part.

    An organization's name, and that of a person who is known by one name only, stands in ``family``.
    """

    family: str
    given: str = ""
    is_organization: bool = False

    @property
    def natural(self):
        """The name as it is spoken: "Ivan Timofeev"."""
        return one_line(f"{self.given} {self.family}")

    @property
    def inverted(self):
        """The name as it is sorted: "Timofeev, Ivan"."""
        return one_line(f"{self.family}, {self.given}" if self.given else self.family)


@dataclass(frozen=True)
class Reference:
    """One edition as it is cited. Names stand in the order of the byline.

    ``key`` is ASCII and stays: the article's key, the language, the edition's number. ``published`` is the day of this
    very edition, ``site`` what publishes it, ``address`` where it is read. ``original_language`` is the code of the
    language it was translated from, "" where it is no translation.
    """

    key: str
    language: str
    title: str
    authors: tuple[Name, ...]
    translators: tuple[Name, ...]
    editors: tuple[Name, ...]
    published: date
    number: int
    site: str
    address: str
    original_language: str = ""


def one_line(text):
    """Return a text on one line with single spaces, as a field of any of the formats can hold it."""
    return " ".join(text.split())
