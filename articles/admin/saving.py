"""Saving at the desk: one save is one version, joined with what others have saved, and two clicks are one article."""

from django.contrib import messages
from django.contrib.admin.utils import unquote
from django.db import IntegrityError, transaction
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.admin.merging import BYLINES, Joined, join, locked
from articles.admin.tokens import refusal_of_new
from articles.models import Article
from articles.models.version import Origin
from articles.press.roles import may
from articles.press.versions import begin, finish


class ArticleSaving:
    """What ArticleAdmin does around Django's own saving of a form."""

    def changeform_view(self, request, object_id=None, form_url="", extra_context=None):
        if request.method != "POST":
            return super().changeform_view(request, object_id, form_url, extra_context)
        try:
            with transaction.atomic():
                if made := self._made_already(request, object_id):
                    return made
                self._join(request, object_id)
                return _with_status(request, super().changeform_view(request, object_id, form_url, extra_context))
        except IntegrityError:  # two clicks at the same moment: the second waited for the first to commit
            if made := self._made_already(request, object_id):
                return made
            raise

    def _made_already(self, request, object_id):
        made = Article.objects.made_with(request.POST.get("opened_version", "")) if object_id is None else None
        if made is None:
            return None
        messages.info(request, _("This article has been made already: the form was sent twice."))
        return HttpResponseRedirect(reverse("admin:articles_article_change", args=[made.pk]))

    def _join(self, request, object_id):
        if object_id is None:
            request.joined = Joined(request.POST, refusal_of_new(request.POST.get("opened_version")))
        elif found := self.get_object(request, unquote(object_id)):
            article = locked(found.pk)
            form = self.get_form(request, article, change=True)(instance=article)
            request.joined = join(request.POST, form, article)
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
        joined = getattr(request, "joined", None)
        origin = Origin.MERGE if joined and joined.taken else Origin.DESK
        minor = form.cleaned_data.get("minor", []) if may(request.user, "minor_article", form.instance) else []
        finish(form.instance, request.before, by=request.user, origin=origin, minor=minor)
        if origin == Origin.MERGE:
            messages.info(request, _said(form, joined))


def _said(form, joined):
    labels = [str(form.fields[name].label) if name in form.fields else str(_("Byline")) for name in joined.taken]
    words = _("Joined with what %(people)s saved in the meantime: %(fields)s.")
    return words % {"people": ", ".join(joined.others) or _("somebody else"), "fields": ", ".join(labels)}


def _with_status(request, response):
    """Answer 409 where a form was refused for the version it was made from, and show what the others changed."""
    joined = getattr(request, "joined", None)
    if not (joined and isinstance(response, TemplateResponse) and (joined.refusal or joined.conflicts)):
        return response
    form = response.context_data["adminform"].form
    response.status_code = 409
    response.context_data["conflicts"] = [
        {**conflict, "label": form.fields[conflict["name"]].label if conflict["name"] != BYLINES else _("Byline")}
        for conflict in joined.conflicts
    ]
    response.context_data["others"] = joined.others
    return response
