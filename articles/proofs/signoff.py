"""A co-author's own page: the exact text, behind a personal link and no account, to approve or to ask for changes."""

from django.http import Http404, HttpResponseNotAllowed
from django.shortcuts import render
from django.utils.translation import override
from django.views.decorators.csrf import csrf_exempt

from articles.press.letters import called
from articles.press.links import decide, find, rebind, shows
from articles.press.refusals import Refused
from articles.proofs.decision_form import DecisionForm, typed
from articles.proofs.differences import differences, since
from articles.proofs.sheet import sheet

READ = "read"  # what the form says that asks for the new text, beside the decisions


@csrf_exempt  # Whoever can send the form knows the token in its address: no other site does, and no cookie proves more.
def signoff(request, token):
    """Show the text a personal link is bound to, and take its holder's decision.

    200: the text, or what was decided about it. 409: the text has changed; what has. 410: the link has ended. 400: what
    was sent is no decision. 404, the same for every token, for one that nobody was given.
    """
    link = find(token)
    if link is None:
        raise Http404("signoff: expected the token of a personal link")
    if request.method not in ("GET", "HEAD", "POST"):
        return HttpResponseNotAllowed(["GET", "HEAD", "POST"])
    with override(link.author.letters_language):
        response = _answer(request, link)
        response["Content-Language"] = link.author.letters_language
    response["Cache-Control"] = "no-store, private"
    return response


def _answer(request, link):
    if request.method != "POST":
        return _text(request, link)
    if request.POST.get("decision") != READ:
        return _decided(request, link)
    try:
        return _text(request, rebind(link), comment=request.POST.get("comment", ""))
    except Refused:
        return _ended(request, link)


def _text(request, link, comment="", **shown):
    """Answer with the text as it stands, if that is the one the link is bound to."""
    found = sheet(link.article, link.author, link.language)
    if _is_dead(link, found):
        return _ended(request, link)
    if not shows(link, found.digest, found.standing):
        return _changed(request, link, found)
    form = DecisionForm(None, found.passages, initial={"comment": comment})
    return _page(request, "proofs/signoff.html", link, found, form=form, **since(found, link.seen_digest), **shown)


def _decided(request, link):
    found = sheet(link.article, link.author, link.language)
    if _is_dead(link, found):
        return _ended(request, link)
    digest = request.POST.get("digest")
    if digest != found.digest or not shows(link, digest, found.standing):
        return _changed(request, link, found)
    form, before = DecisionForm(request.POST, found.passages), found.standing.signoff
    if form.is_valid():
        try:
            signoff = decide(link, remarks=form.remarks(), **form.decided())
        except Refused as refused:
            if refused.error_list[0].code != "comment":  # an editor was faster: saved the text, or ended the link
                link.refresh_from_db()
                return _text(request, link)
            form.add_error("comment", refused)
        else:
            return _text(request, link, news="again" if signoff == before else "now")
    return _page(request, "proofs/signoff.html", link, found, form=form, status=400)


def _is_dead(link, found):
    return not link.is_usable() or found.standing is None


def _changed(request, link, found):
    shown_before = request.POST.get("digest")  # an older page may still be open; no text but the holder's own is shown
    seen = shown_before if shown_before in (link.digest, link.seen_digest) else link.digest
    shown = {"differences": differences(seen, found.signed), "typed": typed(request.POST)}
    return _page(request, "proofs/changed.html", link, found, status=409, **shown)


def _ended(request, link):
    asked = link.created_by
    shown = {"whom": called(asked), "address": asked.email if asked else "", "typed": typed(request.POST)}
    return _page(request, "proofs/ended.html", link, None, status=410, **shown)


def _page(request, template, link, found, status=200, **shown):
    context = {"link": link, "sheet": found, "author": link.author, "text_language": link.language, **shown}
    return render(request, template, context, status=status)
