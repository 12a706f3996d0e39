"""What was typed and not saved: offered when a form is opened again, brought back into it, gone when it is saved."""

import secrets

from django.urls import path

from articles.admin.autosave import autosave_view, discard_view
from articles.admin.parts import initial, rows
from articles.admin.presence import others, presence_view
from articles.admin.tokens import NEW
from articles.admin.wording import compared, in_words, label, language_of
from articles.press.autosave import drafts, forget, parts_written_by
from articles.press.merge import FIELDS
from articles.press.snapshot import EMPTY, snapshot

PAGE, NEWEST = "autosave_page", "1"


class UnsavedText:
    """For the ModelAdmin of articles. ``?unsaved=PAGE`` fills the form with a draft, and with the version it was made
    from, so that it is joined on saving with what others have saved since; ``?unsaved=1`` takes the newest.
    """

    def get_urls(self):
        view = self.admin_site.admin_view
        keep, discard = view(autosave_view(self)), view(discard_view(self))
        return [
            path("add/autosave/", keep, name="articles_article_add_autosave"),
            path("add/autosave/discard/", discard, name="articles_article_add_discard"),
            path("<int:pk>/autosave/", keep, name="articles_article_autosave"),
            path("<int:pk>/autosave/discard/", discard, name="articles_article_discard"),
            path("<int:pk>/presence/", view(presence_view(self)), name="articles_article_presence"),
            *super().get_urls(),
        ]

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change, **kwargs)
        if draft := _brought_back(request, obj):
            made_from = f"{obj.pk}.{draft.version}" if obj else draft.page
            form.unsaved = {**initial(draft.parts), "opened_version": made_from}
        return form

    def get_formset_kwargs(self, request, obj, inline, prefix):
        kwargs = super().get_formset_kwargs(request, obj, inline, prefix)
        draft = _brought_back(request, obj if obj.pk else None)
        if draft and (sent := rows(draft.parts, obj)):
            kwargs["data"] = sent
        return kwargs

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        parts = _written(request, obj)
        if parts:
            back = _brought_back(request, obj)
            opened = context["adminform"].form["opened_version"].value()
            context |= {
                "parts": parts,
                "page": _page(request, back) if obj else opened,
                "brought_back": back,
                "unsaved": [_offered(draft, obj) for draft in _drafts(request, obj) if draft != back],
            }
        context["others_here"] = others(obj, request.user) if obj else []
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        page = request.POST.get(PAGE, "")
        # The form of a new article that is sent twice goes on as one of the article it made.
        for article in [form.instance, None] if page.startswith(NEW) else [form.instance]:
            forget(page, by=request.user, article=article)


def _written(request, obj):
    if not hasattr(request, "parts_written"):
        request.parts_written = parts_written_by(request.user, obj)
    return request.parts_written


def _drafts(request, obj):
    if not hasattr(request, "drafts"):
        shown = request.method == "GET" and _written(request, obj)
        request.drafts = drafts(request.user, obj) if shown else []
    return request.drafts


def _brought_back(request, obj):
    wanted = request.GET.get("unsaved")
    found = _drafts(request, obj) if wanted else []
    return next((draft for draft in found if wanted in (draft.page, NEWEST)), None)


def _page(request, back):
    return back.page if back else request.POST.get(PAGE) or secrets.token_hex(8)


def _offered(draft, article):
    saved = snapshot(article) if article else EMPTY
    typed = {name: part for name, part in draft.parts.items() if name in saved}
    typed |= {FIELDS: {name: part for name, part in draft.parts.items() if name not in saved}}
    was, now = (in_words(content, draft.parts) for content in (saved, saved | typed))
    return {
        "page": draft.page,
        "at": draft.at,
        "overtaken": bool(article) and draft.version < article.version,
        "changes": [
            {"label": label(name), "language": language_of(name), **compared(was[name], now[name])}
            for name in draft.parts
        ],
    }
