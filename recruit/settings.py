"""Every setting, from the environment; the defaults run on a laptop.

`manage.py run` starts PostgreSQL and Valkey by itself and sets the addresses for its children. With DEBUG off, a
default secret or a `*` host refuses to start. Each variable stands in deploy/env.example; a test compares.
"""

import os
from pathlib import Path
from urllib.parse import SplitResult, unquote, urlsplit

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

ROOT = Path(__file__).resolve().parent.parent


def text(name: str, default: str = "") -> str:
    """The variable's value, or the default when it is not set or empty."""
    return os.environ.get(name) or default


def flag(name: str, *, default: bool) -> bool:
    """True for 1, true, yes and on."""
    return text(name, str(default)).lower() in {"1", "true", "yes", "on"}


def words(name: str, default: str = "") -> list[str]:
    """The variable split at commas."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def address(url: str, *, name: str, example: str) -> SplitResult:
    """The parts of an address that starts as the examples do; anything else is refused with what to write."""
    try:
        parts = urlsplit(url)
        whole = parts.port != 0 and (bool(parts.hostname) or parts.scheme.startswith("postgres"))
    except ValueError:
        whole = False
    if not whole or parts.scheme not in {each.partition(":")[0] for each in example.split(" or ")}:
        raise ImproperlyConfigured(f"{name} is no address that Strata knows. Write {example}, or leave it empty.")
    return parts


# --- who we are
LAPTOP = flag("DEBUG", default=True)
# Django's own error pages print settings and what people typed, so even on a laptop somebody has to ask for them
DEBUG = LAPTOP and flag("TECHNICAL_PAGES", default=False)
DEVELOPMENT_SECRET = "development-only-not-secret"  # noqa: S105  it is refused below when DEBUG is off
SECRET_KEY = text("SECRET_KEY", DEVELOPMENT_SECRET)
ALLOWED_HOSTS = words("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1],testserver" if LAPTOP else "")
PUBLIC_URL = text("PUBLIC_URL", "http://127.0.0.1:8000").rstrip("/")
CSRF_TRUSTED_ORIGINS = words("CSRF_TRUSTED_ORIGINS")
if not LAPTOP and SECRET_KEY == DEVELOPMENT_SECRET:
    raise ImproperlyConfigured("Set SECRET_KEY to a long random value, or DEBUG=1 on a laptop.")
if not LAPTOP and (not ALLOWED_HOSTS or "*" in ALLOWED_HOSTS):
    raise ImproperlyConfigured("Set ALLOWED_HOSTS to the names that this server answers to; * is refused.")

# --- rooms
ROOT_URLCONF = "recruit.urls"
WSGI_APPLICATION = "recruit.wsgi.application"
INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_htmx",
    "drf_spectacular",
    "rest_framework",
    "template_partials",
    "recruit.tenancy",
    "recruit.events",
    "recruit.jobs",
    "recruit.accounts",
    "recruit.governance",
    "recruit.postings",
    "recruit.candidates",
    "recruit.matches",
    "recruit.outreach",
    "recruit.journeys",
    "recruit.api",
    "recruit.portal",
    "recruit.console",
    "recruit.local",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "recruit.accounts.middleware.WorkspaceMiddleware",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "frontend" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "recruit.accounts.context.member",
            ],
        },
    }
]

# --- PostgreSQL: one role migrates, another serves
_database = text("DATABASE_URL", "postgresql://strata_app@127.0.0.1:5432/strata")
address(_database, name="DATABASE_URL", example="postgresql://user:password@host:5432/name or postgres://…")
DATABASES = {"default": dj_database_url.parse(_database, conn_health_checks=True)}
DATABASES["default"]["OPTIONS"] = {
    **DATABASES["default"].get("OPTIONS", {}),
    # cached plans ignored our planner settings after five runs (PERFORMANCE.md 4)
    "prepare_threshold": None,
    "pool": {"min_size": 1, "max_size": 8, "timeout": 10} if flag("DATABASE_POOL", default=False) else False,
}
MIGRATION_DATABASE_URL = text("MIGRATION_DATABASE_URL", text("DATABASE_URL"))
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# --- the broker is a bell: rows in PostgreSQL say what is to do
REDIS_URL = text("REDIS_URL", "redis://127.0.0.1:6379/0")
address(REDIS_URL, name="REDIS_URL", example="redis://:password@host:6379/0 or rediss://…")
CELERY_BROKER_URL = REDIS_URL
CELERY_BROKER_TRANSPORT_OPTIONS = {"max_retries": 0, "visibility_timeout": 3600, "socket_connect_timeout": 2}
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_TIME_LIMIT = 600
CELERY_TASK_SOFT_TIME_LIMIT = 540
CELERY_TASK_DEFAULT_QUEUE = "bulk"
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_TIMEZONE = "UTC"
# a queue of its own: what takes back the work of dead workers must not wait behind the work of living ones
CELERY_BEAT_SCHEDULE = {"sweep": {"task": "strata.sweep", "schedule": 5.0, "options": {"queue": "sweep", "expires": 5}}}

# --- mail: without EMAIL_URL everything goes to the local sink, never to a real address
EMAIL_URL = text("EMAIL_URL", "smtp://127.0.0.1:1025")
_mail = address(EMAIL_URL, name="EMAIL_URL", example="smtp+tls://user:password@host:587 or smtps://… or smtp://…")
EMAIL_HOST, EMAIL_PORT = _mail.hostname or "127.0.0.1", _mail.port or 25
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(_mail.username or ""), unquote(_mail.password or "")
EMAIL_USE_SSL, EMAIL_USE_TLS = _mail.scheme == "smtps", _mail.scheme == "smtp+tls"
EMAIL_TIMEOUT = 15
MAIL_SINK_DIR = text("MAIL_SINK_DIR")
DEFAULT_FROM_EMAIL = text("DEFAULT_FROM_EMAIL", "Strata <no-reply@strata.example>")

# --- people
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "recruit.accounts.adapter.InvitedOnly"
ACCOUNT_RATE_LIMITS = {"login_failed": "10/m/ip,5/5m/key"}
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]

# --- files that people bring
MEDIA_ROOT = Path(text("MEDIA_ROOT", str(ROOT / ".strata" / "files")))
UPLOAD_LIMIT_BYTES = 10 * 1024 * 1024
# a ZIP or CSV of many resumes; each of them keeps the limit above
BULK_UPLOAD_LIMIT_BYTES = 1024 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_HANDLERS = [
    "recruit.candidates.uploads.CappedUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

# --- the science
EMBEDDING_MODEL = text("EMBEDDING_MODEL", "all-MiniLM-L6-v2")
EMBEDDING_REVISION = text("EMBEDDING_REVISION")
EMBEDDING_FORMAT = text("EMBEDDING_FORMAT", "fp32")
EMBEDDING_BATCH_JOBS = 16

# --- the language model, off until somebody sets an address or a key
LLM_BASE_URL = text("LLM_BASE_URL")
LLM_MODEL = text("LLM_MODEL")
LLM_API_KEY = text("LLM_API_KEY")
ANTHROPIC_API_KEY = text("ANTHROPIC_API_KEY")

# --- pages
LANGUAGE_CODE = "en"
TIME_ZONE = "UTC"
USE_TZ = True
STATIC_URL = "/static/"
STATICFILES_DIRS = [ROOT / "frontend" / "static"]
STATIC_ROOT = Path(text("STATIC_ROOT", str(ROOT / ".strata" / "static")))
WHITENOISE_USE_FINDERS = LAPTOP
WHITENOISE_AUTOREFRESH = False
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# --- safety of pages
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
if not LAPTOP:
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-session", "__Host-csrf"
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# --- the API
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["recruit.api.authentication.ApiKeyAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["recruit.api.parsing.StrictJsonParser"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "recruit.api.problems.problem_response",
    "UNAUTHENTICATED_USER": None,
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Strata API",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "ENUM_NAME_OVERRIDES": {
        "PostingState": "recruit.api.shapes.POSTING_STATES",
        "ListState": "recruit.api.shapes.LIST_STATES",
    },
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(levelname)s %(name)s: %(message)s"}},
    "filters": {"without_keys": {"()": "recruit.tenancy.quiet.WithoutKeys"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["without_keys"]}},
    "root": {"handlers": ["console"], "level": text("LOG_LEVEL", "INFO")},
    "loggers": {
        # its own handler would say everything a second time
        "django": {"handlers": []},
        # two lines for each task, and the sweep is one every five seconds; the job row tells more
        "celery.worker.strategy": {"level": "WARNING"},
        "celery.app.trace": {"level": "WARNING"},
        # "Discarding revoked task" for each bell of the sweep that rang while a sweep was under way
        "celery.worker.request": {"level": "WARNING"},
    },
}
