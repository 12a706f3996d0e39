"""The forms of a page, as a browser without scripts would send them."""

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Form:
    action: str
    enctype: str
    fields: list[tuple[str, str]] = field(default_factory=list)

    def sent(self, **typed: str) -> dict[str, list[str]]:
        """The values by name, in order, with what is TYPED into some of them."""
        values: dict[str, list[str]] = {}
        for name, value in self.fields:
            values.setdefault(name, []).append(value)
        return values | {name: [value] for name, value in typed.items()}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.forms: dict[str, Form] = {}
        self.current: Form | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.current = Form(found.get("action", ""), found.get("enctype", ""))
            self.forms[found.get("id", "")] = self.current
        elif tag == "input" and self.current and "name" in found:
            # A browser reads a line break in a page as LF, and sends it as CR and LF.
            value = found.get("value", "").replace("\r\n", "\n").replace("\n", "\r\n")
            self.current.fields.append((found["name"], value))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self.current = None


def forms(html: str) -> dict[str, Form]:
    """The forms of a page by their id."""
    reader = _Reader()
    reader.feed(html)
    return reader.forms
