"""Where every address leads."""

from django.conf import settings
from django.contrib import admin
from django.urls import include, path, re_path
from django.views.i18n import JavaScriptCatalog, set_language
from django.views.static import serve

from articles.admin.worklist import worklist_view
from config import health

urlpatterns = [
    path("livez", health.livez, name="livez"),
    path("readyz", health.readyz, name="readyz"),
    path("admin/language/", set_language, name="set_language"),
    path("admin/jsi18n/", JavaScriptCatalog.as_view(), name="desk_catalogue"),
    path("", include("articles.proofs.urls")),  # before the desk, which answers for all that begins like its addresses
    path("admin/", admin.site.admin_view(worklist_view), name="worklist"),  # in place of Django's own index
    path("admin/", admin.site.urls),
    re_path(r"^media/(?P<path>.*)$", serve, {"document_root": settings.MEDIA_ROOT}, name="media"),
    path("", include("articles.reading.urls")),
]

handler400 = "config.errors.bad_request"
handler403 = "config.errors.forbidden"
handler404 = "config.errors.not_found"
handler500 = "config.errors.server_error"
