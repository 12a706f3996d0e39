"""The years of an archive, found by going from each to the one before it: no other text is looked at."""

from django.db import connections
from django.db.models import DateTimeField
from django.db.models.expressions import RawSQL
from django.utils.dateparse import parse_datetime

_BEGAN = {
    "sqlite": "strftime('%%Y-01-01 00:00:00', found.moment)",
    "postgresql": "date_trunc('year', found.moment, 'UTC')",
}


def years_of(editions):
    """Return the years (int, UTC) in which editions (a queryset) were first published, newest first, in one query."""
    connection = connections[editions.db]
    newest = editions.newest_first().values("first_published_at")
    began = RawSQL(_BEGAN[connection.vendor], (), output_field=DateTimeField())  # noqa: S611 - a constant
    first, values = newest[:1].query.sql_with_params()
    before, more = newest.filter(first_published_at__lt=began)[:1].query.sql_with_params()
    statement = (
        f"WITH RECURSIVE found(moment) AS (SELECT ({first}) UNION ALL "  # noqa: S608 - made by the ORM, values apart
        f"SELECT ({before}) FROM found WHERE moment IS NOT NULL) SELECT moment FROM found WHERE moment IS NOT NULL"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement, [*values, *more])
        moments = [moment for (moment,) in cursor.fetchall()]
    return [(parse_datetime(one) if isinstance(one, str) else one).year for one in moments]
