"""The site as a server runs it, with static files under their own names: the hashed ones need `collectstatic`."""

from config import settings

settings.STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}

from config.wsgi import application  # noqa: E402, F401
