"""Printing what takes longer than a page may: the worker does it, and tells through the cache how far it is.

The paper itself waits there as well, for a day: it can be made again at any time, so nothing keeps it.
"""

import logging
import re
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import wraps
from pathlib import Path
from uuid import uuid4

from django.conf import settings
from django.core.cache import cache
from django.shortcuts import redirect
from django_tasks import task

from congress import clock, pdf


KEPT = timedelta(days=1).total_seconds()
LONGEST = timedelta(minutes=10)  # one whose worker was killed is begun anew after this
WORD_INSTEAD = "也可以返回，选 Word 格式，不用等待。"
_PAGE = re.compile(r"Page (\d+)$")


@dataclass(frozen=True)
class Job:
    """A paper that was asked for ``by`` a user (a key) on the page ``back``: when, and how far it is.

    ``page`` is the page that is laid out. ``otherwise`` says how to do without a worker, if there is a way.
    """

    by: int
    name: str
    back: str
    otherwise: str
    asked_at: datetime
    started_at: datetime | None = None
    page: int = 0
    is_done: bool = False
    failed: bool = False

    @property
    def has_ended(self):
        return self.is_done or self.failed


def paper(function):
    """A task that prints for a job what ``function(*arguments)`` returns, the bytes of a PDF.

    The arguments are of the plain kinds that a worker is told. Used as a decorator.
    """

    @task()
    @wraps(function)
    def work(key, *arguments):
        job = job_of(key)
        if job is None:
            return
        job = replace(job, started_at=clock.now())
        _keep(key, job)
        try:
            with _watched(lambda page: _keep(key, replace(job, page=page))):
                document = function(*arguments)
        except Exception:
            _keep(key, replace(job, failed=True))
            raise  # the worker's log keeps the trace
        cache.set(_document(key), document, KEPT)
        _keep(key, replace(job, is_done=True))

    return work


def answer(request, printer, *arguments, name, is_long, back, otherwise=""):
    """The response to who asks for a paper: the PDF itself, or where he sees how the worker gets on.

    ``printer`` is made by :func:`paper`; ``is_long`` says that it takes more than two seconds; ``back`` is
    the address of the page on which the paper was asked for.
    """
    if is_long:
        job = Job(request.user.pk, name, back, otherwise, clock.now())
        return redirect("paper_work", begin(job, printer, *arguments))
    return pdf.response(printer.func.__wrapped__(*arguments), f"{name}.pdf")


def begin(job, printer, *arguments):
    """Have the worker print a paper; return the key of the job.

    Who asks again while it is being printed is shown how far it is.
    """
    same = f"print-same-{job.by}-{printer.name}-{'-'.join(map(str, arguments))}"
    key = cache.get(same)
    running = key and job_of(key)
    if running and not running.has_ended and clock.now() - running.asked_at < LONGEST:
        return key
    key = str(uuid4())
    cache.set(same, key, KEPT)
    _keep(key, job)
    printer.enqueue(key, *arguments)
    return key


def job_of(key):
    """The job as it stands, None once it is forgotten."""
    return cache.get(_job(key))


def document_of(key):
    """The bytes of the finished PDF, None before and once it is forgotten."""
    return cache.get(_document(key))


def sweep():
    """Delete the files of all that is forgotten; return how many. Done every day.

    The cache itself deletes a file when it is asked for once more, or when it is full: papers hold names.
    """
    before, count = clock.now().timestamp() - KEPT, 0
    for file in Path(settings.CACHES["default"]["LOCATION"]).glob("*.djcache"):
        with suppress(FileNotFoundError):  # the cache was quicker
            if file.stat().st_mtime < before:
                file.unlink()
                count += 1
    return count


@contextmanager
def _watched(tell):
    """Tell of each page that is laid out: WeasyPrint says so to its log, and to nobody else."""

    class Watch(logging.Handler):
        def emit(self, record):
            if found := _PAGE.search(record.getMessage()):
                tell(int(found[1]))

    log, watch = logging.getLogger("weasyprint.progress"), Watch()
    level = log.level
    log.addHandler(watch)
    log.setLevel(logging.INFO)
    try:
        yield
    finally:
        log.setLevel(level)
        log.removeHandler(watch)


def _keep(key, job):
    cache.set(_job(key), job, KEPT)


def _job(key):
    return f"print-{key}"


def _document(key):
    return f"print-{key}-document"
