"""The share image of a text in a language, at an address of its own."""

from django.http import HttpResponse

from articles.models.edition import Edition
from articles.models.roles import Role
from articles.reading.elsewhere import elsewhere
from articles.reading.page import site_name
from articles.reading.share_card import share_card


def share_image(request, language, slug):
    edition = Edition.objects.live(language).with_slug(slug).with_bylines().without_texts().first()
    if edition is None:
        return elsewhere(request, language, slug, "share_image")
    names = tuple(line.name for line in edition.bylines.all() if line.role == Role.AUTHOR)
    return HttpResponse(share_card(edition.title, names, site_name(language), language), content_type="image/png")
