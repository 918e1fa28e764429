"""The papers of a year or a period: the ledger of matters, and the opinions by category."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django_htmx.http import HttpResponseClientRefresh

from congress import clock, pdf, tasks
from congress.models import Jurisdiction
from congress.printing import PDF, send
from reception import printing, rules
from reception.forms.paper import PeriodForm
from reception.models import Opinion
from reception.papers.matter import with_parts
from reception.papers.summary import summary_of_period


SOON = timedelta(seconds=30)  # a worker that runs and has nothing else to do has begun by then
POLLED = timedelta(minutes=10)  # a page that nobody watches lets its session end


def period_paper(request):
    """Ask which paper of which days, and send it; a long ledger is printed by the worker."""
    if not rules.can_export_ledgers(request.user):
        raise PermissionDenied("台账由镇街和区人大的工作人员打印。")
    form = PeriodForm(request.POST if request.method == "POST" else None, user=request.user)
    if not form.is_valid():
        return render(request, "reception/period_paper.html", {"form": form})
    asked = form.cleaned_data
    if asked["kind"] == PeriodForm.SUMMARY:
        return _summary(asked)
    place, year = asked["place"], asked["year"]
    name = f"{place}{year}年选民意见办理台账"
    if asked["format"] == PDF and printing.matters_of(place, year).count() > printing.AT_ONCE:
        return redirect("reception:period_work", printing.begin(place, year, by=request.user, name=name))
    return send([printing.ledger_of(place, year)], name, asked["format"])


def _summary(asked):
    place, first, last = asked["place"], asked["first"], asked["last"]
    found = Opinion.objects.registered().filter(
        jurisdiction__in=Jurisdiction.objects.within(place), received_on__range=(first, last)
    )
    paper = summary_of_period(place, with_parts(found), first, last, on=clock.today())
    return send([paper], f"{place}选民意见归纳整理表", asked["format"])


def period_work(request, key):
    """How far the worker is; then the paper, with ``?file=1``."""
    job = printing.job_of(key)
    if job is None or job.by != request.user.pk:
        raise Http404
    if job.is_done and "file" in request.GET:
        document = printing.document_of(key)
        if document is None:
            raise Http404
        return pdf.response(document, f"{job.name}.pdf")
    waited = clock.now() - job.asked_at
    ended = job.is_done or job.failed
    if request.htmx and ended:
        return HttpResponseClientRefresh()
    page = {
        "job": job,
        "key": key,
        "is_late": not (job.started_at or ended) and waited > SOON,
        "polls": not ended and waited < POLLED,
    }
    if page["is_late"]:
        page["is_busy"] = tasks.is_worker_busy()
    name = "reception/_period_work.html" if request.htmx else "reception/period_work.html"
    return render(request, name, page)
