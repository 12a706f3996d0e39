"""The history of an article: who changed what and when, any two versions compared, and what was done with it."""

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.db import transaction
from django.http import HttpResponseRedirect
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from articles.admin.acts import sentences
from articles.admin.merging import locked
from articles.admin.press_page import article_for, conflict, page
from articles.admin.tokens import refuse_unless_current, token
from articles.admin.wording import changes, differences, person
from articles.models import Version
from articles.models.version import Origin
from articles.press.refusals import Refused
from articles.press.restore import restore
from articles.press.roles import CHANGE, may

VERSIONS, ACTS = 20, 30  # on a page


class ArticleHistory:
    """What ArticleAdmin shows in place of Django's own history, which knows neither texts nor acts."""

    def get_urls(self):
        view = self.admin_site.admin_view
        restoring = path(
            "<int:pk>/history/<int:number>/restore/", view(restore_view(self)), name="articles_article_restore"
        )
        return [restoring, *super().get_urls()]

    def history_view(self, request, object_id, extra_context=None):
        article = self.get_object(request, unquote(object_id))
        if article is None:
            return self._get_obj_does_not_exist_redirect(request, self.opts, object_id)
        if not self.has_view_or_change_permission(request, article):
            raise PermissionDenied
        versions = Paginator(Version.objects.of_article(article).newest_first(), VERSIONS)
        shown = versions.get_page(request.GET.get("page"))
        acts = Paginator(article.acts.newest_first(), ACTS).get_page(request.GET.get("acts"))
        context = {
            "versions": shown,
            "lines": _lines(article, shown),
            "acts": acts,
            "sentences": sentences(list(acts.object_list)),
            "token": token(article),
            "may_restore": may(request.user, CHANGE, article),
            **_compared(article, request.GET),
        }
        return page(self, request, article, "history", _("History"), **context)


def restore_view(model_admin):
    """Return the view that writes an earlier version as a new one, if the article is still what the page showed."""

    @require_POST
    def view(request, pk, number):
        article = article_for(model_admin, request, pk, CHANGE)
        try:
            with transaction.atomic():
                refuse_unless_current(request.POST.get("opened_version"), locked(article.pk))
                done = restore(article, number, by=request.user)
        except (ValidationError, Refused) as refused:
            return conflict(model_admin, request, article, refused.messages)
        again, already = _("Version %(number)d stands again."), _("Version %(number)d says what stands there already.")
        messages.success(request, (again if done else already) % {"number": number})
        return HttpResponseRedirect(reverse("admin:articles_article_history", args=[article.pk]))

    return view


def _lines(article, shown):
    """Return dicts for the list: each version of a page, who made it, and what it changed in the one before it."""
    if not (versions := list(shown.object_list)):
        return []
    older = Version.objects.of_article(article).before(versions[-1].number)
    return [
        {
            "version": version,
            "who": "" if version.origin == Origin.FOUND else person(version.by),
            "first": before is None,
            "changes": changes(before.content, version.content) if before else [],
        }
        for version, before in zip(versions, [*versions[1:], older], strict=True)
    ]


def _compared(article, asked):
    """Return what the page shows of two versions that were chosen; nothing unless two were."""
    numbers = [asked.get(name, "") for name in ("from", "to")]
    if not all(number.isascii() and number.isdigit() and len(number) < 10 for number in numbers):
        return {}
    before, after = (Version.objects.of_article(article).numbered(int(number)).first() for number in numbers)
    if before is None or after is None:
        return {"missing": True}
    return {"before": before, "after": after, "differences": differences(before.content, after.content)}
