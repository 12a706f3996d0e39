"""What gives a document its structure, and how a paragraph that reads like structure is written."""

from articles.texts.outlet_link import language_of_link

FENCE = "---"
MARKERS = {
    "Short version": ("en", "short"),
    "Full version": ("en", "full"),
    "Краткая версия": ("ru", "short"),
    "Полная версия": ("ru", "full"),
}
LANGUAGES = tuple(dict.fromkeys(language for language, _ in MARKERS.values()))


def marker(language, variant):
    """Return the line that opens a section: ``ru``, ``short`` → ``Краткая версия``."""
    return next(text for text, meaning in MARKERS.items() if meaning == (language, variant))


def is_structure(text):
    """Say whether a block (str, trimmed) would read as a marker, a fence or a link line in any language."""
    return text in MARKERS or text == FENCE or bool(language_of_link(text))


def escape(text):
    r"""Return a block as written down so that it reads as itself: one ``\`` more before what would be structure.

    Backslashes before anything else are the text's own and stay as they are; so ``unescape(escape(text)) == text``.
    """
    return f"\\{text}" if is_structure(text.lstrip("\\")) else text


def unescape(text):
    r"""Return what a written block says: without its first ``\`` when structure follows the backslashes."""
    return text[1:] if text.startswith("\\") and is_structure(text.lstrip("\\")) else text
