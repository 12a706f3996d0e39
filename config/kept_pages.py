"""The pages that keep a form: one to log in on, and one to send it again from. Both work without scripts."""

from django.contrib.admin import site
from django.contrib.admin.forms import AdminAuthenticationForm
from django.template.response import TemplateResponse
from django.utils.cache import add_never_cache_headers
from django.utils.translation import gettext_lazy as _

from config.kept_form import kept_form

LOG_IN, AGAIN = "admin/kept_form/log_in.html", "admin/kept_form/again.html"
TITLE = _("Log in to go on")  # of the first


def log_in(request, kept):
    """Return the page on which somebody logs in and which holds their form meanwhile.

    403 (RFC 9110 §15.5.4): what was sent was understood, and refused to whoever sent it. Not 200, by which a script
    would believe that it was saved; not 401, which has to name a scheme the browser itself asks a password for; and no
    redirection, which would leave the form behind.
    """
    return _page(request, LOG_IN, kept, 403, title=TITLE, form=AdminAuthenticationForm(request))


def again(request, kept, status=200):
    """Return the page from which somebody who is logged in sends a form again, with the token of today."""
    return _page(request, AGAIN, kept, status, title=_("Send it once more"))


def instead_of_refusal(request):
    """Return the page that keeps a form which came with a wrong token; None where it has to be refused.

    A form with a wrong token may be that of an attacker, who has a page elsewhere send it with the rights of whoever
    looks at it. On a page of ours one careless click would finish the attack, so a form is only kept if the browser
    says that it comes from a page of this very site: no other page can make it say so, and a form of this site has an
    attacker's words in no place. A browser that does not say where a form comes from is asked to go back instead.
    """
    kept = kept_form(request) if _from_ourselves(request) else None
    if kept is None:
        return None
    return again(request, kept, 403) if site.has_permission(request) else log_in(request, kept)


def _from_ourselves(request):
    us = f"{request.scheme}://{request.get_host()}"
    if request.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":  # a neighbouring host is not ourselves
        return False
    if origin := request.headers.get("Origin"):  # "null", from a sandbox, is nobody
        return origin == us
    return request.headers.get("Referer", "").startswith(f"{us}/")


def _page(request, template, kept, status, **context):
    context = {**site.each_context(request), "subtitle": None, "kept": kept, **context}
    response = TemplateResponse(request, template, context, status=status)
    add_never_cache_headers(response)
    return response
