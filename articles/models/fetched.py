"""Rows that were found some other way than by the relation that leads to them."""


def remember(row, relation, found):
    """Have ``row.relation.all()`` answer with what was found (model instances), without asking the database.

    Other questions of the relation, such as ``filter()``, find nothing then.
    """
    answer = row._meta.get_field(relation).related_model._default_manager.none()
    answer._result_cache = list(found)
    # Where Django keeps what was fetched beforehand, and looks before it asks.
    row._prefetched_objects_cache = {**getattr(row, "_prefetched_objects_cache", {}), relation: answer}


def fetch_partly(row, relation, *names):
    """Have ``row.relation`` answer with a row of which fields are known: the ``relation_name`` attributes of this one.

    Without ``relation_id`` it answers None. Any other field is fetched when it is asked for.
    """
    if getattr(row, f"{relation}_id") is None:
        return
    names = ["id", *names]
    related = row._meta.get_field(relation).related_model
    setattr(
        row, relation, related.from_db(row._state.db, names, [getattr(row, f"{relation}_{name}") for name in names])
    )
