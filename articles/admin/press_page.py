"""What the pages of the press have in common: whose article it is, who may, where they lead back to."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.press.roles import may


def article_for(model_admin, request, pk, permission):
    """Return the article of a number, if the user may do this to it. Raises Http404, PermissionDenied."""
    article = visible(model_admin, request, pk)
    if not may(request.user, permission, article):
        raise PermissionDenied
    return article


def visible(model_admin, request, pk):
    """Return the article of a number, if the user may see it. Raises Http404, PermissionDenied."""
    article = model_admin.get_queryset(request).filter(pk=pk).first()
    if article is None:
        raise Http404(f"articles: expected the number of an article; found {pk}")
    if not model_admin.has_view_permission(request, article):
        raise PermissionDenied
    return article


def back(article):
    """Return the way back to the article's own page."""
    return HttpResponseRedirect(reverse("admin:articles_article_change", args=[article.pk]))


def page(model_admin, request, article, template, title, **context):
    """Return a page of the press about an article; ``status`` is that of the response."""
    status = context.pop("status", 200)
    shared = {
        **model_admin.admin_site.each_context(request),
        "title": title,
        "opts": model_admin.opts,
        "article": article,
        "media": model_admin.media,
    }
    return TemplateResponse(request, f"admin/articles/article/{template}.html", shared | context, status=status)


def conflict(model_admin, request, article, problems):
    """Return the page (409) that says why nothing was done: what the form spoke of is not there any more."""
    return page(model_admin, request, article, "conflict", _("Nothing was done"), problems=problems, status=409)
