"""The duty page: what a deputy did in a year, by time and by kind, every figure with its evidence."""

from itertools import groupby

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, Min
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from congress import clock, figures
from congress.enums import Role
from deputies import rules
from deputies.enums import ParticipationStatus
from deputies.models import ActivityKind, Seat


CARDS = ("activities.total", "activities.duty_days", "activities.trainings")
BY_TYPE = "activities.by_type"
SHOWN = (ParticipationStatus.LOGGED, ParticipationStatus.RETURNED, ParticipationStatus.VERIFIED)

PENDING = (
    (ParticipationStatus.LOGGED, "待核实", "核实后才计入"),
    (ParticipationStatus.RETURNED, "被退回", "改好后重新登记"),
)


def duty_home(request):
    """Where the navigation leads: a deputy to the page of his latest seat, others to the list."""
    if request.user.role != Role.DEPUTY:
        return redirect("deputies:activity_list")
    seat = Seat.objects.filter(deputy__user=request.user).order_by("-term__starts_on", "pk").first()
    if seat is None:
        return render(request, "deputies/duty_detail.html", {"seat": None})
    return redirect("deputies:duty", seat.pk)


def duty(request, pk):
    """The duty page of a seat; ``?year=`` turns the year, ``?by=kind`` sorts by kind instead of time."""
    seat = _seat(request, pk)
    year = _year(request)
    by_kind = request.GET.get("by") == "kind"
    values = figures.for_seats([seat.pk], figures.Period.of_year(year), {*CARDS, BY_TYPE})[seat.pk]
    entries = _entries(seat, year)
    page = {
        "seat": seat,
        "seats": _other_seats(request.user, seat),
        "own": rules.is_own_seat(request.user, seat),
        "year": year,
        "years": _years(seat),
        "by_kind": by_kind,
        "cards": [_card(seat, year, key, values[key]) for key in CARDS],
        "kinds": _kinds(seat, year, values[BY_TYPE]),
        "pending": _pending(seat, year),
        "groups": _grouped(entries, by_kind),
    }
    return render(request, "deputies/duty_detail.html", page)


def duty_figure(request, pk, year, key):
    """The records behind a figure of a seat's year; ``?of=`` picks one kind of a split figure."""
    seat = _seat(request, pk)
    try:
        figure = figures.get(key)
    except KeyError:
        raise Http404 from None
    if "seat" not in figure.lenses or isinstance(figure, figures.Rate):
        raise Http404
    period = figures.Period.of_year(year)
    value = figures.for_seats([seat.pk], period, {key})[seat.pk][key]
    rows = figures.evidence(figure, period, seats=[seat.pk])
    part = request.GET.get("of", "")
    if figure.breakdown and part:
        rows, value = rows.filter(**{figure.breakdown: part}), value.get(part, 0)
    page = {
        "seat": seat,
        "year": year,
        "figure": figure,
        "value": value if not isinstance(value, dict) else sum(value.values()),
        "part": ActivityKind.objects.filter(code=part).first() if part else None,
        "page_obj": Paginator(rows, 50).get_page(request.GET.get("page")),
    }
    return render(request, "deputies/duty_figure.html", page)


def _seat(request, pk):
    seats = Seat.objects.visible_to(request.user).select_related(
        "deputy", "term__jurisdiction", "constituency", "group"
    )
    seat = get_object_or_404(seats, pk=pk)
    if not rules.can_see_duty(request.user, seat):
        raise PermissionDenied("您只能看自己的履职情况。")
    return seat


def _year(request):
    asked = request.GET.get("year", "")
    return int(asked) if asked.isdecimal() and len(asked) == 4 and asked > "1949" else clock.today().year


def _years(seat):
    """From the year of the first entry to this one, the latest first."""
    first = seat.participations.aggregate(first=Min("activity__starts_on"))["first"]
    this_year = clock.today().year
    return range(this_year, min(first.year if first else this_year, this_year) - 1, -1)


def _other_seats(user, seat):
    """All seats of the deputy that the user may see, to switch between them."""
    seats = Seat.objects.visible_to(user).filter(deputy=seat.deputy_id)
    return seats.select_related("term__jurisdiction", "constituency").order_by("-term__starts_on", "pk")


def _entries(seat, year):
    entries = seat.participations.filter(activity__starts_on__year=year, status__in=SHOWN)
    return entries.select_related("activity__kind").with_photo_count()


def _pending(seat, year):
    """What does not count yet, in cards like those of the figures."""
    entries = seat.participations.filter(activity__starts_on__year=year).order_by()
    counts = dict(entries.values_list("status").annotate(Count("pk")))
    url = reverse("deputies:participation_list")
    return [
        {"label": label, "rule": rule, "value": counts[status], "url": f"{url}?year={year}&status={status}"}
        for status, label, rule in PENDING
        if status in counts
    ]


def _grouped(entries, by_kind):
    """[(heading, entries)]: by month, the latest first, or by kind in the kinds' order."""
    if by_kind:
        entries = sorted(entries, key=lambda entry: (entry.activity.kind.order, entry.activity.kind_id))
        groups = groupby(entries, key=lambda entry: entry.activity.kind.name)
    else:
        groups = groupby(entries, key=lambda entry: f"{entry.activity.starts_on.month}月")
    return [(heading, list(group)) for heading, group in groups]


def _card(seat, year, key, value):
    figure = figures.get(key)
    url = reverse("deputies:duty_figure", args=[seat.pk, year, key])
    return {"label": figure.label, "unit": figure.unit, "rule": figure.rule, "value": value, "url": url}


def _kinds(seat, year, by_type):
    """What was done of each kind: [{name, value, url}], in the kinds' order."""
    names = ActivityKind.objects.filter(code__in=by_type).values_list("code", "name")
    url = reverse("deputies:duty_figure", args=[seat.pk, year, BY_TYPE])
    return [{"name": name, "value": by_type[code], "url": f"{url}?of={code}"} for code, name in names]
