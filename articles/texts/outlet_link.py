"""The link line under a text: "Read full text in the War On The Rocks."."""

import re
from dataclasses import dataclass

from articles.texts.web_address import is_web_address

LONGEST = 500  # characters
EXAMPLES = {"en": "Read full text in War on the Rocks.", "ru": "Читайте полный текст на сайте War on the Rocks."}

# \s takes in no-break spaces, which typesetters put after short words.
_OPENINGS = {
    "en": re.compile(r"Read\s+(?:the\s+)?full\s+text\s+(?:in|on|at)\s+(?:the\s+(?=[^\s.]))?(?=[^\s.:])"),
    "ru": re.compile(r"Чита(?:ть|йте)\s+полный\s+текст\s+(?:на\s+сайте|на|в)\s+(?=[^\s.:])"),
}
# A colon that an address follows. Addresses of other kinds are found as well, so that they can be refused.
_BEFORE_ADDRESS = re.compile(r"\s*:(?:\s*(?=https?://)|\s+(?=[a-z][a-z0-9+.-]*:(?=\S)|//|www\.))", re.IGNORECASE)


def language_of_link(line):
    """Return the language of a line that begins as a link line does, else ``""``."""
    return next((language for language, opening in _OPENINGS.items() if opening.match(line)), "")


@dataclass(frozen=True)
class OutletLink:
    """A link line taken apart.

    ``line`` is as printed; ``language`` that of its wording; ``outlet`` the publication's name without "the" before
    it; ``url`` the address in the line, ``""`` when there is none; ``text`` the line without the address.
    """

    line: str
    language: str
    outlet: str
    url: str
    text: str

    @classmethod
    def parse(cls, line):
        """Return the OutletLink of a line (str, trimmed), or None when it is none, too long, or its address is unsafe.

        One final dot ends the sentence; it belongs to neither the address nor the outlet's name.
        """
        language = language_of_link(line)
        if not language or len(line) > LONGEST:
            return None
        start = _OPENINGS[language].match(line).end()
        dot = "." if line.endswith(".") else ""
        sentence = line.removesuffix(".")
        colon = _BEFORE_ADDRESS.search(sentence, start)
        outlet = sentence[start : colon.start()] if colon else sentence[start:]
        url = sentence[colon.end() :] if colon else ""
        if not outlet.strip() or (colon and not is_web_address(url)):
            return None
        return cls(line, language, outlet, url, line if not colon else sentence[: colon.start()] + dot)
