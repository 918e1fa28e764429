"""How the turns of a place were shared out: a row a deputy, the turns behind each number, a sheet."""

from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse

from congress.calendar import chinese_date
from congress.xlsx import sheet
from deputies.models import Seat
from deputies.models.seat import naming
from reception import fairness as counting
from reception import turn_rules
from reception.forms.fairness import FairnessForm


def fairness(request):
    """A row a deputy, and how far apart they are; who is a deputy himself finds his own among his turns."""
    user = request.user
    if user.is_deputy:
        return redirect("reception:turn_list")
    form = _asked(request)
    page = {"form": form, "measures": counting.MEASURES, "query": _query(form)}
    if form.is_valid():
        found = _shares(request.user, form)
        page |= {"shares": found, "spread": counting.spread(found), **form.cleaned_data}
    return render(request, "reception/fairness.html", page)


def fairness_sheet(request):
    """The table as a workbook."""
    form = _asked(request)
    if request.user.is_deputy or not form.is_valid():
        raise Http404
    data = form.cleaned_data
    headings = ["代表", "选区", *(measure.heading for measure in counting.MEASURES), "下次轮值"]
    rows = [
        (
            share.seat.called,
            share.seat.place,
            *(number for _, number in share.cells),
            share.next_slot.day.date if share.next_slot else "",
        )
        for share in _shares(request.user, form)
    ]
    where = data["station"] or data["place"]
    return sheet(f"{where}代表轮值次数（{data['since']:%Y-%m-%d}起）", headings, rows)


def fairness_turns(request, pk, measure):
    """The turns of the deputy ``pk`` behind a number."""
    user, form = request.user, _asked(request)
    if measure not in counting.BY_NAME or not form.is_valid():
        raise Http404
    if user.is_deputy and user.pk != _user_of(pk):
        raise Http404
    data, measure = form.cleaned_data, counting.BY_NAME[measure]
    slots = counting.turns(user, data["since"], place=data.get("place"), station=data.get("station"))
    found = [slot for slot in slots if measure.of(slot, pk)]
    seats = Seat.objects.filter(deputy=pk).visible_to(user).select_related(*naming())
    if (seat := seats.first()) is None:
        raise Http404
    back = reverse("reception:turn_list") if user.is_deputy else reverse("reception:fairness") + _query(form)
    page = {
        "measure": measure,
        "seat": seat,
        "slots": found,
        "since": chinese_date(data["since"]),
        "where": data.get("station") or data.get("place"),
        "back": back,
    }
    return render(request, "reception/fairness_turns.html", page)


def _user_of(pk):
    return Seat.objects.filter(deputy=pk).values_list("deputy__user", flat=True).first()


def _asked(request):
    if not turn_rules.may_see_shares(request.user):
        raise PermissionDenied("轮值次数由工作人员、领导和代表本人查阅。")
    return FairnessForm(request.GET, user=request.user)


def _shares(user, form):
    data = form.cleaned_data
    return counting.shares(user, data["since"], place=data["place"], station=data["station"])


def _query(form):
    kept = {name: form.data[name] for name in form.fields if form.data.get(name)}
    return f"?{urlencode(kept)}" if kept else ""
