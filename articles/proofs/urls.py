"""The addresses of texts that are not public, for the few who may read them."""

from django.contrib import admin
from django.urls import path

from articles.proofs.desk_signoff import desk_signoff
from articles.proofs.signoff import signoff

urlpatterns = [
    path(
        "admin/articles/article/<int:pk>/signoff/<slug:language>/",
        admin.site.admin_view(desk_signoff),
        name="desk_signoff",
    ),
    path("signoff/<str:token>/", signoff, name="signoff"),
]
