"""Undoing the last release at the desk, in one click; and dismissing corrections that do not concern a language."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from articles.admin.press_acts import words
from articles.admin.press_page import article_for, back, conflict, visible
from articles.models import CarryOver
from articles.press.carry_over import dismiss
from articles.press.refusals import Refused
from articles.press.roles import may_write
from articles.press.undo import undo


def undo_view(model_admin):
    """Return the view that undoes the last release, if it is the one that the form speaks of (409 otherwise)."""

    @require_POST
    def view(request, pk):
        article = article_for(model_admin, request, pk, "release_article")
        try:
            taken = undo(article, by=request.user, seen=request.POST.getlist("step"))
        except Refused as refused:
            return conflict(model_admin, request, article, refused.messages)
        messages.success(request, _("The last release has been undone. %(words)s.") % {"words": words(taken)})
        return back(article)

    return view


def dismiss_view(model_admin):
    """Return the view that settles the task of carrying a correction over: it does not concern the language.

    Those may who write that language. A task that was settled meanwhile is answered with 409.
    """

    @require_POST
    def view(request, pk, task):
        article = visible(model_admin, request, pk)
        found = CarryOver.objects.of_article(article).filter(pk=task).first()
        if found is None:
            raise Http404(f"carry-overs: expected the number of one of this article; found {task}")
        if not may_write(request.user, article, found.language):
            raise PermissionDenied
        try:
            dismiss(found, by=request.user)
        except Refused as refused:
            return conflict(model_admin, request, article, refused.messages)
        messages.success(request, _("The correction has been marked as of no concern here."))
        return back(article)

    return view
