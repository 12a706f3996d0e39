"""The site itself, for the commands it has; and the desk, in place of Django's stock admin site."""

from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig


class SiteConfig(AppConfig):
    name = "config"


class DeskConfig(AdminConfig):
    default_site = "config.desk.Desk"
