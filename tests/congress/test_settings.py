import ast
import os
import re
import subprocess
import sys
from contextlib import closing

import pytest
from axes.helpers import get_client_ip_address
from django.conf import settings

from tests.factories.congress import DistrictOfficeFactory


SECRETS = {"SECRET_KEY": "only-for-this-test" * 3, "ALLOWED_HOSTS": "huiyin.example"}


def variables_read_by_settings():
    """Return the names given to ``env.…("NAME")`` and ``required_in_production("NAME")``."""
    tree = ast.parse((settings.BASE_DIR / "congress/settings.py").read_text(encoding="utf-8"))
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args]
    return {
        call.args[0].value
        for call in calls
        if re.match(r"env\b|required_in_production$", ast.unparse(call.func))
        and isinstance(call.args[0], ast.Constant)
    }


def run(code, **variables):
    """Run Python in a fresh process with these environment variables only."""
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=settings.BASE_DIR,
        env={"PATH": os.environ["PATH"], **variables},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def start_in_production(**variables):
    """Load the settings as a production server does."""
    return run("import congress.settings", HUIYIN_PRODUCTION="true", **variables)


def printed_by_settings(expression, **variables):
    return run(f"from congress.settings import *; print({expression})", **variables).stdout.strip()


def test_env_example_lists_every_variable():
    example = (settings.BASE_DIR / ".env.example").read_text(encoding="utf-8")

    listed = set(re.findall(r"^(?:# )?([A-Z_]+)=", example, flags=re.MULTILINE))

    assert listed == variables_read_by_settings()


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        ({"SECRET_KEY": "development-only-key-that-protects-nothing-at-all-0123456789"}, "公开的开发密钥"),
        ({"SECRET_KEY": "short"}, "SECRET_KEY 太短"),
        ({"ALLOWED_HOSTS": "*"}, "ALLOWED_HOSTS 不能写 *"),
        ({"DEBUG": "true"}, "正式运行不能打开 DEBUG"),
    ],
)
def test_production_with_settings_that_protect_nothing_refuses_to_start(wrong, sentence):
    started = start_in_production(**(SECRETS | wrong))
    assert (started.returncode, sentence in started.stderr) == (1, True)


@pytest.mark.parametrize(
    ("variable", "value", "sentence"),
    [
        ("HUIYIN_PRODUCTION", "yesplease", "应写 true 或者 false，现在是“yesplease”，请改正。"),
        ("DEBUG", "perhaps", "应写 true 或者 false，现在是“perhaps”，请改正。"),
        ("SESSION_MINUTES", "half an hour", "应是不小于1的整数，现在是“half an hour”，请改正。"),
        ("SESSION_MINUTES", "0", "应是不小于1的整数，现在是“0”，请改正。"),
        ("TRUSTED_PROXIES", "-1", "应是不小于0的整数，现在是“-1”，请改正。"),
        *(
            ("DATABASE_URL", value, "看不懂，请写成 postgres://用户:密码@主机:5432/库名")
            for value in ("foo", "mysql://x/y", "postgres://u:p@h:abc/db")
        ),
    ],
)
def test_variable_that_is_wrong_stops_the_start_with_a_sentence(variable, value, sentence):
    started = run("import congress.settings", **{variable: value})
    assert (started.returncode, f"环境变量 {variable} {sentence}" in started.stderr.splitlines()[-1]) == (
        1,
        True,
    )


def test_variable_that_is_empty_is_not_set():
    empty = dict.fromkeys(("HUIYIN_PRODUCTION", "DATABASE_URL", "SESSION_MINUTES", "TRUSTED_PROXIES"), "")
    assert (
        printed_by_settings("(PRODUCTION, SESSION_COOKIE_AGE, TRUSTED_PROXIES)", **empty)
        == "(False, 1800, 0)"
    )


@pytest.mark.parametrize("missing", SECRETS)
def test_production_without_secret_refuses_to_start(missing):
    started = start_in_production(**{**SECRETS, missing: ""})

    assert started.stderr.splitlines()[-1].endswith(
        f"正式运行必须设置环境变量 {missing}，说明见 .env.example。"
    )


def test_production_with_secrets_starts():
    assert start_in_production(**SECRETS).returncode == 0


HTTPS = "SECURE_HSTS_INCLUDE_SUBDOMAINS, SECURE_HSTS_PRELOAD, globals().get('SECURE_PROXY_SSL_HEADER')"


@pytest.mark.parametrize(
    ("variables", "values"),
    [
        ({}, (False, False, ("HTTP_X_FORWARDED_PROTO", "https"))),
        ({"HSTS_WHOLE_DOMAIN": "true"}, (True, True, ("HTTP_X_FORWARDED_PROTO", "https"))),
        ({"HTTPS": "false", "HSTS_WHOLE_DOMAIN": "true"}, (False, False, None)),
    ],
)
def test_production_speaks_https_for_itself_alone(variables, values):
    printed = printed_by_settings(f"({HTTPS})", HUIYIN_PRODUCTION="true", **SECRETS, **variables)
    assert printed == str(values)


@pytest.mark.parametrize(
    ("proxies", "header"),
    [("1", "10.1.1.5"), ("1", "6.6.6.6, 10.1.1.5"), ("2", "6.6.6.6, 10.1.1.5, 10.0.0.1")],
)
def test_address_behind_proxies_is_what_the_first_of_ours_saw(proxies, header, settings, rf):
    names = "AXES_IPWARE_META_PRECEDENCE_ORDER", "AXES_IPWARE_PROXY_COUNT", "IPWARE_STRICT"
    values = ast.literal_eval(printed_by_settings(f"({', '.join(names)})", TRUSTED_PROXIES=proxies))
    for name, value in zip(names, values, strict=True):
        setattr(settings, name, value)
    assert get_client_ip_address(rf.get("/", HTTP_X_FORWARDED_FOR=header)) == "10.1.1.5"


def test_header_of_a_stranger_is_not_believed_without_proxies(rf):
    assert get_client_ip_address(rf.get("/", HTTP_X_FORWARDED_FOR="6.6.6.6")) == "127.0.0.1"


def test_clone_shows_no_debug_pages():
    assert printed_by_settings("DEBUG", HUIYIN_PRODUCTION="false") == "False"


def test_clone_shows_its_own_page_for_an_unknown_address(client, db):
    client.force_login(DistrictOfficeFactory())
    response = client.get("/nowhere/")
    assert (response.status_code, response.templates[0].name) == (404, "404.html")


def test_clone_serves_static_files_that_nobody_collected(client, db):
    with closing(client.get("/static/js/site.js")) as response:
        assert response.status_code == 200
