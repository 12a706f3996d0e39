"""Which paragraphs of two editions say the same, and the addresses both languages of a text share."""

from articles.texts.alignment import Row, pairs, propose
from articles.texts.paragraphs import keys, paragraphs
from articles.texts.places import own_places, shared_places
from authors.languages import codes

VARIANTS = ("full", "short")


def shown(edition, variant):
    """Return the variant whose text stands on the page of a variant: the one there is when the other is empty."""
    other = VARIANTS[variant == "full"]
    return variant if getattr(edition, f"{variant}_html") else other


def shared_variant(one, other):
    """Return the longer variant that both editions have, or "" where they share none."""
    both = (name for name in VARIANTS if getattr(one, f"{name}_html") and getattr(other, f"{name}_html"))
    return next(both, "")


def paired(one, other, variant):
    """Return what stands side by side in a variant of two editions, as pairs of lists of indexes, each index once.

    A translation keeps what its paragraphs were made from; what was both written as originals is paired by length,
    kind and figures. In the order of the source, else of ``one``.
    """
    texts = [_paragraphs(edition, variant) for edition in (one, other)]
    if _made_from(other, one, variant, texts[0]):
        return _rows(one.roots[variant], other, variant)
    if _made_from(one, other, variant, texts[1]):
        return [(left, right) for right, left in _rows(other.roots[variant], one, variant)]
    return pairs(propose(*texts), *(keys(paragraph.digest for paragraph in text) for text in texts))


def places(edition, variant, live=None):
    """Return the Places (articles/texts/places.py) of a variant of an edition.

    ``live`` maps languages to the editions readers have now. Without it, or when the text the others go by is not
    among them, an edition goes by what it keeps of its source itself: so an older edition's addresses never change.
    """
    variant = shown(edition, variant)
    leading = leader(live or {})
    count = len(_paragraphs(edition, variant))
    if leading and leading.language == edition.language:
        return own_places(count)
    if leading and getattr(leading, f"{variant}_html"):
        return shared_places(paired(leading, edition, variant), count)
    made = edition.alignment.get(variant)
    return shared_places(_rows(made["made_from"], edition, variant), count) if made else own_places(count)


def leader(live):
    """Return the edition whose paragraphs are counted: the original, the first of the site's languages if several are.

    ``live`` maps languages to editions. None when only translations are live.
    """
    return next((live[code] for code in codes() if code in live and not live[code].is_translation), None)


def _paragraphs(edition, variant):
    return paragraphs(getattr(edition, f"{variant}_html"))


def _made_from(translation, source, variant, text):
    made = translation.alignment.get("source") == source.language and translation.alignment.get(variant)
    return made and len(source.roots.get(variant, ())) == len(text)


def _rows(source, translation, variant):
    rows = [Row(tuple(left), tuple(right)) for left, right in translation.alignment[variant]["rows"]]
    target = keys(paragraph.digest for paragraph in _paragraphs(translation, variant))
    return pairs(rows, source, target)
