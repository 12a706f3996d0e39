"""The exact text at the desk: whoever sees the article reads it, an author with an account decides about it."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from articles.models import Article
from articles.models.signoff import Decision, How
from articles.press.refusals import Refused
from articles.press.roles import may
from articles.press.signing import sign, standings
from articles.proofs.decision_form import DecisionForm, typed
from articles.proofs.differences import differences, since
from articles.proofs.sheet import sheet
from authors.languages import codes
from authors.languages import name as language_name


def desk_signoff(request, pk, language):
    """Show a language of an article exactly as it would be printed, with all remarks; take an author's decision.

    409 when the text is not the one that was shown; then what has changed, and what the author had written.
    """
    article = get_object_or_404(Article, pk=pk)
    if language not in codes() or not article.has_text(language):
        raise Http404(f"signoff: expected a language that is written; found {language!r}")
    author = getattr(request.user, "author", None)
    found = sheet(article, author, language)
    if not (found.standing or may(request.user, "view_article", article)):
        raise Http404("signoff: expected an article that the user may see")
    if request.method == "POST" and not found.standing:
        raise PermissionDenied
    if request.method != "POST":
        return _page(request, article, found)
    digest = request.POST.get("digest", "")
    if digest != found.digest:
        return _changed(request, article, found, digest)
    form = DecisionForm(request.POST, found.passages)
    if form.is_valid():
        try:
            with transaction.atomic():
                who = {"how": How.ACCOUNT, "by": request.user}
                signoff = sign(article, author, language, remarks=form.remarks(), **form.decided(), **who)
        except Refused as refused:
            if refused.error_list[0].code == "changed":
                return _changed(request, article, sheet(article, author, language), digest)
            form.add_error("comment", refused)
        else:
            done = (
                _("You have approved: %s.") if signoff.decision == Decision.APPROVED else _("You ask for changes: %s.")
            )
            messages.success(request, done % language_name(language))
            return HttpResponseRedirect(request.path)
    return _page(request, article, found, form=form, status=400)


def _page(request, article, found, form=None, status=200):
    language, word = found.edition.language, found.standing and found.standing.signoff
    people = standings(Article.objects.with_bylines().get(pk=article.pk), language)
    context = {
        "standings": people,
        "others": [
            {**remark, "author": one.author.known_as} for one in people if one.signoff for remark in one.signoff.remarks
        ],
        **since(found, word.digest if word else ""),
        "form": (form or DecisionForm(None, found.passages)) if found.standing else None,
    }
    return _response(request, "signoff.html", article, found, context, status)


def _changed(request, article, found, digest):
    context = {"differences": differences(digest, found.signed), "typed": typed(request.POST)}
    return _response(request, "signoff_changed.html", article, found, context, 409)


def _response(request, template, article, found, context, status):
    language = found.edition.language
    shared = {
        **admin.site.each_context(request),
        "title": _("Sign-off: %s") % language_name(language),
        "opts": Article._meta,
        "article": article,
        "may_view": may(request.user, "view_article", article),
        "sheet": found,
        "text_language": language,
    }
    response = TemplateResponse(request, f"admin/articles/article/{template}", shared | context, status=status)
    response["Cache-Control"] = "no-store"
    return response
