"""What readers are told of changes: dated notes, from editions that were public, each language its own."""

from articles.models.change import Change

TOLD = (Change.CORRECTION, Change.UPDATE)


def notes(edition, public):
    """Return the editions whose notes stand on an edition's page: those of its language up to it, the newest first.

    ``public`` are the editions of the article that were public by now, in every language. A first edition has nothing
    to note, and a slip of the pen is not told.
    """
    mine = [one for one in public if one.language == edition.language and one.published_at <= edition.published_at]
    told = [one for one in mine if one.change in TOLD and one.change_note]
    return sorted(told, key=lambda one: (one.published_at, one.number), reverse=True)


def corrected_elsewhere(edition, public):
    """Return the latest correction (an edition) of every other live language that came after an edition, by language.

    Whether it was carried over is for the desk to say; that the other text was corrected is public.
    """
    live = {one.language for one in public if one.is_live() and not _taken_back(one, edition, public)}
    later = [one for one in public if one.change == Change.CORRECTION and one.published_at > edition.published_at]
    latest = {one.language: one for one in sorted(later, key=lambda one: one.published_at)}
    return [latest[code] for code in sorted(latest) if code in live and code != edition.language]


def _taken_back(live, edition, public):
    """Say whether a language reads again as it did when an edition was published: what came in between is undone."""
    then = [one for one in public if one.language == live.language and one.published_at <= edition.published_at]
    return bool(then) and max(then, key=lambda one: (one.published_at, one.number)).digest == live.digest


def corrections(found):
    """Return the corrections among notes."""
    return [one for one in found if one.change == Change.CORRECTION]
