"""Variables of the environment, read so that a wrong one stops the start with a sentence."""

import warnings

import environ
from django.core.exceptions import ImproperlyConfigured


YES, NO = {"true", "on", "yes", "y", "ok", "1"}, {"false", "off", "no", "n", "0"}
DATABASES = {
    "django.db.backends.sqlite3",
    "django.db.backends.postgresql",
}


class Environment(environ.Env):
    """Raises ``ImproperlyConfigured``, naming variable and value; an empty variable counts as not set."""

    def bool(self, var, default):
        value = self.str(var, default="").strip().lower()
        if value and value not in YES | NO:
            raise ImproperlyConfigured(f"环境变量 {var} 应写 true 或者 false，现在是“{value}”，请改正。")
        return value in YES if value else default

    def int(self, var, default, least=0):
        value = self.str(var, default="").strip()
        if not value:
            return default
        if not (value.isascii() and value.isdecimal() and int(value) >= least):
            raise ImproperlyConfigured(f"环境变量 {var} 应是不小于{least}的整数，现在是“{value}”，请改正。")
        return int(value)

    def db(self, var, default):
        address = self.str(var, default="").strip() or default
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                found = self.db_url_config(address)
        except (ValueError, KeyError, ImproperlyConfigured):
            found = {}
        if found.get("ENGINE") not in DATABASES:
            # The address may hold a password: it is not repeated.
            raise ImproperlyConfigured(
                f"环境变量 {var} 看不懂，请写成 postgres://用户:密码@主机:5432/库名 "
                "或者 sqlite:////完整路径/huiyin.sqlite3。"
            )
        return found
