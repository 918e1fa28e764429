"""Exporting the ledger of a year's proposals, in the form in which it is imported."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.views.decorators.cache import never_cache

from congress import xlsx
from proposals import rules
from proposals.forms.ledger import LedgerForm
from proposals.resources import ledger_book, proposals_of_year


@never_cache
def ledger_export(request):
    user = request.user
    if not rules.can_print_ledger(user):
        raise PermissionDenied("台账由人大机关、政府办公室的工作人员和领导导出。")
    form = LedgerForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return render(request, "proposals/ledger_export.html", {"form": form})
    book = ledger_book(proposals_of_year(user, **form.cleaned_data))
    name = f"{user.jurisdiction}{form.cleaned_data['year']}年代表建议议案台账.xlsx"
    return xlsx.response(book.export("xlsx", escape=True), name)
