"""All settings in one file; values come from the environment and fail loudly when they are wrong."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from kittiwake import __version__
from kittiwake.config import areas, background, engine, hosts, logs, mail, proxies


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

SECRET_KEY = env("KITTIWAKE_SECRET_KEY", "made-up-council-only" if DEMO or DEBUG else "")
if not SECRET_KEY and not env_flag("KITTIWAKE_TOOLS"):
    SECRET_KEY = "unset"  # `kittiwake serve` refuses to start with it; tools that never serve may run
# Keys used before this one, newest first: what they signed or sealed (second factors) still opens.
SECRET_KEY_FALLBACKS = [key for key in env("KITTIWAKE_OLD_SECRET_KEYS", "").split(",") if key]
ALLOWED_HOSTS = env("KITTIWAKE_HOSTS", ",".join(hosts.HERE)).split(",")
CSRF_TRUSTED_ORIGINS = [origin for origin in env("KITTIWAKE_ORIGINS", "").split(",") if origin]
_IS_REACHED = hosts.are_elsewhere(ALLOWED_HOSTS, CSRF_TRUSTED_ORIGINS)
HTTPS = env_flag("KITTIWAKE_HTTPS", default=_IS_REACHED and not (DEMO or DEBUG))

INSTALLED_APPS = [
    *(["kittiwake.accounts.personas", "kittiwake.ui.gallery"] if DEMO else []),
    "kittiwake.ui",
    "kittiwake.outbox",
    "kittiwake.accounts",
    "kittiwake.history",
    "kittiwake.record",
    "kittiwake.access",
    "kittiwake.primitives.clocks",
    "kittiwake.primitives.actions",
    "kittiwake.primitives.oversight",
    "kittiwake.primitives.drafts",
    "kittiwake.primitives.claims",
    "kittiwake.primitives.instruments",
    "kittiwake.primitives.documents",
    *areas.installed(env("KITTIWAKE_AREAS", "")),
    "kittiwake.insight",
    "kittiwake.insight.statistics",
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
    "kittiwake.ui.room.RoomMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "kittiwake.ui.methods.MethodsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "kittiwake.ui.keeping.NotKeptMiddleware",
    "kittiwake.ui.deadline.DeadlineMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "kittiwake.accounts.middleware.SignedInMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "allauth.usersessions.middleware.UserSessionsMiddleware",
    "kittiwake.accounts.middleware.SessionLimitMiddleware",
    "kittiwake.accounts.middleware.SecondFactorMiddleware",
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
            "builtins": [
                "kittiwake.ui.templatetags.govuk",
                "kittiwake.primitives.clocks.templatetags.clocks",
            ],
        },
    }
]
FORM_RENDERER = "django.forms.renderers.DjangoTemplates"
UI_NAVIGATION = "kittiwake.desk.navigation.items"  # so that ui need not know the areas above it
UI_COUNCIL = "kittiwake.council.settings.queries.council"
UI_FOOTER_LINKS = [{"text": "The tour", "href": "/personas/tour/"}] if DEMO else []

AS_OWNER = env_flag("KITTIWAKE_AS_OWNER")
_address = env("DATABASE_OWNER_URL" if AS_OWNER else "DATABASE_URL", f"postgresql:///{engine.DATABASE}")
# After which a page is given up. One statement of what nobody waits for, as a worker's, may take longer.
PAGE_SECONDS = 10.0
STATEMENT_SECONDS = 30.0 if env_flag("KITTIWAKE_TOOLS") else PAGE_SECONDS
DATABASES = {"default": engine.django_settings(_address, statement_seconds=STATEMENT_SECONDS)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Signing in: kittiwake.accounts, on top of allauth.
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["kittiwake.accounts.backends.Backend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
LOGIN_URL = "/personas/" if DEMO else "/account/login/"
LOGIN_REDIRECT_URL = "/"
# NIST SP 800-63B-4, 4.2.1: a code sent by mail is good for a day at most. The first link to a new user is one too.
PASSWORD_RESET_TIMEOUT = 24 * 3600
SECOND_FACTOR_REQUIRED = env_flag("KITTIWAKE_SECOND_FACTOR", default=not (DEMO or DEBUG))
if not (SECOND_FACTOR_REQUIRED or DEMO or DEBUG):
    raise ImproperlyConfigured(
        "KITTIWAKE_SECOND_FACTOR=no is for a made-up council only (KITTIWAKE_DEMO=yes)."
    )

# A session ends after so long without a click, and after so long in any case.
SESSION_IDLE_MINUTES = int(env("KITTIWAKE_SESSION_IDLE_MINUTES", "30"))
SESSION_HOURS = int(env("KITTIWAKE_SESSION_HOURS", "12"))
SESSION_COOKIE_AGE = SESSION_HOURS * 3600

ACCOUNT_ADAPTER = "kittiwake.accounts.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # addresses come from an administrator: nobody signs up
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if HTTPS else "http"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_REDIRECT_URL = LOGIN_URL
ACCOUNT_PASSWORD_RESET_TOKEN_GENERATOR = "django.contrib.auth.tokens.PasswordResetTokenGenerator"
ACCOUNT_FORMS = {
    "login": "kittiwake.accounts.forms.SignInForm",
    "reauthenticate": "kittiwake.accounts.forms.ConfirmPasswordForm",
    "change_password": "kittiwake.accounts.forms.ChangePasswordForm",
    "reset_password": "kittiwake.accounts.forms.ForgottenPasswordForm",
    "reset_password_from_key": "kittiwake.accounts.forms.NewPasswordForm",
}
MFA_ADAPTER = "kittiwake.accounts.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_ISSUER = f"{SERVICE_NAME}, {COUNCIL_NAME}"
MFA_TOTP_TOLERANCE = 1  # a telephone's clock may be half a minute out
MFA_FORMS = {
    "authenticate": "kittiwake.accounts.forms.CodeForm",
    "reauthenticate": "kittiwake.accounts.forms.ConfirmCodeForm",
    "activate_totp": "kittiwake.accounts.forms.AddAppForm",
    "add_webauthn": "kittiwake.accounts.forms.AddPasskeyForm",
    "edit_webauthn": "kittiwake.accounts.forms.NamePasskeyForm",
}
# Tries at a password: how many, in how many seconds (see accounts.lockout). Whole offices share one outside address.
SIGN_IN_TRIES = {
    "known_device": (10, 300),
    "elsewhere": (5, 300),
    "account": (50, 3600),
    "address": (300, 300),
}
ACCOUNT_RATE_LIMITS = {
    "login": None,
    "login_failed": "10/5m/key",  # codes of the second factor
    "reset_password": "60/m/ip,3/15m/key",
    "reset_password_from_key": "60/m/ip",
}
TRUSTED_PROXIES = proxies.named(env("KITTIWAKE_TRUSTED_PROXIES", ""))

# Single sign-on with the council's own OpenID Connect provider.
OIDC_PROVIDER = "council"
OIDC_ISSUER = env("KITTIWAKE_OIDC_ISSUER", "").rstrip("/")
# The provider always asks for a second factor, even where its tokens do not say so ("amr").
OIDC_SECOND_FACTOR = env_flag("KITTIWAKE_OIDC_SECOND_FACTOR")
# Other origins the provider sends people through on their way (a federation server).
OIDC_ORIGINS = [origin for origin in env("KITTIWAKE_OIDC_ORIGINS", "").split(",") if origin]
# Domains whose addresses the provider vouches for, though its tokens carry no email_verified (Entra).
OIDC_EMAIL_DOMAINS = [domain for domain in env("KITTIWAKE_OIDC_EMAIL_DOMAINS", "").split(",") if domain]
if OIDC_ISSUER and not (DEBUG or OIDC_ISSUER.startswith("https://")):
    raise ImproperlyConfigured("KITTIWAKE_OIDC_ISSUER must begin with https://.")
SOCIALACCOUNT_ADAPTER = "kittiwake.council.directory.single_sign_on.DirectoryAdapter"
SOCIALACCOUNT_PROVIDERS: dict[str, Any] = {}
if OIDC_ISSUER:
    SOCIALACCOUNT_PROVIDERS["openid_connect"] = {
        "APPS": [
            {
                "provider_id": OIDC_PROVIDER,
                "name": env("KITTIWAKE_OIDC_NAME", f"your {COUNCIL_NAME} account"),
                "client_id": env("KITTIWAKE_OIDC_CLIENT_ID"),
                "secret": env("KITTIWAKE_OIDC_SECRET"),
                "settings": {"server_url": OIDC_ISSUER, "oauth_pkce_enabled": True},
            }
        ],
    }

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ, USE_I18N = True, False

STATIC_URL = "/static/"
STATIC_ROOT = Path(env("KITTIWAKE_STATIC", str(engine.home() / "static")))
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
READING_HEADS = Path(env("KITTIWAKE_READING_HEADS", str(engine.home() / "reading-heads.txt")))
MEASURES = engine.home() / "measures"  # their SQL, once made
FILE_UPLOAD_HANDLERS = ["kittiwake.ui.receiving.BoundedUploads"]
DOCUMENT_SCANNER = env("KITTIWAKE_SCANNER", "")  # ClamAV: the path of its socket, or a host and a port
DATA_UPLOAD_MAX_MEMORY_SIZE, DATA_UPLOAD_MAX_NUMBER_FIELDS = 5 * 1024 * 1024, 2000

SESSION_ENGINE = "kittiwake.accounts.session_store"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31536000 if HTTPS else 0
# Whether other names below the council's own are served safely is not for this service to say.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
X_FRAME_OPTIONS = "DENY"
CSRF_FAILURE_VIEW = "kittiwake.ui.errors.csrf_failure"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        **{
            f"{of}-src": ["'self'"]
            for of in ("script", "style", "img", "media", "font", "connect", "manifest")
        },
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "object-src": ["'none'"],
        "frame-ancestors": ["'none'"],
    }
}

CACHES = {
    # In the database, so that a limit on wrong passwords holds in every process.
    # Roomy: above MAX_ENTRIES counts are thrown away, and a flood of made-up names could lift a limit.
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "accounts_cache",
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    },
}

# Without a server mail is printed, which is what a demo wants; what waits in the outbox is shown on pages only.
EMAIL_HOST, EMAIL_PORT = env("KITTIWAKE_EMAIL_HOST", ""), int(env("KITTIWAKE_EMAIL_PORT", "587"))
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = env("KITTIWAKE_EMAIL_USER", ""), env("KITTIWAKE_EMAIL_PASSWORD", "")
EMAIL_USE_TLS, EMAIL_TIMEOUT = env_flag("KITTIWAKE_EMAIL_TLS", default=True), 10
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'console'}.EmailBackend"
DEFAULT_FROM_EMAIL = env("KITTIWAKE_EMAIL_FROM", "kittiwake@localhost")
MAIL_REPLY_TO, NOTIFY = env("KITTIWAKE_EMAIL_REPLY_TO", ""), mail.notify()
MAIL_BY, ADDRESS = mail.way(host=EMAIL_HOST, notify=NOTIFY), mail.address(CSRF_TRUSTED_ORIGINS)
PROCRASTINATE_IMPORT_PATHS = background.modules(demo=DEMO)
LOGGING = logs.LOGGING
