"""Saving at the desk: one save is one version, joined with what others have saved, and two clicks are one article."""

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.db import IntegrityError, transaction
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.admin.deleting import CONFLICT, GuardedDeleting
from articles.admin.merging import Joined, join, locked
from articles.admin.numbers import tidied
from articles.admin.tokens import refusal_of_new, token
from articles.models import Article
from articles.models.version import Origin
from articles.press.minor import other_byline
from articles.press.roles import may
from articles.press.snapshot import snapshot
from articles.press.versions import begin, finish

FIRST = 1  # the number of the version that a form for a new article makes


class ArticleSaving(GuardedDeleting):
    """What ArticleAdmin does around Django's own saving of a form."""

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        request.GET, request.POST = (tidied(sent, self, request) for sent in (request.GET, request.POST))
        if request.method != "POST":
            return super().changeform_view(request, object_id, form_url, extra_context)
        try:
            return self._answer(request, object_id, form_url, extra_context)
        except IntegrityError:  # two clicks at the same moment: the second waited for the first to commit
            if object_id is None and Article.objects.made_with(request.POST.get("opened_version", "")):
                return self._answer(request, object_id, form_url, extra_context)
            raise

    @transaction.atomic
    def _answer(self, request, object_id, form_url, extra_context):
        made = Article.objects.made_with(request.POST.get("opened_version", "")) if object_id is None else None
        if made:
            object_id, form_url = str(made.pk), reverse("admin:articles_article_change", args=[made.pk])
            if not self.has_change_permission(request, made):
                return HttpResponseRedirect(form_url)
            self._go_on_with(request, made, form_url)
        self._join(request, object_id)
        return _with_status(request, super().changeform_view(request, object_id, form_url, extra_context))

    def _go_on_with(self, request, made, address):
        """Take the form of a new article that is sent once more as one of the article that it made."""
        messages.info(request, _("This article has been made already: the form was sent twice."))
        request.POST = request.POST.copy()
        request.POST["opened_version"] = f"{made.pk}.{FIRST}"
        request.path = address  # where "save and continue editing" leads back to

    def _join(self, request, object_id):
        if object_id is None:
            request.joined = Joined(request.POST, refusal_of_new(request.POST.get("opened_version")))
        elif (found := self.get_object(request, unquote(object_id))) and self.has_change_permission(request, found):
            article = locked(found.pk)
            form = self.get_form(request, article, change=True)(instance=article)
            may_sign = may(request.user, "change_byline", article)
            request.joined = join(request.POST, request.FILES, form, article, byline=may_sign)
            request.POST = request.joined.sent

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        form.joined = getattr(request, "joined", None)
        return form

    def get_fieldsets(self, request, obj=None):
        found = super().get_fieldsets(request, obj)
        if obj and may(request.user, "minor_article", obj):
            return [*found, (_("This save"), {"fields": ["minor"]})]
        return found

    def save_model(self, request, obj, form, change):
        request.before = begin(obj if change else Article())
        if not change:
            obj.made_with = request.POST["opened_version"]
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        joined = request.joined
        origin = Origin.MERGE if joined.taken or joined.by_hand else Origin.DESK
        minor = form.cleaned_data.get("minor", []) if may(request.user, "minor_article", form.instance) else []
        if minor and other_byline(request.before.content, snapshot(Article.objects.get(pk=form.instance.pk))):
            messages.warning(request, _("Another byline is no slip of the pen: nothing was marked as one."))
            minor = []
        finish(form.instance, request.before, by=request.user, origin=origin, minor=minor)
        for sentence in joined.news:
            messages.info(request, sentence)

    def row_token(self, request, obj):
        """Return the token that a form to delete the article carries (articles/admin/deleting.py)."""
        return token(obj)


def _with_status(request, response):
    """Answer 409 where a form was refused for the version it was made from, and show what the others changed."""
    joined = getattr(request, "joined", None)
    if joined and isinstance(response, TemplateResponse) and (joined.refusal or joined.conflicts):
        response.status_code = CONFLICT
        response.context_data["joined"] = joined
    return response
