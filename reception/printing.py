"""Printing what takes longer than a page may: the worker does it, and tells through the cache how far it is.

The paper itself waits there as well, for a day: it can be made again at any time, so nothing keeps it.
"""

import logging
import re
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from uuid import uuid4

from django.core.cache import cache
from django_tasks import task

from congress import clock, papers
from congress.models import Jurisdiction
from reception.completeness import checked
from reception.models import Opinion
from reception.papers.ledger import ledger_paper
from reception.papers.matter import with_parts


#: As many matters are printed in less than two seconds.
AT_ONCE = 60
KEPT = timedelta(days=1).total_seconds()
_PAGE = re.compile(r"Page (\d+)$")


@dataclass(frozen=True)
class Job:
    """A paper that was asked for ``by`` a user (a key): when it was begun, which ``page`` it has come to."""

    by: int
    name: str
    asked_at: datetime
    started_at: datetime | None = None
    page: int = 0
    is_done: bool = False
    failed: bool = False


def matters_of(place, year):
    """The matters of a year, of ``place`` and all below it, in the order of places and numbers."""
    found = Opinion.objects.filter(
        jurisdiction__in=Jurisdiction.objects.within(place), received_on__year=year
    )
    return checked(found).order_by(
        "jurisdiction__order", "jurisdiction", "received_on", "year", "serial", "pk"
    )


def ledger_of(place, year):
    """The ledger of a year as a paper."""
    return ledger_paper(place, year, with_parts(matters_of(place, year)), on=clock.today())


def begin(place, year, *, by, name):
    """Have the worker print a ledger; return the key of the job."""
    key = str(uuid4())
    _keep(key, Job(by.pk, name, clock.now()))
    print_ledger.enqueue(key, place.pk, year)
    return key


def job_of(key):
    """The job as it stands, None once it is forgotten."""
    return cache.get(_job(key))


def document_of(key):
    """The bytes of the finished PDF, None before and once it is forgotten."""
    return cache.get(_document(key))


@task()
def print_ledger(key, place, year):
    """Print the ledger that a job asks for."""
    job = job_of(key)
    if job is None:
        return
    job = replace(job, started_at=clock.now())
    _keep(key, job)
    try:
        with _watched(lambda page: _keep(key, replace(job, page=page))):
            document = papers.pdf_of([ledger_of(Jurisdiction.objects.get(pk=place), year)])
    except Exception:
        _keep(key, replace(job, failed=True))
        raise  # the worker's log keeps the trace
    cache.set(_document(key), document, KEPT)
    _keep(key, replace(job, is_done=True))


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
