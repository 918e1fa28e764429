"""How far the worker has come with a takeover.

It is told through the cache: the work itself is one transaction, of which nobody sees anything until it ends.
"""

import time
from dataclasses import dataclass
from datetime import datetime

from django.core.cache import cache

from congress import clock


SECONDS_BETWEEN = 0.3


@dataclass(frozen=True)
class Progress:
    """Rows read of rows in all (0 while the files are being opened), and when that was told."""

    read: int
    in_all: int
    at: datetime


def watcher(takeover):
    """What tells the Progress of a Report now and then: a sign at every row would cost more than the row."""
    told = 0.0

    def watch(report):
        nonlocal told
        if time.monotonic() - told > SECONDS_BETWEEN:
            told = time.monotonic()
            cache.set(_key(takeover), Progress(report.rows_read, report.rows_in_all, clock.now()))

    return watch


def progress_of(takeover):
    """The last Progress since the work began, None before the first row."""
    progress = cache.get(_key(takeover))
    return progress if progress and takeover.started_at and progress.at >= takeover.started_at else None


def _key(takeover):
    return f"takeover-{takeover.pk}"
