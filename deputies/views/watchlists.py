"""Who takes little part, for the office alone: a page and a sheet."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import render

from congress import clock
from congress.figures import Period
from congress.xlsx import sheet
from deputies import rules
from deputies.forms.watchlists import PeriodForm
from deputies.models import Seat
from deputies.watchlists import watchlists_of


def watchlists(request):
    """The lists over the days ``?first=`` to ``?last=``, by default this year's."""
    form, period = _asked(request)
    page = {
        "form": form,
        "period": period,
        "lists": _lists(request, period),
        "term_starts_on": _term_starts_on(request.user.jurisdiction),
        "today": clock.today(),
    }
    return render(request, "deputies/watchlists.html", page)


def watchlists_sheet(request):
    _, period = _asked(request)
    rows = [
        (found.label, entry.seat.deputy.name, entry.seat.place, str(entry.seat.delegation or ""), entry.told)
        for found in _lists(request, period)
        for entry in found.entries
    ]
    title = f"{request.user.jurisdiction}履职提醒{period.start:%Y%m%d}至{period.end:%Y%m%d}"
    return sheet(title, ("名单", "代表", "选区", "代表团", "情况"), rows)


def _lists(request, period):
    return watchlists_of(request.user.jurisdiction, period, request.user.office_rules)


def _asked(request):
    """The form, and the days it asks for; this year to today where it asks for none, or for wrong ones."""
    if not rules.can_watch_absences(request.user):
        raise PermissionDenied("履职提醒由人大的工作机构查看。")
    today = clock.today()
    year = Period.of_year(today.year, until=today)
    form = PeriodForm(request.GET if "first" in request.GET else {"first": year.start, "last": year.end})
    return form, Period(**_days(form)) if form.is_valid() else year


def _days(form):
    return {"start": form.cleaned_data["first"], "end": form.cleaned_data["last"]}


def _term_starts_on(place):
    """The first day of the term whose seats are held now; None where nobody holds one."""
    seat = Seat.objects.whole_of(place).in_office(clock.today()).order_by("-term__starts_on").first()
    return seat and seat.term.starts_on
