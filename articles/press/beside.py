"""A translation laid beside its source: what has changed there, what stands for what, and how that is put right."""

from articles.models.alignment import VARIANTS
from articles.press.alignments import fill, in_roots, keep_rows, texts
from articles.press.minor import same
from articles.texts.alignment import Row, link, pairs
from articles.texts.lag import changes, roots
from articles.texts.paragraphs import keys

SOURCE, TARGET = "source", "target"


def beside(article, language):
    """Return a Beside for every variant of a translation that has a text and an alignment, the short one first."""
    if language not in article.translations():
        return []
    stored = {one.variant: one for one in article.alignments.all() if one.language == language}
    found = [Beside(stored[variant], article) for variant in VARIANTS if variant in stored]
    return [one for one in found if one.target]


class Beside:
    """A stored alignment and the texts as they are.

    Paragraphs of the source go by their root keys, which slips of the pen leave as they were: ``made_from`` those the
    translation was made from, ``current`` those of today; those of the translation go by their keys, ``target_keys``.
    """

    def __init__(self, stored, article):
        self.stored = stored
        known = same(article, article.original_language)
        self.source, self.target = texts(article, stored.language, stored.variant)
        self.made_from = roots([digest for digest, _text in stored.source], known)
        self.current = roots([paragraph.digest for paragraph in self.source], known)
        self.target_keys = keys(paragraph.digest for paragraph in self.target)
        self.rows = in_roots(stored, known)

    def changes(self):
        """Return the Changes of the source since the translation was made from it."""
        words = dict(zip(self.made_from, (text for _digest, text in self.stored.source), strict=True))
        words |= dict(zip(self.current, (paragraph.text for paragraph in self.source), strict=True))
        return changes(self.made_from, self.current, words)

    def text_before(self, change):
        return self.stored.source[self.made_from.index(change.before)][1] if change.before else ""

    def concerned(self, change):
        """Return the translated Paragraphs that were made from the paragraph a Change is about."""
        wanted = {key for row in self.rows if change.before in row.source for key in row.target}
        return tuple(one for key, one in zip(self.target_keys, self.target, strict=True) if key in wanted)

    def pairs(self):
        """Return (root keys of the source, keys of the translation) in reading order, every paragraph of today once."""
        found = pairs(self.rows, self.current, self.target_keys)
        return [([self.current[i] for i in left], [self.target_keys[j] for j in right]) for left, right in found]

    def follow(self, change):
        """Let the translation be made from a paragraph as it is now, and save the alignment."""
        made, entries = self.made_from, self.stored.source
        now = self.source[change.number - 1] if change.number else None
        if change.before:
            place, gone = made.index(change.before), 1
        else:
            earlier = [key for key in self.current[: change.number - 1] if key in made]
            place, gone = (made.index(earlier[-1]) + 1 if earlier else 0), 0
        made[place : place + gone] = [change.after] if now else []
        entries[place : place + gone] = [[now.digest, now.text]] if now else []
        heir = {change.before: change.after} if now else {}
        self.rows = [Row(tuple(heir.get(key, key) for key in row.source), row.target) for row in self.rows]
        self._keep()

    def move(self, side, key, step):
        """Put a paragraph into the pair before (``step`` -1) or after (1) its own, and save the alignment.

        Raises LookupError when there is no such paragraph or pair. A paragraph that was added to the source stands in
        no pair until the translation follows it.
        """
        found = self.pairs()
        place = next(index for index, pair in enumerate(found) if key in pair[side == TARGET])
        source, target = found[self._neighbour(found, place, step)]
        before = {change.after: change.before for change in self.changes() if change.before and change.after}
        wanted = [*source, key] if side == SOURCE else source
        made = [before.get(one, one) for one in wanted]
        order = {one: index for index, one in enumerate([*self.made_from, *self.target_keys])}
        self.rows = link(
            self.rows,
            sorted((one for one in made if one in self.made_from), key=order.get),
            sorted([*target, key] if side == TARGET else target, key=order.get),
        )
        self._keep()

    def _neighbour(self, found, place, step):
        if not 0 <= place + step < len(found):
            raise LookupError(place + step)
        return place + step

    def _keep(self):
        stored = dict(zip(self.made_from, keys(digest for digest, _text in self.stored.source), strict=True))
        rows = [Row(tuple(stored[key] for key in row.source if key in stored), row.target) for row in self.rows]
        keep_rows(self.stored, fill(rows, self.source, self.target, self.stored))
