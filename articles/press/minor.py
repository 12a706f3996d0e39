"""Minor changes: a slip of the pen put right. Neither translations nor sign-offs are behind because of one."""

from difflib import SequenceMatcher

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles.models import MinorChange
from articles.models.alignment import VARIANTS
from articles.texts.lag import roots
from articles.texts.paragraphs import paragraphs
from authors.languages import column
from authors.languages import name as language_name


def rewritten(before, after):
    """Return the (digest before, digest after) pairs of the paragraphs that two HTML texts have otherwise.

    Raises ValidationError (code ``minor``) when paragraphs were added, removed, parted or joined: that is no slip.
    """
    old, new = ([paragraph.digest for paragraph in paragraphs(html)] for html in (before, after))
    pairs = []
    for operation, i1, i2, j1, j2 in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if operation == "equal":
            continue
        if i2 - i1 != j2 - j1:
            raise ValidationError(
                _("A minor change keeps the paragraphs as they are: expected %(before)d of them, found %(after)d."),
                code="minor",
                params={"before": len(old), "after": len(new)},
            )
        pairs += zip(old[i1:i2], new[j1:j2], strict=True)
    return pairs


def refuse_what_is_not_minor(before, after, language):
    """Raise ValidationError unless a language of one snapshot is a minor change of that language of another.

    Who signs, and in which order, is never a slip of the pen. How much of a text may change is for whoever marks it to
    answer: the mark stands in the history under their name.
    """
    try:
        if other_byline(before, after):
            raise ValidationError(_("Another byline is no slip of the pen."), code="minor")
        for variant in VARIANTS:
            rewritten(_text(before, variant, language), _text(after, variant, language))
    except ValidationError as error:
        raise ValidationError(
            _("%(language)s: %(reason)s"),
            code="minor",
            params={"language": language_name(language), "reason": error.messages[0]},
        ) from error


def note_minor(version, before, language):
    """Keep what a version changed in a language as minor; ``before`` is the Before it was made from."""
    pairs = [(before.digests.get(language, ""), version.digests[language])]
    for variant in VARIANTS:
        pairs += rewritten(_text(before.content, variant, language), _text(version.content, variant, language))
    known = same(version.article, language)
    for old, new in pairs:
        # A slip put right and back again is no further rewrite, and would lead round in a circle.
        if old and root(old, known) != root(new, known) and new not in known:
            MinorChange.objects.create(
                version=version, article=version.article, language=language, before=old, after=new
            )
            known[new] = old


def same(article, language):
    """Return a dict: digest of a text or paragraph → the digest of which it is only a minor rewrite.

    No query is made when the article's minor changes have been fetched with it.
    """
    return {one.after: one.before for one in article.minor_changes.all() if one.language == language}


def root(digest, known):
    """Return the digest at the end of a chain of minor rewrites (``known`` as ``same`` returns it)."""
    return roots([digest], known)[0]


def other_byline(before, after):
    """Say whether other people sign one snapshot than another, or in another order."""
    return _signatures(before) != _signatures(after)


def _signatures(content):
    names = ("role", "language", "author", "organization")
    rows = sorted(content["bylines"], key=lambda row: row["position"])
    return [[row[name] for name in names] for row in rows]


def _text(content, variant, language):
    return content["fields"].get(column(f"{variant}_text", language), "")
