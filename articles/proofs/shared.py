"""Previews under a shareable link, for people without an account: the manuscript as it stands whenever they look."""

from django.http import Http404, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from articles.models import Article
from articles.proofs.links import Expired, read_link
from articles.proofs.page import Banner, keep_private, preview
from authors.languages import codes


def shared(request, token, language, variant):
    try:
        link = read_link(token)
    except Expired:
        return expired()
    article = Article.objects.with_bylines().select_related("outlet").filter(pk=link.article).first()
    if article is None:
        raise Http404("preview: the article is gone")

    def address(*which):
        return reverse("shared_preview", args=[token, *which])

    return preview(request, article, language, variant, address=address, banner=Banner(language, until=link.until))


def expired():
    """Answer 410 in every language: the address does not say which one the visitor reads."""
    messages = []
    for code in codes():
        with override(code):
            title, text = _("This link has expired"), _("A link to a preview works for a week. Ask for a new one.")
            messages.append({"language": code, "title": title, "text": text})
    html = render_to_string("error.html", {"messages": messages, "status": 410, "language": codes()[0]})
    response = HttpResponse(html, status=410)
    response["Content-Language"] = ", ".join(codes())
    return keep_private(response)
