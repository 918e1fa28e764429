"""The papers of a year or a period: the ledger of matters, and the opinions by category."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import render

from congress import clock, press
from congress.models import Jurisdiction
from congress.printing import PDF, send
from reception import printing, rules
from reception.forms.paper import PeriodForm
from reception.models import Opinion
from reception.papers.matter import with_parts
from reception.papers.summary import summary_of_period


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
    if asked["format"] != PDF:
        return send([printing.ledger_of(place, year)], name, asked["format"])
    return press.answer(
        request,
        printing.print_ledger,
        place.pk,
        year,
        name=name,
        is_long=printing.matters_of(place, year).count() > printing.AT_ONCE,
        back=request.path,
        otherwise=press.WORD_INSTEAD,
    )


def _summary(asked):
    place, first, last = asked["place"], asked["first"], asked["last"]
    found = Opinion.objects.registered().filter(
        jurisdiction__in=Jurisdiction.objects.within(place), received_on__range=(first, last)
    )
    paper = summary_of_period(place, with_parts(found), first, last, on=clock.today())
    return send([paper], f"{place}选民意见归纳整理表", asked["format"])
