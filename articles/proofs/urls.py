"""Every address of a preview. The name of a URL is the name of its view."""

from django.contrib import admin
from django.urls import path

from articles.proofs.desk import desk_preview, share
from articles.proofs.shared import shared

urlpatterns = [
    path("admin/articles/article/<int:pk>/preview/<str:language>/<str:variant>/", desk_preview, name="desk_preview"),
    path("admin/articles/article/<int:pk>/share/", admin.site.admin_view(share), name="share"),
    path("preview/<str:token>/<str:language>/<str:variant>/", shared, name="shared_preview"),
]
