"""Deleting at the desk: only what the one who deletes was shown, as they were shown it."""

from django.contrib.admin.utils import unquote
from django.db import transaction
from django.http import QueryDict
from django.utils.translation import gettext as _

CONFLICT = 409  # RFC 9110 §15.5.10: the request is at odds with what stands there now, and its sender can settle that


class GuardedDeleting:
    """For a ModelAdmin with a ``row_token``: the form that confirms a deletion carries it, and is refused without."""

    delete_confirmation_template = "admin/guarded_delete.html"
    actions = None  # a list of rows to delete at once shows nobody what is in them

    def delete_view(self, request, object_id, extra_context=None):
        with transaction.atomic():
            found = self.get_object(request, unquote(object_id))
            if found is None or not self.has_delete_permission(request, found):
                return super().delete_view(request, object_id, extra_context)
            stands = type(found).objects.select_for_update().filter(pk=found.pk).first() or found
            current = self.row_token(request, stands)
            refused = request.method == "POST" and request.POST.get("opened_version") != current
            if refused:
                request.POST = QueryDict()  # asked once more, of what stands there now
            context = {**(extra_context or {}), "opened_version": current, "refusal": _refusal() if refused else ""}
            response = super().delete_view(request, object_id, context)
        if refused:
            response.status_code = CONFLICT
        return response


def _refusal():
    return _("This has been changed since you opened it, or the form does not say what it was made from. Look again.")
