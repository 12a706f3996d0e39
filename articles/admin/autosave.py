"""The addresses that a form keeps its unsaved text at, and throws it away."""

import re
from datetime import timedelta

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponseRedirect, JsonResponse
from django.middleware.csrf import get_token
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from articles.admin.parts import parts_sent
from articles.admin.tokens import refusal_of_new, version_in
from articles.press.autosave import forget, keep, parts_written_by

PAGE = re.compile(r"(new\.)?[0-9a-f]{8,36}")
LONGEST = timedelta(days=365)  # that a browser may have kept a text by itself


def autosave_view(model_admin):
    """Return the view that keeps what was typed: the parts of the form that changed (signatures all together),
    ``page``, ``opened_version``, and how many seconds ago (``age``) the last was typed, if the site was away since.

    Asked with GET it says who is logged in, and a token for the forms of a page that was opened in an earlier session.
    """

    @sensitive_post_parameters()
    def view(request, pk=None):
        article = _article(model_admin, request, pk)
        if request.method != "POST":
            return JsonResponse({"user": request.user.pk, "token": get_token(request)})
        at = timezone.now() - _age(request.POST)
        try:
            page, version = _made_from(request.POST, article)
        except ValidationError as refusal:
            return JsonResponse({"refused": refusal.messages}, status=409)
        keep(page, parts_sent(request.POST), by=request.user, at=at, article=article, version=version)
        return JsonResponse({"at": at.isoformat()})

    return view


def discard_view(model_admin):
    """Return the view that throws the unsaved text of one form away."""

    def view(request, pk=None):
        article = _article(model_admin, request, pk)
        if request.method == "POST":
            forget(request.POST.get("page", ""), by=request.user, article=article)
            messages.success(request, _("The unsaved text has been thrown away."))
        where = ["admin:articles_article_change", [pk]] if pk else ["admin:articles_article_add", []]
        return HttpResponseRedirect(reverse(where[0], args=where[1]))

    return view


def _article(model_admin, request, pk):
    article = model_admin.get_object(request, str(pk)) if pk else None
    if pk and article is None:
        raise Http404(f"articles: expected the number of an article; found {pk}")
    if not parts_written_by(request.user, article):
        raise PermissionDenied
    return article


def _made_from(sent, article):
    opened, page = sent.get("opened_version", ""), sent.get("page", "")
    refusal = None if article else refusal_of_new(opened)
    if refusal or not PAGE.fullmatch(page):
        raise refusal or ValidationError(_("Expected the form that this text was typed into; found none."), code="page")
    return page, version_in(opened, article) if article else 0


def _age(sent):
    age = sent.get("age", "")
    return min(timedelta(seconds=int(age)), LONGEST) if re.fullmatch(r"[0-9]{1,9}", age) else timedelta()
