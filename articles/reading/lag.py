"""What has changed in the source since a translation was published, as far as readers can know: from editions alone."""

from dataclasses import dataclass

from django.urls import reverse

from articles.texts.lag import since


@dataclass(frozen=True)
class Behind:
    """What the page of a translation says of its source: the Changes (articles/texts/lag.py), and where to see them."""

    language: str
    address: str
    changes: list

    @property
    def links(self):
        """Return (number of the paragraph, its address), each paragraph once."""
        return [(place, f"{self.address}#p{place}") for place in dict.fromkeys(one.place for one in self.changes)]


def change_of(row, made, behind):
    """Return what became of the source of a row since its translation: a kind of change, or "" if nothing.

    ``row`` are the indexes of its paragraphs in the source, and the keys of those in the translation; ``made`` is what
    the translation keeps of the variant.
    """
    source, target = row
    came_from = {key for left, right in made["rows"] if set(right) & set(target) for key in left}
    for one in behind.changes:
        stands_here = one.number - 1 in source if one.number else one.before in came_from
        if stands_here:
            return one.kind
    return ""


def behind(edition, variant, public):
    """Return a Behind, or None when a translation follows its source or nothing is known of what it was made from.

    ``public`` are the editions of the article that were public by now, in every language. Compared are the source
    edition that readers had when the translation was published, and the one they have now.
    """
    if not edition.alignment.get(variant):
        variant = "short" if variant == "full" else "full"  # the page shows the one there is
    made = edition.alignment.get(variant)
    of_source = (one for one in public if one.language == edition.alignment.get("source"))
    editions = sorted(of_source, key=lambda one: one.published_at)
    live = next((one for one in editions if one.is_live()), None)
    if not (made and live):
        return None
    then = [one for one in editions if one.published_at <= edition.published_at]
    base = then[-1] if then else editions[0]
    if not (base.roots.get(variant) and live.roots.get(variant)):
        return None
    changes = since(base.roots[variant], live.roots[variant], made["made_from"])
    view = "short" if variant == "short" and live.roots.get("full") else "article"
    return Behind(live.language, reverse(view, args=[live.language, live.slug]), changes) if changes else None
