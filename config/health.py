"""For the machine that keeps the site running: is the process up, and can it serve?"""

from django.http import JsonResponse

from config.page_store import STORE
from config.page_store.watch import Watch

WATCH = Watch()  # for a site without a store: a database that hangs must not hang the answer


def livez(request):
    """Answer 200 as long as the process answers at all."""
    return _answer({"status": "up"})


def readyz(request):
    """Answer 200 when the process can serve; the states of the database and the store are reported, not decisive."""
    store = request.environ.get(STORE)
    watch = store.watch if store else WATCH
    watch.refresh()
    database = "away" if getattr(watch, "primary", watch).away else "up"
    return _answer({"status": "ready", "database": database, "store": store.report() if store else {"state": "off"}})


def _answer(state):
    response = JsonResponse(state)
    response["Cache-Control"] = "no-store"
    return response
