"""The translation beside its source: what has changed, what stands for what, and the buttons that put it right."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from articles.admin.tokens import refuse_unless_current, token
from articles.models import Article
from articles.press.beside import SOURCE, TARGET, beside
from articles.press.lag import confirm, lagging
from articles.press.refusals import Refused
from articles.press.roles import may_write
from authors.languages import name as language_name

VARIANTS = {"short": _("Short text"), "full": _("Full text")}
STEPS = {"up": -1, "down": 1}


def alignment_view(model_admin):
    """Return the view of a translation beside its source; whoever may write the translation may put it right."""

    def view(request, pk, language):
        article = model_admin.get_queryset(request).filter(pk=pk).first()
        if article is None or language not in article.translations():
            raise Http404(f"{pk}, {language}: expected a translation of an article")
        if not may_write(request.user, article, language):
            raise PermissionDenied
        if request.method == "POST":
            try:
                _put_right(article, language, request.POST, by=request.user)
            except ValidationError as refused:
                messages.error(request, " ".join(refused.messages))
                return _page(model_admin, request, article, language, status=409)
            return HttpResponseRedirect(_address(article, language) + _place(request.POST))
        return _page(model_admin, request, article, language)

    return view


@transaction.atomic
def _put_right(article, language, sent, *, by):
    """Do what the button that was pressed says. Raises ValidationError when the texts are not what it was shown on."""
    refuse_unless_current(sent.get("opened_version"), Article.objects.select_for_update().get(pk=article.pk))
    if names := sent.getlist("confirm"):
        confirm(article, language, names, by=by)
    elif "confirm_all" in sent:
        confirm(article, language, [one.name for one in lagging(article, language)], by=by)
    elif "move" in sent:
        try:
            variant, side, step, key = sent["move"].split(":", 3)
            [one] = [one for one in beside(article, language) if one.stored.variant == variant]
            if side not in (SOURCE, TARGET):
                raise LookupError(side)
            one.move(side, key, STEPS[step])
        except (ValueError, LookupError, StopIteration) as error:
            raise Refused([ValidationError(_("There is no such paragraph to move."), code="move")]) from error


def _page(model_admin, request, article, language, status=200):
    context = {
        **model_admin.admin_site.each_context(request),
        "title": _("Translation beside its source"),
        "opts": model_admin.opts,
        "media": model_admin.media,
        "article": article,
        "language": language,
        "source_language": article.original_language,
        "names": {"source": language_name(article.original_language), "target": language_name(language)},
        "token": token(article),
        "variants": _variants(article, language),
        "behind": bool(lagging(article, language)),
    }
    return TemplateResponse(request, "admin/articles/article/alignment.html", context, status=status)


def _variants(article, language):
    behind = {(one.variant, one.change.after): one for one in lagging(article, language) if one.change.after}
    removed = [one for one in lagging(article, language) if not one.change.after]
    return [
        {
            "name": one.stored.variant,
            "label": VARIANTS[one.stored.variant],
            "rows": _rows(one, behind),
            "removed": [gone for gone in removed if gone.variant == one.stored.variant],
        }
        for one in beside(article, language)
    ]


def _rows(one, behind):
    sources = dict(zip(one.current, one.source, strict=True))
    targets = dict(zip(one.target_keys, one.target, strict=True))
    return [
        {
            "source": [(key, sources[key], behind.get((one.stored.variant, key))) for key in left],
            "target": [(key, targets[key]) for key in right],
        }
        for left, right in one.pairs()
    ]


def _address(article, language):
    return reverse("admin:articles_article_alignment", args=[article.pk, language])


def _place(sent):
    return f"#{place}" if (place := sent.get("place", "")).isascii() and place.replace("-", "").isalnum() else ""
