"""The picture that stands for a text where its address is shared: title, authors, the site's sign and name."""

from functools import cache, lru_cache
from io import BytesIO

from django.conf import settings
from PIL import Image, ImageDraw, ImageFont

from articles.texts.line_breaks import even, fill, tied

SIZE = WIDTH, HEIGHT = 1200, 630  # the shape that Facebook, X, Telegram and LinkedIn all show whole (1.91 : 1)
MARGIN, TITLE_TOP, TITLE_HEIGHT, NAMES_HEIGHT = 80, 158, 312, 80
PAPER, INK, QUIET, RULE, RUBRIC = "#fcfcfa", "#1d1c1a", "#5d5a54", "#d6d3cb", "#8f2d1f"  # by day, in css/site.css
TITLE_SIZES, NAMES_SIZES = range(78, 23, -2), range(34, 23, -2)
COLOURS = 64  # of flat shapes and the edges of letters: more would only make the file larger


@lru_cache(maxsize=128)
def share_card(title, names, site, language):
    """Return the picture of a text as PNG (bytes): the same for the same words.

    ``names`` is a tuple of its authors in their order, ``site`` the name of the site in the language of the text.
    """
    card = Image.new("RGB", SIZE, PAPER)
    draw = ImageDraw.Draw(card)
    _sign(card, MARGIN, 62, 56)
    draw.text((MARGIN + 74, 108), site, INK, _font(600, 40), anchor="ls")
    size, lines = _fitted(tied(title, language), 600, TITLE_SIZES, TITLE_HEIGHT)
    _write(draw, lines, 600, size, INK, TITLE_TOP)
    draw.line([(MARGIN, 496), (WIDTH - MARGIN, 496)], RULE, 2)
    size, lines = _fitted(_names(names), 400, NAMES_SIZES, NAMES_HEIGHT)
    _write(draw, lines, 400, size, QUIET, 514)
    stream = BytesIO()
    card.quantize(COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(stream, "PNG", optimize=True)
    return stream.getvalue()


@cache
def _font(weight, size):
    return ImageFont.truetype(str(settings.BASE_DIR / f"static/fonts/literata-drawn-{weight}.woff"), size)


def _names(names):
    """Return as many names as there is room for, as one text in which a line ends between two of them."""
    whole = [name.replace(" ", "\u00a0") for name in names]
    rows = [", ".join(whole), *(f"{', '.join(whole[:number])}, …" for number in range(len(whole) - 1, 0, -1))]
    return next((row for row in rows if _fits(row, 400, NAMES_SIZES[-1], NAMES_HEIGHT)), rows[-1])


def _fits(text, weight, size, height):
    lines = fill(text, WIDTH - 2 * MARGIN, _font(weight, size).getlength)
    return len(lines) * _leading(size) <= height


def _fitted(text, weight, sizes, height):
    """Return (size, lines) of a text at the largest size that fits; what fits at none ends in an ellipsis."""
    width, smallest = WIDTH - 2 * MARGIN, sizes[-1]
    size = next((size for size in sizes if _fits(text, weight, size, height)), smallest)
    lines = even(text, width, _font(weight, size).getlength)
    room = height // _leading(size)
    return size, lines if len(lines) <= room else [*lines[: room - 1], f"{lines[room - 1].rstrip(' ,.:;')[:-1]}…"]


def _leading(size):
    return round(size * 1.22)


def _write(draw, lines, weight, size, colour, top):
    for number, line in enumerate(lines):
        draw.text((MARGIN, top + size + number * _leading(size)), line, colour, _font(weight, size), anchor="ls")


def _sign(card, left, top, size):
    """Draw the two panels of the masthead's sign, four times as large and then made smaller, for smooth arches."""
    unit = size * 4 / 18
    sign = Image.new("RGB", (size * 4, size * 4), PAPER)
    draw = ImageDraw.Draw(sign)
    for start, colour in ((0, INK), (9.5, RUBRIC)):
        box = [(start * unit, 0), ((start + 8.5) * unit, 8.5 * unit)]
        draw.pieslice(box, 180, 360, colour)
        draw.rectangle([(start * unit, 4.25 * unit), ((start + 8.5) * unit, 18 * unit)], colour)
    card.paste(sign.resize((size, size), Image.Resampling.LANCZOS), (left, top))
