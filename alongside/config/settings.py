"""Django's settings, made from `environment.py`. What may differ between installations is only there."""

from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from .environment import Environment

env = Environment.load()
PACKAGE = Path(__file__).resolve().parent.parent

MODE = env.mode()
PRODUCTION = MODE == "production"
DEFAULT_SECRET = "not-a-secret-development-only"  # noqa: S105  serve refuses it in production
SECRET_KEY = env.secret_key() or DEFAULT_SECRET
# Kept apart from SECRET_KEY: that one may be changed to sign everybody out, this one may not.
LOOKUP_KEY = env.text("ALONGSIDE_LOOKUP_KEY") or SECRET_KEY
DEBUG = env.yes("ALONGSIDE_DEBUG", default=False)
DEMONSTRATION = env.yes("ALONGSIDE_DEMONSTRATION", default=False)
ALLOWED_HOSTS = env.hosts() or ([] if PRODUCTION else ["localhost", "127.0.0.1", "[::1]", "testserver"])
CSRF_TRUSTED_ORIGINS = [f"https://{'*' if host.startswith('.') else ''}{host}" for host in env.hosts()]
BEHIND_TLS_PROXY = env.yes("ALONGSIDE_BEHIND_TLS_PROXY", default=False)
DATA = env.data
ASSUME_PUBLIC_ADDRESS = env.address()

ROOMS = [
    "core",
    "accounts",
    "audit",
    "post",
    "organisation",
    "people",
    "decisions",
    "involvement",
    "voice",
    "journey",
    "candour",
    "reports",
    "home",
    "config",
]
INSTALLED_APPS = [
    *(f"alongside.{room}" for room in ROOMS),
    *(["alongside.demo"] if DEMONSTRATION or not PRODUCTION else []),
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "csp",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "alongside.config.middleware.ActorMiddleware",
    "alongside.config.taking.TakingMiddleware",
]
ROOT_URLCONF = "alongside.config.urls"
WSGI_APPLICATION = "alongside.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "alongside.config.context.everywhere",
            ],
            "builtins": ["alongside.core.templatetags.alongside", "django.templatetags.i18n"],
        },
    }
]
DATABASES = {"default": env.database()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", _("English")), ("cy", _("Welsh"))]
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = "Europe/London"
USE_TZ = True

STATIC_URL = "/static/"
MEDIA_ROOT = DATA / "uploads"
# `serve` and `demo` gather the static files first and say so: then their names carry a hash and browsers
# keep them. Otherwise they are read where they stand.
COLLECTED = env.yes("ALONGSIDE_COLLECTED", default=False)
STATIC_ROOT = DATA / "static" if COLLECTED else None
WHITENOISE_USE_FINDERS = not COLLECTED
WHITENOISE_AUTOREFRESH = False
_PLAIN = "django.contrib.staticfiles.storage.StaticFilesStorage"
_HASHED = "whitenoise.storage.CompressedManifestStaticFilesStorage"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": _HASHED if COLLECTED else _PLAIN},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FILES = 10
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2500  # a thousand lines of somebody's own record, each with a tick and a box
FILE_UPLOAD_HANDLERS = [
    "alongside.core.media.uploading.Cap",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]
FILES = env.files()
MAIL_IN = env.mail_in()

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "django_cache",
        # By itself it throws rows away from three hundred on, which a busy day of signing in fills.
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    },
}

# Said without an account or with one, from one address in ten minutes; 0: without end.
MOST_FROM_ONE_PLACE = env.number("ALONGSIDE_MOST_FROM_ONE_PLACE", 100)

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
LOGIN_REDIRECT_URL = "/me/"
LOGIN_URL = "/accounts/login/"
ACCOUNT_ADAPTER = "alongside.config.sign_in.Adapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]  # no password anywhere
ACCOUNT_EMAIL_VERIFICATION = "none"  # the code that signs somebody in has shown that the address is theirs
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_FORMAT = {"numeric": True, "length": 8, "dashed": True}
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
# Three attempts per code, ten codes an hour: guessing eight numbers takes some hundred years.
ACCOUNT_RATE_LIMITS = {"request_login_code": "20/m/ip,10/h/key"}
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_LOGOUT_REDIRECT_URL = "/"
MFA_ADAPTER = "alongside.config.sign_in.PasskeyAdapter"
MFA_SUPPORTED_TYPES = ["webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_REAUTHENTICATION_REQUIRED = False  # accounts.views.fresh asks instead: there is no password to ask for
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not PRODUCTION
DEFAULT_FROM_EMAIL = env.text("ALONGSIDE_MAIL_FROM", "alongside@localhost")
THEMES = env.themes()  # how themes are learned (voice/services/learning_themes.py)
NOTIFY = env.notify()  # GOV.UK Notify, for whoever uses it
for name, value in env.mail().items():
    globals()[name] = value

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "alongside.config.errors.forged"
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if BEHIND_TLS_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SESSION_COOKIE_SECURE = True
    CSRF_COOKIE_SECURE = True
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
ALLAUTH_TRUSTED_PROXY_COUNT = env.number("ALONGSIDE_PROXIES", 1 if BEHIND_TLS_PROXY else 0)
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

# Nothing personal in logs: request paths hold random codes, and bodies are never written.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"without_secrets": {"()": "alongside.config.logs.WithoutSecrets"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["without_secrets"]}},
    "root": {"handlers": ["console"], "level": env.log_level()},
}
SILENCED_SYSTEM_CHECKS: list[str] = []
