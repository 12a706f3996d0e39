"""Releasing at the desk: what will change is shown first, and what was shown is what is released."""

from django.contrib import messages
from django.utils.translation import gettext_lazy as _

from articles.admin.moment_form import ZONE
from articles.admin.press_acts import press_acts
from articles.admin.press_page import article_for, back, page
from articles.admin.release_form import ReleaseForm
from articles.admin.release_panels import panels
from articles.admin.tokens import token
from articles.models import CarryOver, Version
from articles.press.refusals import Refused
from articles.press.release import release
from articles.press.roles import may
from articles.texts.moments import in_zone
from authors.languages import name as language_name


def release_view(model_admin):
    """Return the view of the release dialog."""

    def view(request, pk):
        article = article_for(model_admin, request, pk, "release_article")
        form = _form(request, article)
        fits = request.POST.get("version") == token(article)
        if request.method == "POST" and fits and form.is_valid():
            try:
                outcome = _release(request, article, form)
            except Refused as refused:
                fits = not any(reason.code == "conflict" for reason in refused.error_list)
                form.add_error(None, refused)
            else:
                _tell(request, outcome)
                return back(article)
        stale = request.method == "POST" and not fits
        return _dialog(model_admin, request, article, form, stale)

    return view


def _form(request, article):
    found = panels(article)
    return ReleaseForm(
        request.POST or None,
        initial={"languages": [panel.language for panel in found if article.has_text(panel.language)]},
        zone=request.session.get(ZONE, ""),
        panels=found,
        tasks=CarryOver.objects.open().of_article(article),
        may_override=may(request.user, "override_article", article),
    )


def _release(request, article, form):
    chosen = form.cleaned_data
    if chosen["at"]:
        request.session[ZONE] = chosen["zone"]
    return release(
        article,
        chosen["languages"],
        by=request.user,
        at=chosen["at"],
        note=form.notes(),
        change=chosen.get("change", ""),
        override=chosen.get("override", ""),
        time_zone=chosen["zone"] if chosen["at"] else "UTC",
        applies=chosen["applies"],
        version=article.version,
    )


def _dialog(model_admin, request, article, form, stale):
    article.refresh_from_db(fields=["version"])
    tasks = {task.pk: task for task in CarryOver.objects.open().of_article(article)}
    applies = [(tasks[box.data["value"]], box) for box in form["applies"] if box.data["value"] in tasks]
    rows = [
        {"panel": panel, "box": box, "applies": [pair for pair in applies if pair[0].language == panel.language]}
        for panel, box in zip(form.panels, form["languages"], strict=True)
    ]
    return page(
        model_admin,
        request,
        article,
        "release",
        _("Release"),
        form=form,
        rows=rows,
        version=token(article),
        stale=stale,
        latest=Version.objects.of_article(article).numbered(article.version).newest_first().first() if stale else None,
        media=model_admin.media + form.media,
        status=409 if stale else 200,
        **press_acts(article, request.user),
    )


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
            "moment": in_zone(edition.published_at, edition.time_zone),
        }
        messages.success(request, words % params)
    for edition in outcome.unchanged:
        params = {"language": language_name(edition.language), "number": edition.number}
        messages.info(request, _("%(language)s: nothing has changed since edition %(number)d.") % params)
