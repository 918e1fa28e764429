import ast
import os
import re
import subprocess
import sys

import pytest
from django.conf import settings


SECRETS = {"SECRET_KEY": "only-for-this-test", "ALLOWED_HOSTS": "huiyin.example"}


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


def start_in_production(**variables):
    """Load the settings in a fresh process as a production server does."""
    return subprocess.run(
        [sys.executable, "-c", "import congress.settings"],
        cwd=settings.BASE_DIR,
        env={"PATH": os.environ["PATH"], "HUIYIN_PRODUCTION": "true", **variables},
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def test_env_example_lists_every_variable():
    example = (settings.BASE_DIR / ".env.example").read_text(encoding="utf-8")

    listed = set(re.findall(r"^(?:# )?([A-Z_]+)=", example, flags=re.MULTILINE))

    assert listed == variables_read_by_settings()


@pytest.mark.parametrize("missing", SECRETS)
def test_production_without_secret_refuses_to_start(missing):
    started = start_in_production(**{**SECRETS, missing: ""})

    assert started.stderr.splitlines()[-1].endswith(
        f"正式运行必须设置环境变量 {missing}，说明见 .env.example。"
    )


def test_production_with_secrets_starts():
    assert start_in_production(**SECRETS).returncode == 0
