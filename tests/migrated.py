"""The migrated database, kept until a migration changes: to migrate costs each worker a dozen seconds.

Only SQLite in memory is filled from it; Django still looks for migrations that are missing and sends its
signals. PostgreSQL migrates anew.
"""

import os
import sqlite3
from contextlib import closing
from functools import cache
from pathlib import Path
from zlib import crc32

import django
from django.apps import apps
from django.conf import settings
from django.db import connection
from django.db.backends.signals import connection_created


KEPT = settings.VAR_DIR / "tests" / "migrated.sqlite3"


def fill():
    """Fill the database when it is first connected to, if the kept one is of the present state."""
    if connection.vendor == "sqlite" and _is_kept():
        connection_created.connect(_copy)


def keep():
    """Keep the database; another worker may be reading the old one while this one takes its place."""
    if connection.vendor != "sqlite" or _is_kept():
        return
    KEPT.parent.mkdir(parents=True, exist_ok=True)
    fresh = KEPT.with_suffix(f".{os.getpid()}")
    with closing(sqlite3.connect(fresh)) as copy:
        connection.connection.backup(copy)
        copy.execute(f"PRAGMA user_version = {_state()}")
    fresh.replace(KEPT)


@cache
def _state():
    """The number that changes with any migration, with the roles that signals keep, with Django."""
    folders = sorted(Path(app.path) / "migrations" for app in apps.get_app_configs())
    sources = [path for folder in folders for path in sorted(folder.glob("*.py"))]
    number = crc32(f"{django.__version__} {sqlite3.sqlite_version}".encode())
    for path in [*sources, settings.BASE_DIR / "congress" / "roles.py"]:
        number = crc32(path.read_bytes(), crc32(path.name.encode(), number))
    return number >> 1  # SQLite keeps it as a signed number of 32 bits


def _is_kept():
    if not KEPT.exists():
        return False
    with closing(sqlite3.connect(KEPT)) as kept:
        return kept.execute("PRAGMA user_version").fetchone() == (_state(),)


def _copy(connection, **kwargs):
    if connection.is_in_memory_db():
        connection_created.disconnect(_copy)
        with closing(sqlite3.connect(KEPT)) as kept:
            kept.backup(connection.connection)
