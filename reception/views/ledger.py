"""Exporting the ledgers of a year."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from congress import xlsx
from congress.models import Jurisdiction
from congress.resources import Workbook
from congress.workflow import whole
from reception import rules
from reception.forms.ledger import LedgerForm
from reception.reading import reveal_all
from reception.resources import OpinionResource, days_of, opinions_of, reception_book


@never_cache
def ledger_export(request):
    """Ask which ledger, and send it; with voters' data only for a reason, which is kept for each of them."""
    if not rules.can_export_ledgers(request.user):
        raise PermissionDenied("台账由镇街和区人大的工作人员导出。")
    form = LedgerForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        return _sheet(request.user, **form.cleaned_data)
    return render(request, "reception/ledger_export.html", {"form": form})


@whole
def _sheet(user, *, kind, year, personal, reason):
    place = user.jurisdiction
    places = Jurisdiction.objects.within(place)
    opinions = opinions_of(places, year)
    if kind == LedgerForm.OPINIONS:
        data = OpinionResource().export(opinions)
        data.title = "群众意见台账"
        return xlsx.response(Workbook().export_data(data), f"{place}{year}年群众意见台账.xlsx")
    if personal:
        reveal_all({opinion.visit.visitor for opinion in opinions}, by=user, reason=reason)
    book = reception_book(days_of(places, year), opinions, personal=personal)
    return xlsx.response(book.export("xlsx", escape=True), f"{place}{year}年代表接待日登记表.xlsx")
