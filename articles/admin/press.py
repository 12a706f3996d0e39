"""Releasing and withdrawing at the desk: what will change is shown first."""

from datetime import UTC

from django import forms
from django.contrib import messages
from django.contrib.admin.widgets import AdminSplitDateTime
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from articles.admin.comparison import comparison
from articles.press.content import content
from articles.press.refusals import reasons
from articles.press.release import release
from articles.press.roles import may
from articles.press.state import LIVE, SCHEDULED, state
from articles.press.withdraw import withdraw
from authors.languages import codes
from authors.languages import name as language_name


class ReleaseForm(forms.Form):
    languages = forms.MultipleChoiceField(
        label=_("Languages"),
        widget=forms.CheckboxSelectMultiple,
        choices=lambda: [(code, language_name(code)) for code in codes()],
    )
    at = forms.SplitDateTimeField(
        label=_("Moment (UTC)"), required=False, widget=AdminSplitDateTime, help_text=_("Blank: now.")
    )
    note = forms.CharField(
        label=_("What changed"), required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )


class WithdrawForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Printed for readers in place of the text: write it in their language."),
    )


def _article(model_admin, request, pk, permission):
    article = model_admin.get_queryset(request).filter(pk=pk).first()
    if article is None:
        raise Http404(f"articles: expected the number of an article; found {pk}")
    if not may(request.user, permission, article):
        raise PermissionDenied
    return article


def _back(article):
    return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))


def _context(model_admin, request, article, form, title):
    return {
        **model_admin.admin_site.each_context(request),
        "title": title,
        "opts": model_admin.opts,
        "article": article,
        "form": form,
        "media": model_admin.media + form.media,
    }


def release_view(model_admin):
    """Return the view that shows what a release would change, and releases."""

    def view(request, pk):
        article = _article(model_admin, request, pk, "release_article")
        form = ReleaseForm(request.POST or None, initial={"languages": _written(article)})
        if request.method == "POST" and form.is_valid():
            chosen = form.cleaned_data
            at = chosen["at"] and chosen["at"].astimezone(UTC)
            try:
                outcome = release(article, chosen["languages"], by=request.user, at=at, note=chosen["note"])
            except ValidationError as refused:
                form.add_error(None, refused)
            else:
                _tell(request, outcome)
                return _back(article)
        previews = [_preview(article, code, timezone.now().date()) for code in codes()]
        context = _context(model_admin, request, article, form, _("Release"))
        return TemplateResponse(request, "admin/articles/article/release.html", {**context, "previews": previews})

    return view


def _written(article):
    return [code for code in codes() if article.has_text(code)]


def _preview(article, code, day):
    found, printed = state(article, code), content(article, code, day)
    return {
        "code": code,
        "name": language_name(code),
        "state": found,
        "reasons": [str(reason.messages[0]) for reason in reasons(article, printed)],
        "comparison": comparison(found.edition, printed),
    }


def _tell(request, outcome):
    for edition in outcome.created:
        words = (
            _("%(language)s: edition %(number)d is scheduled for %(moment)s.")
            if edition.is_scheduled()
            else _("%(language)s: edition %(number)d is live.")
        )
        params = {
            "language": language_name(edition.language),
            "number": edition.number,
            "moment": f"{edition.published_at:%Y-%m-%d %H:%M} UTC",
        }
        messages.success(request, words % params)
    for edition in outcome.unchanged:
        params = {"language": language_name(edition.language), "number": edition.number}
        messages.info(request, _("%(language)s: nothing has changed since edition %(number)d.") % params)


def withdraw_view(model_admin):
    """Return the view that asks for the reason, and withdraws."""

    def view(request, pk, language):
        article = _article(model_admin, request, pk, "withdraw_article")
        found = state(article, language) if language in codes() else None
        if found is None or found.name not in (LIVE, SCHEDULED):
            raise Http404(f"{language}: nothing to withdraw")
        form = WithdrawForm(request.POST or None)
        if request.method == "POST" and form.is_valid():
            try:
                withdraw(found.edition, by=request.user, reason=form.cleaned_data["reason"])
            except ValidationError as refused:
                form.add_error(None, refused)
            else:
                messages.success(request, _("%(language)s has been withdrawn.") % {"language": language_name(language)})
                return _back(article)
        context = _context(model_admin, request, article, form, _("Withdraw"))
        context |= {"language": language_name(language), "edition": found.edition}
        return TemplateResponse(request, "admin/articles/article/withdraw.html", context)

    return view
