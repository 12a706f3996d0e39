"""The WSGI application that a server such as Granian runs: the page store, and Django behind it."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

from config.patience import be_patient

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
application = get_wsgi_application()
if settings.PAGE_STORE:
    from config.page_store.application import PageStore  # the models it looks at are there only now

    application = PageStore(application)
    be_patient(application.watch.is_lost)
