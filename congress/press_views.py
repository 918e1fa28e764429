"""How far the worker is with a paper, and the paper."""

from datetime import timedelta

from django.http import Http404
from django.shortcuts import render
from django_htmx.http import HttpResponseClientRefresh

from congress import clock, pdf, press, tasks


SOON = timedelta(seconds=30)  # a worker that runs and has nothing else to do has begun by then
POLLED = timedelta(minutes=10)  # a page that nobody watches lets its session end


def paper_work(request, key):
    """How far the worker is; then the paper, with ``?file=1``. Who asked for it sees it, nobody else."""
    job = press.job_of(key)
    if job is None or job.by != request.user.pk:
        raise Http404
    if job.is_done and "file" in request.GET:
        document = press.document_of(key)
        if document is None:
            raise Http404
        return pdf.response(document, f"{job.name}.pdf")
    if request.htmx and job.has_ended:
        return HttpResponseClientRefresh()
    waited = clock.now() - job.asked_at
    page = {
        "job": job,
        "key": key,
        "is_late": not (job.started_at or job.has_ended) and waited > SOON,
        "polls": not job.has_ended and waited < POLLED,
    }
    if page["is_late"]:
        page["is_busy"] = tasks.is_worker_busy()
    name = "congress/_paper_work.html" if request.htmx else "congress/paper_work.html"
    return render(request, name, page)
