"""The desk's front page: what waits, for whom, since when; each with a link to where it is done."""

from dataclasses import dataclass

from django.contrib import admin
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from articles.admin.places import place
from articles.admin.worklist_filters import choices_of, turn, wanted_from
from articles.press.matters import Item
from articles.press.roles import SEE, may, may_somewhere
from articles.press.worklist import worklist
from authors.languages import codes, localized
from authors.languages import name as language_name


@dataclass(frozen=True)
class Row:
    """An Item as it is shown: its address, its title and the title's language, its age in whole days."""

    item: Item
    address: str
    title: str
    title_language: str
    language_name: str
    people: list[str]
    asked: list[str]
    days: int | None


def worklist_view(request):
    """Show the worklist as the address asks: ``matter``, ``language``, ``person``, ``order``, ``page``."""
    wanted, shown, now = wanted_from(request.GET), get_language(), timezone.now()
    found = worklist(request.user, wanted, page=request.GET.get("page", 1), at=now)
    releases = may(request.user, "release_article")
    context = admin.site.each_context(request) | {
        "title": _("What waits"),
        "app_list": admin.site.get_app_list(request),
        "worklist": found,
        "yours": [_row(item, shown, now, releases) for item in found.yours],
        "others": [_row(item, shown, now, releases) for item in found.others],
        "filters": choices_of(wanted, found.people, request.user, shown),
        "has_role": may_somewhere(request.user, SEE),
        "earlier": turn(wanted, found.page.previous_page_number()) if found.page.has_previous() else "",
        "later": turn(wanted, found.page.next_page_number()) if found.page.has_next() else "",
    }
    return TemplateResponse(request, "admin/worklist.html", context)


def _row(item, shown, now, releases):
    title, title_language = _title(item.article, shown)
    return Row(
        item=item,
        address=place(item, releases=releases),
        title=title,
        title_language=title_language,
        language_name=language_name(item.language),
        people=[person.name(shown) for person in item.people],
        asked=[person.name(shown) for person in item.asked],
        days=max((now - item.since).days, 0) if item.since else None,
    )


def _title(article, shown):
    for code in (shown, *codes()):
        if title := localized(article, "title", code):
            return title, code
    return article.key, ""
