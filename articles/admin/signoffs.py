"""Asking for sign-offs at the desk: the matrix on the article's page, and what its buttons do."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from articles.models import Article, SignOffRequest
from articles.press.invitations import invite, remind_all
from articles.press.links import revoke
from articles.press.matrix import matrix
from articles.press.refusals import Refused
from articles.press.roles import may, seen_by
from authors.languages import codes
from authors.languages import name as language_name
from authors.models import Author

STALE = {"changed", "gone"}  # somebody was faster than the page that was shown


def signoff_urls(model_admin):
    """Return the addresses of what can be asked for about an article's sign-offs."""
    view = model_admin.admin_site.admin_view
    return [
        path(f"<int:pk>/signoff/{name}/", view(_verb(model_admin, act)), name=f"articles_article_signoff_{name}")
        for name, act in (("ask", _ask), ("remind", _remind), ("revoke", _revoke))
    ]


def signoff_context(article, user):
    """Return what the panel of sign-offs shows a user."""
    author = getattr(user, "author", None)
    return {
        "signoffs": matrix(article),
        "signoff_languages": [(code, language_name(code)) for code in codes()],
        "may_ask": may(user, "signoff_article", article),
        "own_author": author.pk if author else None,
    }


def _verb(model_admin, act):
    """Return the view of a button: what it did, or why not, is said on the article's page; 409 for a stale page."""

    @require_POST
    def view(request, pk):
        article = get_object_or_404(seen_by(request.user, Article.objects.with_bylines()), pk=pk)
        if not may(request.user, "signoff_article", article):
            raise PermissionDenied
        try:
            act(request, article)
        except Refused as refused:
            if STALE & {reason.code for reason in refused.error_list}:
                return _stale(model_admin, request, article, refused)
            for words in refused.messages:
                messages.error(request, words)
        return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]) + "#signoffs")

    return view


def _ask(request, article):
    """Ask an author for languages, each sent as "en:DIGEST", the text that was on the page."""
    author = get_object_or_404(Author, pk=_number(request.POST.get("author")))
    texts = [text.partition(":") for text in request.POST.getlist("text")]
    seen = {code: digest for code, _colon, digest in texts if code in codes()}
    if not seen:
        messages.error(request, _("Nobody was asked: choose a language."))
        return
    invitation = invite(article, author, list(seen), by=request.user, seen=seen)
    _tell(request, invitation, _("%(author)s is asked to approve: %(languages)s."))


def _remind(request, article):
    link = _link(request, article)
    invitation = remind_all([link], by=request.user, seen={link.language: request.POST.get("digest", "")})
    _tell(request, invitation, _("%(author)s is reminded, by a new link: %(languages)s."))


def _revoke(request, article):
    link = _link(request, article)
    revoke(link, by=request.user)
    params = {"author": link.author.known_as, "language": language_name(link.language)}
    messages.success(request, _("%(language)s: the link of %(author)s opens nothing any more.") % params)


def _tell(request, invitation, words):
    author = invitation.requests[0].author.known_as
    languages = ", ".join(language_name(one.language) for one in invitation.requests)
    if invitation.problem:
        failed = _(
            "The letter to %(author)s could not be sent: %(problem)s. The request is kept; “Remind” sends it again."
        )
        messages.error(request, failed % {"author": author, "problem": invitation.problem})
    else:
        messages.success(request, words % {"author": author, "languages": languages})


def _stale(model_admin, request, article, refused):
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("Nothing was done"),
        "opts": model_admin.opts,
        "article": article,
        "reasons": refused.messages,
    }
    return TemplateResponse(request, "admin/articles/article/stale.html", context, status=409)


def _link(request, article):
    found = SignOffRequest.objects.select_related("author", "article")
    return get_object_or_404(found, article=article, pk=_number(request.POST.get("link")))


def _number(text):
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 19 else 0
