"""The settings: one module, read from the environment. README, "Running it for real", lists the variables."""

from datetime import timedelta
from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from config import databases, environment, hosts

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"

DEBUG = environment.flag("DEBUG")
SECRET_KEY = environment.secret_key(DEBUG)
_site = hosts.site_url(DEBUG)
SITE_URL = f"{_site.scheme}://{_site.netloc}"
ALLOWED_HOSTS = hosts.allowed_hosts(DEBUG, _site)

# The address's own scheme decides: behind https everything insists on it.
_https = _site.scheme == "https"
SECURE_SSL_REDIRECT = _https
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REDIRECT_EXEMPT = [r"^livez$", r"^readyz$"]  # asked by the machine itself, over plain http
SECURE_HSTS_SECONDS = 63_072_000 if _https else 0  # two years, what the browsers' preload list asks for
SECURE_HSTS_INCLUDE_SUBDOMAINS = _https
SECURE_HSTS_PRELOAD = _https
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = _https
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = LANGUAGE_COOKIE_PATH = "/admin/"  # readers carry no cookie
SESSION_COOKIE_NAME = "desk_session"
LANGUAGE_COOKIE_NAME = "desk_language"
LANGUAGE_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "config.errors.forbidden_form"
X_FRAME_OPTIONS = "DENY"
# A form with two long texts in two languages, many times over; and what the log-in that keeps one adds to it.
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024 + 64 * 1024

INSTALLED_APPS = [
    "modeltranslation",
    "authors",
    "articles",
    "config.apps.SiteConfig",
    "config.apps.DeskConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.forms",
    "django_prose_editor",
    "js_asset",
    "axes",
    "csp",
]

MIDDLEWARE = [
    "config.middleware.secret_addresses",  # before what may answer by itself, here too
    "django.middleware.security.SecurityMiddleware",
    # Before what may answer by itself: static files, redirections and refusals carry its header too.
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.middleware.public_headers",
    "csp.middleware.CSPMiddleware",
    "config.middleware.language_from_path",
    "django.middleware.http.ConditionalGetMiddleware",
    "django.middleware.common.CommonMiddleware",
    "config.middleware.only_read",
    "config.middleware.database_away",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
            ],
        },
    },
]
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

DATABASES = {"default": databases.database(VAR_DIR)}
if _replica := databases.replica(DATABASES["default"]):
    DATABASES["replica"] = _replica
    DATABASE_ROUTERS = ["config.routing.Router"]
    MIDDLEWARE.insert(0, "config.page_store.replica.from_replica")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGES = [("en", "English"), ("ru", "Русский")]
LANGUAGE_CODE = "en"
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"
MODELTRANSLATION_DEFAULT_LANGUAGE = "en"
MODELTRANSLATION_FALLBACK_LANGUAGES = ()  # a page never mixes languages by accident
MODELTRANSLATION_BUILD_LOCALIZED_VERBOSE_NAME = lambda label, code: f"{label} · {dict(LANGUAGES)[code]}"  # noqa: E731

FIXTURE_DIRS = [BASE_DIR / "fixtures"]
SERIALIZATION_MODULES = {"json": "articles.exchange.serializer"}

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = environment.folder("MEDIA_ROOT", VAR_DIR / "media")
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "config.static_files.HashedStaticFiles"
    },
}

# Published pages, ready to be handed out: on disk, and in the memory of each worker (bytes). While debugging every page
# is made anew.
PAGE_STORE = not DEBUG
PAGE_STORE_DIR = environment.folder("PAGE_STORE_DIR", VAR_DIR / "pages")
PAGE_STORE_MEMORY = 32 * 1024 * 1024

_email = environment.parsed(
    "EMAIL_URL", environment.mail, default="console://", how="smtp://user:password@host:port, or console://"
)
EMAIL_BACKEND = _email["EMAIL_BACKEND"]
EMAIL_HOST = _email.get("EMAIL_HOST", "")
EMAIL_PORT = _email.get("EMAIL_PORT", 25)
EMAIL_HOST_USER = _email.get("EMAIL_HOST_USER", "")
EMAIL_HOST_PASSWORD = _email.get("EMAIL_HOST_PASSWORD", "")
EMAIL_USE_TLS = _email.get("EMAIL_USE_TLS", False)
EMAIL_USE_SSL = _email.get("EMAIL_USE_SSL", False)
EMAIL_TIMEOUT = 10  # seconds: an editor waits for the mail server, and one that hangs must not hold them for ever
EMAIL_FILE_PATH = _email.get("EMAIL_FILE_PATH", "")
DEFAULT_FROM_EMAIL = _email.get("DEFAULT_FROM_EMAIL") or f"Diptych <diptych@{_site.hostname}>"

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
    "articles.press.assigned.AssignedRoles",
]
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]  # so that one guesser cannot lock an editor out everywhere
AXES_CLIENT_IP_CALLABLE = "config.visitors.client_address"
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_TEMPLATE = "admin/locked_out.html"
AXES_VERBOSE = False
AXES_ENABLE_ADMIN = False  # its pages speak English only; `manage.py axes_reset` does what they do

# Readers' pages load their own styles, fonts, pictures and scripts, and nothing else. The desk adds what its
# editor needs: see config/desk.py.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# A static file that is opened by itself, as a page: it loads nothing and runs nothing.
STATIC_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
WHITENOISE_ADD_HEADERS_FUNCTION = lambda headers, path, url: headers.add_header(  # noqa: E731
    "Content-Security-Policy", STATIC_POLICY
)

# Whether every author has to approve the exact text before it is released, or is only asked to.
SIGNOFF_POLICY = environment.choice("SIGNOFF_POLICY", ("required", "advisory"))

SITE_NAME = _("Diptych")
WEBSUB_HUB = environment.secure_address("WEBSUB_HUB")  # whom feed readers may ask to be told of news; none by default
SECURITY_CONTACT = environment.contact("SECURITY_CONTACT")  # without it no security.txt
SECURITY_TXT_LIFE = timedelta(days=180)  # RFC 9116 §2.5.5 asks for less than a year

LOG_FORMAT = environment.choice("LOG_FORMAT", ("plain", "json"))
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": LOG_FORMAT}},
    "formatters": {"plain": {"()": "config.logs.Discreet"}, "json": {"()": "config.logs.Lines"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    # Scanners name hosts at random: one line says which, and a traceback would say no more.
    "filters": {"brief": {"()": "config.logs.Brief"}, "told": {"()": "config.logs.Told"}},
    "loggers": {
        # Django's own handlers, while debugging and for letters to administrators, would write addresses as they are.
        "django": {"handlers": [], "level": "WARNING"},
        "django.request": {"filters": ["told"]},
        "django.security.DisallowedHost": {"filters": ["brief"]},
        # `runserver` writes every request; by a handler of Django's own it would write the tokens too.
        "django.server": {"handlers": ["console"], "level": "INFO", "propagate": False},
    },
}
