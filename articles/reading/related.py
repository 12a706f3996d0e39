"""What else there is to read: live texts of the same language on the same topics or by the same people."""

from articles.models.edition_related import related_to

MOST = 4


def related(edition, at=None):
    """Return at most four texts live at a moment (aware datetime; default now), in one query.

    What shares most topics and authors comes first, then the newest. No reader is watched for it.
    """
    return related_to(edition, MOST, at)
