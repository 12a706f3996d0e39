"""Withdrawing at the desk: which edition it is about is shown first, and a reason is asked for."""

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.utils.translation import gettext_lazy as _

from articles.admin.edition_tokens import edition_token
from articles.admin.press_page import article_for, back, page
from articles.admin.tokens import token
from articles.press.state import LIVE, SCHEDULED, state
from articles.press.withdraw import withdraw
from authors.languages import codes
from authors.languages import name as language_name


class WithdrawForm(forms.Form):
    reason = forms.CharField(
        label=_("Reason"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Printed for readers in place of the text: write it in their language."),
    )


def withdraw_view(model_admin):
    """Return the view that asks for the reason, and withdraws."""

    def view(request, pk, language):
        article = article_for(model_admin, request, pk, "withdraw_article")
        found = state(article, language) if language in codes() else None
        if found is None or found.name not in (LIVE, SCHEDULED):
            raise Http404(f"{language}: nothing to withdraw")
        form = WithdrawForm(request.POST or None)
        seen = {"version": token(article), "edition": edition_token(found.edition)}
        stale = request.method == "POST" and any(request.POST.get(name) != value for name, value in seen.items())
        if request.method == "POST" and not stale and form.is_valid():
            try:
                withdraw(found.edition, by=request.user, reason=form.cleaned_data["reason"])
            except ValidationError as refused:
                form.add_error(None, refused)
            else:
                messages.success(request, _("%(language)s has been withdrawn.") % {"language": language_name(language)})
                return back(article)
        return page(
            model_admin,
            request,
            article,
            "withdraw",
            _("Withdraw"),
            form=form,
            seen=seen,
            stale=stale,
            language=language_name(language),
            edition=found.edition,
            status=409 if stale else 200,
        )

    return view
