"""`manage.py set_up_demo`: the seed article in an empty database, and a log-in to try the desk with."""

import secrets
from pathlib import Path

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import call_command
from django.core.management.base import CommandError

from articles.management import base
from articles.models import Article

USERNAME = "editor"


class Command(base.Command):
    help = "Fills an empty database with the fixtures, keeps a filled one as it is, and prints where to log in."

    def handle(self, **options):
        if settings.SITE_URL.startswith("https:"):
            raise CommandError(f"SITE_URL: expected a site on this machine; found {settings.SITE_URL}")
        if Article.objects.exists():
            self.stdout.write("The database has articles: kept as they are.")
        else:
            call_command("loaddata", "seed", verbosity=0)
            self.stdout.write("The seed article is loaded, in English and Russian.")
        password = self._password(settings.VAR_DIR / "demo_password")
        self.stdout.write(f"Site:  {settings.SITE_URL}/")
        self.stdout.write(f"Desk:  {settings.SITE_URL}/admin/   log-in: {USERNAME}   password: {password}")

    def _password(self, kept: Path):
        """Return the demo log-in's password: made once, kept beside the database in a file of the owner's."""
        if not kept.exists():
            kept.touch(mode=0o600)
            kept.write_text(secrets.token_urlsafe(12))
        password = kept.read_text().strip()
        users = get_user_model().objects
        user = users.filter(username=USERNAME).first()
        if user is None:
            users.create_superuser(USERNAME, password=password)
        elif not user.check_password(password):
            return "(the one you have set)"
        return password
