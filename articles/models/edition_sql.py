"""Parts of the questions that are written out in SQL, which both engines understand but for one aggregate.

Written out are those that every page of a text asks: the ORM takes longer to compose them than a database to answer.
"""

from django.db import connection, connections
from django.utils import timezone

from articles.models.edition import Edition

_JOINED = {"sqlite": "GROUP_CONCAT({})", "postgresql": "STRING_AGG(CAST({} AS text), ',')"}


def joined(column):
    """Return the aggregate of a column's numbers as one text, with commas: SQLite has STRING_AGG from 3.44 on."""
    return _JOINED[connection.vendor].format(column)


def live(name):
    """Return the condition that readers see an edition at ``%(now)s``; ``name`` is the table's in the query."""
    return (
        f"{name}.withdrawn_at IS NULL AND {name}.published_at <= %(now)s "
        f"AND ({name}.superseded_at IS NULL OR {name}.superseded_at > %(now)s)"
    )


def stored(moment):
    """Return a moment (aware datetime; None for now) as it is compared with those of editions.

    SQLite keeps moments as text of one form.
    """
    return connections[Edition.objects.db].ops.adapt_datetimefield_value(moment or timezone.now())
