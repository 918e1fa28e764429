"""What time it is, for everything that is recorded.

A register taken over from Excel, and the demonstration year, walk the real steps with the dates on which
they were taken. So steps, events and deadlines ask this module for the time, and nothing else does.
"""

from contextlib import contextmanager
from contextvars import ContextVar

from django.utils import timezone


_moment = ContextVar("moment", default=None)


def now():
    """Return the aware datetime at which things happen."""
    return _moment.get() or timezone.now()


def today():
    """Return the local date on which things happen."""
    return timezone.localdate(now())


@contextmanager
def at(moment):
    """Let things happen at ``moment``, an aware datetime, within the block."""
    token = _moment.set(moment)
    try:
        yield
    finally:
        _moment.reset(token)
