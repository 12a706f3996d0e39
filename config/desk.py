"""The desk: Django's admin under our own name and a policy of its own.

It stands outside articles/admin, whose import registers everything with it: it must exist before.
"""

from functools import wraps

from csp.constants import NONCE
from csp.decorators import csp_update
from django.contrib.admin import AdminSite
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

from config import kept_pages
from config.kept_form import kept_form, without_kept

# Sentences of Django's own that put a name where Russian needs another case or gender ("Выберите статья", "Статья был
# изменен"): named here, so that our catalogue words them anew.
REWORDED = [
    gettext_noop("Select %s to change"),
    gettext_noop("Select %s to view"),
    gettext_noop("Select %s"),
    gettext_noop("Add %s"),
    gettext_noop("Change %s"),
    gettext_noop("View %s"),
    gettext_noop("Add %(name)s"),
    gettext_noop("Add another %(verbose_name)s"),
    gettext_noop("The {name} “{obj}” was added successfully."),
    gettext_noop("The {name} “{obj}” was added successfully. You may add another {name} below."),
    gettext_noop("The {name} “{obj}” was changed successfully."),
    gettext_noop("The {name} “{obj}” was changed successfully. You may edit it again below."),
    gettext_noop("The {name} “{obj}” was changed successfully. You may add another {name} below."),
    gettext_noop("The %(name)s “%(obj)s” was deleted successfully."),
    gettext_noop("You may edit it again below."),
]

# The rich-text editor writes one style element when it starts; this is the digest of its text. The browser test of
# the editor fails, and prints the new digest, when a new version of the editor changes it.
EDITOR_STYLE = "'sha256-PlumsSlvJ7vvWzjqibGAYKq92O3y/4JTxWWsWJvyUYA='"
POLICY = {"script-src": [NONCE], "style-src": [EDITOR_STYLE], "img-src": ["data:"]}


class Desk(AdminSite):
    site_title = _("Diptych desk")
    site_header = _("Diptych desk")
    index_title = _("The desk")
    enable_nav_sidebar = False

    def admin_view(self, view, cacheable=False):
        return csp_update(POLICY)(self._keeping(super().admin_view(view, cacheable)))

    def _keeping(self, view):
        """Django would lead whoever is not logged in to the log-in, and leave what they sent behind."""

        @wraps(view)
        def keeping(request, *args, **kwargs):
            kept = None if self.has_permission(request) else kept_form(request)
            return kept_pages.log_in(request, kept) if kept else view(request, *args, **kwargs)

        return keeping

    def login(self, request, extra_context=None):
        kept = kept_form(request)
        if kept is None:
            return super().login(request, extra_context)
        request.kept = kept  # for the page of a lock, which django-axes makes
        request.POST = without_kept(request.POST)  # django-axes stores what came with a wrong password
        response = super().login(request, {**(extra_context or {}), "kept": kept, "title": kept_pages.TITLE})
        if response.status_code == 302:
            return kept_pages.again(request, kept)
        response.template_name = kept_pages.LOG_IN
        return response
