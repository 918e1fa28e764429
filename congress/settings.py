"""Settings, read from the environment; ``.env.example`` lists every variable.

A clone runs without any: SQLite, a fixed development key, static files as they lie. A production server
sets ``HUIYIN_PRODUCTION=true`` and then does not start without its secrets.
"""

from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from congress.environment import Environment


BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"

env = Environment()
Environment.read_env(BASE_DIR / ".env")

PRODUCTION = env.bool("HUIYIN_PRODUCTION", default=False)


def required_in_production(name, development):
    """Return the variable, or the development value; in production its absence stops the start."""
    if PRODUCTION and not env.str(name, default=""):
        raise ImproperlyConfigured(f"正式运行必须设置环境变量 {name}，说明见 .env.example。")
    return env.str(name, default=development)


def refuse_in_production(wrong, sentence):
    """Stop the start of a production server whose settings protect nothing."""
    if PRODUCTION and wrong:
        raise ImproperlyConfigured(sentence)


DEVELOPMENT_KEY = "development-only-key-that-protects-nothing-at-all-0123456789"
SECRET_KEY = required_in_production("SECRET_KEY", DEVELOPMENT_KEY)
refuse_in_production(
    SECRET_KEY == DEVELOPMENT_KEY or len(SECRET_KEY) < 50,
    "SECRET_KEY 太短或是公开的开发密钥，正式运行须换成50个字符以上的随机密钥，做法见 .env.example。",
)
# Whoever tries the product out meets its own pages for errors; who works on it switches this on.
DEBUG = env.bool("DEBUG", default=False)
refuse_in_production(DEBUG, "正式运行不能打开 DEBUG：出错页会泄露系统内部情况，请去掉环境变量 DEBUG。")
ALLOWED_HOSTS = required_in_production("ALLOWED_HOSTS", "*").split(",")
refuse_in_production("*" in ALLOWED_HOSTS, "正式运行的 ALLOWED_HOSTS 不能写 *，请写明访问本系统的主机名。")
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
# Every page then says that its people and events are invented.
DEMONSTRATION = env.bool("DEMONSTRATION", default=False)

INSTALLED_APPS = [
    "congress.site.OfficeAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "crispy_forms",
    "crispy_bootstrap5",
    "django_htmx",
    "django_filters",
    "import_export",
    "simple_history",
    "axes",
    "django_tasks",
    "django_tasks_db",
    "congress.apps.CongressConfig",
    "deputies.apps.DeputiesConfig",
    "proposals.apps.ProposalsConfig",
    "reception.apps.ReceptionConfig",
    "reports.apps.ReportsConfig",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "congress.middleware.NulMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "congress.middleware.IdleSessionMiddleware",
    "congress.middleware.FirstPasswordMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "congress.urls"
WSGI_APPLICATION = "congress.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "congress.context.frame",
            ],
        },
    },
]

DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{BASE_DIR / 'huiyin.sqlite3'}")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # A writer takes its lock at BEGIN and waits, instead of failing half-way through a step.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
    }
else:
    # A connection per request would cost as much as a whole plain page on PostgreSQL.
    DATABASES["default"]["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", default=600)
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "congress.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "congress.backends.UnreadCountBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "congress.passwords.NotTheUserValidator"},
    {"NAME": "congress.passwords.LongEnoughValidator", "OPTIONS": {"min_length": 8}},
    {"NAME": "congress.passwords.NotCommonValidator"},
    {"NAME": "congress.passwords.ThreeKindsValidator"},
]
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "desk"
LOGOUT_REDIRECT_URL = "login"

# domain.md D9: lock after five failures; idle sessions end.
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.5
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_LOCKOUT_TEMPLATE = "congress/locked_out.html"
AXES_RESET_ON_SUCCESS = True
# The count of failures ends with a success; the auditor still sees each of them.
AXES_ENABLE_ACCESS_FAILURE_LOG = True
AXES_VERBOSE = False
# Behind proxies the address of the last one is everybody's. Each adds to a header the address that called it,
# so that as many from its end are true as there are proxies of our own; what stands before may be invented.
TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", default=0)
AXES_IPWARE_META_PRECEDENCE_ORDER = ["HTTP_X_FORWARDED_FOR"] if TRUSTED_PROXIES else ["REMOTE_ADDR"]
AXES_IPWARE_PROXY_COUNT = max(TRUSTED_PROXIES - 1, 0)
IPWARE_STRICT = False
SESSION_COOKIE_AGE = env.int("SESSION_MINUTES", default=30, least=1) * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True

LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_I18N = True
USE_TZ = True

STATIC_URL = "static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "congress.finders.NpmFinder",
]
NPM_ASSETS = {
    "bootstrap": [
        "dist/css/bootstrap.min.css",
        "dist/css/bootstrap.min.css.map",
        "dist/js/bootstrap.bundle.min.js",
        "dist/js/bootstrap.bundle.min.js.map",
    ],
    "bootstrap-icons": [
        "font/bootstrap-icons.min.css",
        "font/fonts/bootstrap-icons.woff",
        "font/fonts/bootstrap-icons.woff2",
    ],
    "tom-select": [
        "dist/css/tom-select.bootstrap5.min.css",
        "dist/css/tom-select.bootstrap5.min.css.map",
        "dist/js/tom-select.complete.min.js",
        "dist/js/tom-select.complete.min.js.map",
    ],
    "echarts": ["dist/echarts.min.js"],
}
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if PRODUCTION
        else "django.contrib.staticfiles.storage.StaticFilesStorage",
    },
}
# Outside production nobody has to collect them first.
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = not PRODUCTION
MEDIA_ROOT = Path(env.str("MEDIA_ROOT", default=str(VAR_DIR / "media")))
MEDIA_URL = "media/"

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
# Through it the worker tells the pages how far it has come.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": VAR_DIR / "cache",
        # Of 300, the default, a third would be deleted at random: papers before their day is over.
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    }
}

# Without debug pages Django would show the trace of an error to nobody.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"terminal": {"class": "logging.StreamHandler"}},
    "loggers": {"django.request": {"handlers": ["terminal"], "level": "ERROR", "propagate": False}},
}

CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"
FILTERS_EMPTY_CHOICE_LABEL = "全部"
IMPORT_EXPORT_ESCAPE_FORMULAE_ON_EXPORT = True
X_FRAME_OPTIONS = "DENY"

if PRODUCTION:
    # An intranet without certificates may say so; the default is the safe one.
    HTTPS = env.bool("HTTPS", default=True)
    SECURE_SSL_REDIRECT = HTTPS
    SESSION_COOKIE_SECURE = HTTPS
    CSRF_COOKIE_SECURE = HTTPS
    SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
    if HTTPS:
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    # The other servers of the office's domain are not ours to commit to HTTPS for a year.
    HSTS_WHOLE_DOMAIN = env.bool("HSTS_WHOLE_DOMAIN", default=False)
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = HTTPS and HSTS_WHOLE_DOMAIN
    SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
