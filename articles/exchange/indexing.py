"""Records that come by themselves (`loaddata`): what they change of what search knows is indexed after the last one."""

from articles.models import Edition, EditionByline
from articles.models.search_index import AT_ONCE, index
from authors.models import Author, Organization


def index_after(records):
    """Index the editions that saved records (model instances) are, sign or name."""
    keys = set()
    for one in records:
        if isinstance(one, Edition):
            keys.add(one.pk)
        elif isinstance(one, EditionByline):
            keys.add(one.edition_id)
        elif isinstance(one, Author):
            keys.update(Edition.objects.by(one).values_list("pk", flat=True))
        elif isinstance(one, Organization):
            keys.update(Edition.objects.concerning(one).values_list("pk", flat=True))
    keys = sorted(keys)
    for start in range(0, len(keys), AT_ONCE):
        index(Edition.objects.with_keys(keys[start : start + AT_ONCE]))
