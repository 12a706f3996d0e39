"""Scheduled releases at the desk: moved to another moment, or called off."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from articles.admin.edition_tokens import editions_named
from articles.admin.moment_form import ZONE, MomentForm
from articles.admin.press_acts import appointments
from articles.admin.press_page import article_for, back, conflict, page
from articles.press.refusals import Refused
from articles.press.schedule import cancel, move
from articles.texts.moments import in_zone
from authors.languages import name as language_name

GONE = ValidationError(_("The scheduled edition that this form spoke of is not there."), code="not_scheduled")


def schedule_view(model_admin):
    """Return the view of what is scheduled: asked for, it shows that; told to, it moves editions or calls them off.

    A form names its editions. What is not scheduled any more is refused with 409, what was typed is kept.
    """

    def view(request, pk):
        article = article_for(model_admin, request, pk, "release_article")
        form = MomentForm(request.POST if "move" in request.POST else None, zone=request.session.get(ZONE, ""))
        if request.method != "POST":
            return _shown(model_admin, request, article, form) if appointments(article) else back(article)
        editions = editions_named(article, request.POST.getlist("edition"))
        if not editions:
            return conflict(model_admin, request, article, [GONE.messages[0]])
        if "move" in request.POST and not form.is_valid():
            return _shown(model_admin, request, article, form)
        try:
            _move(request, editions, form) if "move" in request.POST else _cancel(request, editions)
        except Refused as refused:
            if any(reason.code == "moment" for reason in refused.error_list):
                form.add_error("day", refused)
                return _shown(model_admin, request, article, form)
            return conflict(model_admin, request, article, refused.messages)
        return back(article)

    return view


def _move(request, editions, form):
    at, zone = form.cleaned_data["at"], form.cleaned_data["zone"]
    for edition in move(*editions, by=request.user, at=at, time_zone=zone):
        words = _("%(language)s: edition %(number)d is scheduled for %(moment)s.")
        messages.success(request, words % {**_params(edition), "moment": in_zone(edition.published_at, zone)})
    request.session[ZONE] = zone


def _cancel(request, editions):
    cancel(*editions, by=request.user)
    for edition in editions:
        words = _("%(language)s: edition %(number)d has been called off and will not be public.")
        messages.success(request, words % _params(edition))


def _params(edition):
    return {"language": language_name(edition.language), "number": edition.number}


def _shown(model_admin, request, article, form):
    return page(
        model_admin,
        request,
        article,
        "schedule",
        _("Scheduled"),
        form=form,
        sent=request.POST.getlist("edition"),
        appointments=appointments(article),
    )
