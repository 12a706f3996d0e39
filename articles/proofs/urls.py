"""Every address of a text that is not public. The name of a URL is the name of its view."""

from django.contrib import admin
from django.urls import path

from articles.proofs.desk import desk_preview, share
from articles.proofs.desk_signoff import desk_signoff
from articles.proofs.shared import shared
from articles.proofs.signoff import signoff

urlpatterns = [
    path("admin/articles/article/<int:pk>/preview/<str:language>/<str:variant>/", desk_preview, name="desk_preview"),
    path("admin/articles/article/<int:pk>/share/", admin.site.admin_view(share), name="share"),
    path(
        "admin/articles/article/<int:pk>/signoff/text/<str:language>/",
        admin.site.admin_view(desk_signoff),
        name="desk_signoff",
    ),
    path("preview/<str:token>/<str:language>/<str:variant>/", shared, name="shared_preview"),
    path("signoff/<str:token>/", signoff, name="signoff"),
]
