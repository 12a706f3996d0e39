"""Presence at the desk: a form says that it is open, and is told who else has it open."""

from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.utils import timezone
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _

from articles.admin.press_page import visible
from articles.admin.wording import person
from articles.models import Presence
from articles.press.presence import be_there
from articles.press.roles import languages_written_by
from authors.languages import codes


def presence_view(model_admin):
    """Return the view that a form calls while it is open; it answers with sentences about the others."""

    def view(request, pk):
        article = visible(model_admin, request, pk)
        if not languages_written_by(request.user, article):
            raise PermissionDenied
        if request.method == "POST":
            language = request.POST.get("language", "")
            be_there(article, language if language in codes() else "", by=request.user, at=timezone.now())
        return JsonResponse({"others": others(article, request.user)})

    return view


def others(article, user):
    """Return a sentence, in the active language, about everybody else who has an article open just now."""
    return [_sentence(presence) for presence in Presence.objects.of_others(article, user, timezone.now())]


def _sentence(presence):
    who = person(presence.user)
    if not presence.language:
        return _("%(person)s has this article open.") % {"person": who}
    language = get_language_info(presence.language)["name_translated"]
    return _("%(person)s is editing %(language)s.") % {"person": who, "language": language}
