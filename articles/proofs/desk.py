"""Previews at the desk, and the page there that makes a link for people without an account."""

from django.contrib import admin
from django.contrib.admin.views.decorators import staff_member_required
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from articles.models import Article
from articles.press.roles import languages_written_by, seen_by
from articles.proofs.links import make_link
from articles.proofs.page import FULL, Banner, preview
from articles.reading.page import absolute
from authors.languages import codes
from authors.languages import name as language_name


@staff_member_required(login_url="admin:login")
def desk_preview(request, pk, language, variant):
    article = _article(request, pk)

    def address(*which):
        return reverse("desk_preview", args=[pk, *which])

    back = reverse("admin:articles_article_change", args=[pk])
    return preview(request, article, language, variant, address=address, banner=Banner(get_language(), back=back))


def share(request, pk):
    """Show what a link to a preview opens; when asked to, make one and show it, this once."""
    article = _article(request, pk)
    if not languages_written_by(request.user, article):
        raise PermissionDenied
    link = make_link(article) if request.method == "POST" else None
    written = [code for code in codes() if article.has_text(code)]
    addresses = [
        (language_name(code), absolute(reverse("shared_preview", args=[link.token, code, FULL])))
        for code in (written if link else [])
    ]
    context = {
        **admin.site.each_context(request),
        "title": _("Share a preview"),
        "opts": Article._meta,
        "article": article,
        "written": written,
        "link": link,
        "addresses": addresses,
    }
    return TemplateResponse(request, "admin/articles/article/share.html", context)


def _article(request, pk):
    seen = seen_by(request.user, Article.objects.with_bylines().select_related("outlet"))
    article = seen.filter(pk=pk).first()
    if article is None:
        raise Http404(f"articles: expected the number of an article; found {pk}")
    return article
