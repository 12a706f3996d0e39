"""The site with Django's own `cache_page` around the article in place of the page store."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
settings.ROOT_URLCONF = "benchmarks.apps.cached_urls"
application = get_wsgi_application()
