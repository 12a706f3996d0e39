"""Form: what is wrong with a text, title, name or picture by itself, whatever it says."""

import re

from django.utils.translation import gettext_lazy as _

from articles.texts.checks.finding import cut, finding
from articles.texts.checks.islands import unannounced
from articles.texts.checks.links import says_nothing
from articles.texts.checks.look_alikes import invisible, mixed_words
from articles.texts.checks.passages import running_text
from articles.texts.html import links
from articles.texts.measure import has_ink
from authors.characters import describe

LONGEST_TITLE = 110  # characters: where search engines and shared links cut a headline

_FILE_NAME = re.compile(r"\S+\.(?:jpe?g|png|gif|webp|avif|tiff?|heic)|(?:IMG|DSC|image|photo)[_-]?\d+", re.IGNORECASE)
_HEADING = re.compile(r"h[2-6]")


def form_of_text(paragraphs, language, variant):
    """Return the Findings on a text (list of Paragraphs) by itself, in reading order. Only empty links block."""
    found, level = [], 1
    for paragraph in paragraphs:
        where = (language, variant, paragraph.number)
        if _HEADING.fullmatch(paragraph.tag):
            found += _heading(int(paragraph.tag[1]), level, where)
            level = int(paragraph.tag[1])
        found += [*_links(paragraph, where), *_words(paragraph, where), *_letters(running_text(paragraph), where)]
    return found


def form_of_title(title, language):
    """Return the Findings on a title (str). Look-alike letters and invisible characters block; length warns."""
    found = list(_letters(title, (language,), blocking=True))
    if len(title) > LONGEST_TITLE:
        message = _("%(place)s: the title has %(found)d characters; beyond %(most)d it will be cut where it is shared.")
        found.append(finding("title_length", message, language, found=len(title), most=LONGEST_TITLE))
    return found


def form_of_name(name, language):
    """Return the Findings on a name (str) of a person or organization; they block, unless they may be meant."""
    return list(_letters(name, (language,), blocking=True))


def form_of_picture(alt, language):
    """Return the Findings on the words (str) that stand for a picture: having none blocks, a file's name warns."""
    if not has_ink(alt):
        message = _("%(place)s: the picture has no alternative text.")
        return [finding("alt", message, language, blocking=True)]
    if _FILE_NAME.fullmatch(alt.strip()):
        message = _("%(place)s: the picture’s alternative text “%(found)s” is the name of a file.")
        return [finding("alt_file", message, language, found=cut(alt))]
    return []


def _heading(level, before, where):
    if before == 1 and level != 2:
        message = _("%(place)s: the first heading is of level %(found)d; expected level 2.")
        yield finding("heading", message, *where, found=level)
    elif level > before + 1:
        message = _("%(place)s: a heading of level %(found)d follows one of level %(before)d.")
        yield finding("heading", message, *where, found=level, before=before)


def _links(paragraph, where):
    for address, text in links(paragraph.html):
        if not has_ink(text):
            message = _("%(place)s: a link without text leads to “%(found)s”.")
            yield finding("link_empty", message, *where, blocking=True, found=cut(address))
        elif says_nothing(text, where[0]):
            message = _("%(place)s: the link “%(found)s” does not say where it leads.")
            yield finding("link_text", message, *where, found=cut(text))


def _words(paragraph, where):
    message = _("%(place)s: “%(found)s” is in another language; mark which one, so that it can be read aloud.")
    for words in unannounced(paragraph, where[0]):
        yield finding("lang", message, *where, found=cut(words))


def _letters(text, where, *, blocking=False):
    """Yield what no reader sees: letters of two alphabets in one word, and characters without ink."""
    mixed = _("%(place)s: “%(found)s” mixes alphabets: %(characters)s.")
    for word, letters, certain in mixed_words(text):
        characters = ", ".join(describe(letter) for letter in letters)
        yield finding("mixed", mixed, *where, blocking=blocking and certain, found=cut(word), characters=characters)
    unseen = _("%(place)s: invisible characters in “%(found)s”: %(characters)s.")
    if characters := ", ".join(describe(character) for character in invisible(text)):
        yield finding("invisible", unseen, *where, blocking=blocking, found=cut(text), characters=characters)
