"""What time it is, for everything that is recorded.

A register taken over from Excel, and the demonstration year, walk the real steps with the dates on which
they were taken. So steps, events and deadlines ask this module for the time, and nothing else does.
"""

from contextlib import contextmanager
from contextvars import ContextVar

from django.utils import timezone


_moment = ContextVar("moment", default=None)
_taken_over = ContextVar("taken_over", default=False)


def now():
    """Return the aware datetime at which things happen."""
    return _moment.get() or timezone.now()


def today():
    """Return the local date on which things happen."""
    return timezone.localdate(now())


def is_taken_over():
    """Whether what happens is entered afterwards, from an office's register (补录)."""
    return _taken_over.get()


@contextmanager
def at(moment, *, taken_over=False):
    """Let things happen at ``moment``, an aware datetime, within the block.

    ``taken_over``: a register tells of them. Events say so, nobody is told of them by message, and what the
    office had done is not refused for who must do it today.
    """
    tokens = _moment.set(moment), _taken_over.set(taken_over)
    try:
        yield
    finally:
        _moment.reset(tokens[0])
        _taken_over.reset(tokens[1])
