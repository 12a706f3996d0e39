"""What the site is, in its own words: they stand in the template and are translated like all others."""

from django.template.response import TemplateResponse

from articles.reading.page import page_everywhere


def about(request, language):
    return TemplateResponse(request, "articles/about.html", {"page": page_everywhere("about", language)})
