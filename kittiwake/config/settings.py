"""All settings in one file; values come from the environment and fail loudly when they are wrong."""

from __future__ import annotations

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from kittiwake import __version__
from kittiwake.config import engine


def env(name: str, default: str | None = None) -> str:
    value = os.environ.get(name, default)
    if value is None:
        raise ImproperlyConfigured(f"Set the environment variable {name}.")
    return value


def env_flag(name: str, default: bool = False) -> bool:
    value = os.environ.get(name, "yes" if default else "no").lower()
    if value not in {"yes", "no", "true", "false", "1", "0"}:
        raise ImproperlyConfigured(f"{name} must be yes or no, not {value!r}.")
    return value in {"yes", "true", "1"}


BASE = Path(__file__).resolve().parent.parent
VERSION = __version__

# The made-up council: choosing a persona without a password. Its code is not installed otherwise.
DEMO = env_flag("KITTIWAKE_DEMO")
DEBUG = env_flag("KITTIWAKE_DEBUG")
COUNCIL_NAME = env("KITTIWAKE_COUNCIL_NAME", "Saltmere Council" if DEMO else "Your council")
SERVICE_NAME = "Kittiwake"
# DfE code of the responsible authority: decides "out of area" (domain 2.14). 000 is nobody's.
COUNCIL_LA_CODE = env("KITTIWAKE_LA_CODE", "000")
# Whom a child may ring out of hours, shown on what the child is told. Helplines: domain 5.3.
CHILD_HELPLINES = [("Missing People", "116 000"), ("Childline", "0800 1111")]

SECRET_KEY = env("KITTIWAKE_SECRET_KEY", "made-up-council-only" if DEMO or DEBUG else "")
if not SECRET_KEY and not env_flag("KITTIWAKE_TOOLS"):
    SECRET_KEY = "unset"  # `kittiwake serve` refuses to start with it; tools that never serve may run
ALLOWED_HOSTS = env("KITTIWAKE_HOSTS", "localhost,127.0.0.1,[::1]").split(",")
CSRF_TRUSTED_ORIGINS = [origin for origin in env("KITTIWAKE_ORIGINS", "").split(",") if origin]
HTTPS = env_flag("KITTIWAKE_HTTPS", default=not (DEMO or DEBUG))

INSTALLED_APPS = [
    *(["kittiwake.accounts.personas"] if DEMO else []),
    "kittiwake.ui",
    "kittiwake.accounts",
    "kittiwake.history",
    "kittiwake.record",
    "kittiwake.access",
    "kittiwake.primitives.clocks",
    "kittiwake.primitives.actions",
    "kittiwake.primitives.oversight",
    "kittiwake.primitives.drafts",
    "kittiwake.primitives.claims",
    "kittiwake.practice.risk",
    "kittiwake.practice.missing",
    "kittiwake.practice.return_interviews",
    "kittiwake.practice.plans",
    "kittiwake.practice.replies",
    "kittiwake.insight",
    "kittiwake.exchange",
    "kittiwake.desk",
    "pgtrigger",
    "procrastinate.contrib.django",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "django_htmx",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "kittiwake.accounts.middleware.SessionLimitMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "kittiwake.access.middleware.ViewerMiddleware",
]

ROOT_URLCONF = "kittiwake.config.urls"
WSGI_APPLICATION = "kittiwake.config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.messages.context_processors.messages",
                "kittiwake.ui.context.service",
            ],
            "builtins": ["kittiwake.ui.templatetags.govuk"],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.DjangoTemplates"
# Where the service navigation's items come from, so that ui need not know the areas above it.
UI_NAVIGATION = "kittiwake.desk.navigation.items"

AS_OWNER = env_flag("KITTIWAKE_AS_OWNER")
_address = env("DATABASE_OWNER_URL" if AS_OWNER else "DATABASE_URL", f"postgresql:///{engine.DATABASE}")
DATABASES = {"default": engine.django_settings(_address)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "/personas/" if DEMO else "/account/login/"
LOGIN_REDIRECT_URL = "/"

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = False

STATIC_URL = "/static/"
STATIC_ROOT = Path(env("KITTIWAKE_STATIC", str(engine.home() / "static")))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_ROOT = engine.home() / "files"
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000

SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = True
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31536000 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
X_FRAME_OPTIONS = "DENY"

_SELF = ["'self'"]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        **dict.fromkeys(
            ("script-src", "style-src", "img-src", "font-src", "connect-src", "form-action", "manifest-src"),
            _SELF,
        ),
        "base-uri": ["'none'"],
        "object-src": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}

CACHES = {
    # In the database, so that a limit on wrong passwords holds in every process.
    "default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "accounts_cache"},
}

EMAIL_BACKEND = env("KITTIWAKE_EMAIL_BACKEND", "django.core.mail.backends.console.EmailBackend")
PROCRASTINATE_ON_APP_READY = None

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
