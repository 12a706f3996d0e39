"""For the machine that keeps the site running: is the process up, and can it serve?"""

from django.db import DatabaseError, InterfaceError, connection
from django.http import JsonResponse


def livez(request):
    """Answer 200 as long as the process answers at all."""
    return _answer({"status": "up"})


def readyz(request):
    """Answer 200 when the process can serve; the database's state is reported, not decisive."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
        database = "up"
    except (DatabaseError, InterfaceError):
        database = "away"
    return _answer({"status": "ready", "database": database})


def _answer(state):
    response = JsonResponse(state)
    response["Cache-Control"] = "no-store"
    return response
