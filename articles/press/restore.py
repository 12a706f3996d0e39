"""Restoring: what a manuscript said in an earlier version, written as a new one. Nothing of its history goes."""

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from articles.models import Act, Article, Topic, Version
from articles.models.act import Kind
from articles.models.version import Origin
from articles.press.refusals import Refused
from articles.press.snapshot import put_back
from articles.press.versions import writing
from authors.models import Author, Organization


@transaction.atomic
def restore(article, number, *, by):
    """Write what version ``number`` (int) of an article said as its newest version; return whether that is a change.

    The key stays as it is once something has been published: feeds and documents know the article by it. Raises Refused
    with every reason: codes ``gone`` for a version, person, organization or topic that is not there any more, and
    those of the article's own constraints, such as a slug that another article has taken since.
    """
    stands = Article.objects.select_for_update().get(pk=article.pk)
    version = Version.objects.of_article(stands).numbered(number).first()
    if version is None:
        raise Refused([ValidationError(_("There is no such version."), code="gone")])
    if problems := _gone(version.content):
        raise Refused(problems)
    content = _with_known_fields(version.content, stands)
    with writing(stands, by=by, origin=Origin.RESTORE, restored=number) as before:
        put_back(stands, content)
        _refuse_what_the_database_would(stands)
        stands.save()
    changed = stands.version != before.number
    if changed:
        about = {"version": number, "as": stands.version}
        Act.objects.create(article=stands, kind=Kind.RESTORE, by=by, about=about)
    return changed


def _with_known_fields(content, article):
    """Return a snapshot with the fields of today: a version may be older than the site."""
    known = {field.name for field in Article._meta.concrete_fields}
    fields = {name: value for name, value in content["fields"].items() if name in known}
    return content | {"fields": fields | ({"key": article.key} if article.editions.exists() else {})}


def _gone(content):
    """Return the refusals for everybody and everything in a snapshot that is not there any more."""
    lines = content["bylines"]
    outlet = content["fields"].get("outlet")
    wanted = [
        (Author, [line["author"] for line in lines]),
        (Organization, [outlet, *(line["organization"] for line in lines)]),
        (Topic, content["topics"]),
    ]
    return [
        ValidationError(
            _("“%(slug)s” (%(kind)s) is not there any more: this version cannot be restored as it was."),
            code="gone",
            params={"slug": slug, "kind": model._meta.verbose_name},
        )
        for model, slugs in wanted
        for slug in dict.fromkeys(filter(None, slugs))
        if not _is_there(model, slug)
    ]


def _is_there(model, slug):
    try:
        return bool(model.objects.get_by_natural_key(slug))
    except ObjectDoesNotExist:
        return False


def _refuse_what_the_database_would(article):
    try:
        article.validate_constraints()
    except ValidationError as refused:
        raise Refused(list(refused.error_list if hasattr(refused, "error_list") else _all(refused))) from refused


def _all(refused):
    return [error for errors in refused.error_dict.values() for error in errors]
