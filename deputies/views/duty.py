"""The duty file: what a deputy did in a year, floor by floor, every figure with its evidence."""

from itertools import groupby

from django.core.exceptions import PermissionDenied
from django.db.models import Count, Min
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from congress import clock, figures
from congress.figures import Period, Rate
from deputies import rules
from deputies.enums import ParticipationStatus
from deputies.models import Honour, Seat, Speech
from deputies.speeches import timed


# The first figures of each section are shown large.
LARGE = 3
SHOWN = (ParticipationStatus.LOGGED, ParticipationStatus.RETURNED, ParticipationStatus.VERIFIED)

PENDING = (
    (ParticipationStatus.LOGGED, "待核实", "核实后才计入"),
    (ParticipationStatus.RETURNED, "被退回", "改好后重新登记"),
)


def duty_home(request):
    """Where the navigation leads: a deputy to the page of his latest seat, others to the list."""
    if not request.user.is_deputy:
        return redirect("deputies:activity_list")
    seat = Seat.objects.filter(deputy__user=request.user).order_by("-term__starts_on", "pk").first()
    if seat is None:
        return render(request, "deputies/duty_detail.html", {"seat": None})
    return redirect(reverse("deputies:duty", args=[seat.pk], query=request.GET or None))


def duty(request, pk):
    """The duty file of a seat; ``?year=`` turns the year, ``?by=kind`` sorts by kind instead of time."""
    seat = _seat(request, pk)
    year = _year(request)
    by_kind = request.GET.get("by") == "kind"
    page = {
        "seat": seat,
        "seats": _other_seats(request.user, seat),
        "own": rules.is_own_seat(request.user, seat),
        "year": year,
        "years": _years(seat),
        "by_kind": by_kind,
        "sections": list(_sections(seat, year, request.get_full_path())),
        "pending": _pending(seat, year),
        "honours": Honour.objects.visible_to(request.user).filter(deputy=seat.deputy, on__year=year),
        "speeches": _speeches(request.user, seat, year),
        "groups": _grouped(_entries(seat, year), by_kind),
    }
    return render(request, "deputies/duty_detail.html", page)


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
    year = int(asked) if asked.isdecimal() and len(asked) == 4 else 0
    return year if figures.is_known(year) else clock.today().year


def _years(seat):
    """The years since the seat began, or since its first entry where that was earlier, the latest first."""
    first = seat.participations.aggregate(first=Min("activity__starts_on"))["first"]
    begun = [day.year for day in (first, seat.first_day) if day]
    this_year = clock.today().year
    return range(this_year, min([*begun, this_year]) - 1, -1)


def _other_seats(user, seat):
    """All seats of the deputy that the user may see, to switch between them."""
    seats = Seat.objects.visible_to(user).filter(deputy=seat.deputy_id)
    return seats.select_related("term__jurisdiction", "constituency").order_by("-term__starts_on", "pk")


def _sections(seat, year, back):
    """All figures of the seat's year, [{heading, large, small, parts, rest}], each with its evidence."""
    period = Period.of_year(year, until=clock.today())
    values = figures.for_seats([seat.pk], period)[seat.pk]
    names = figures.part_labels("seat")

    def card(figure, key, label, value):
        where = {"key": key, "year": year, "seat": seat.pk}
        url = reverse("deputies:evidence", kwargs=where, query={"back": back})
        return {"key": key, "label": label, "unit": figure.unit, "value": value, "url": url}

    for heading, found in figures.by_section(figures.registered("seat")):
        plain = [figure for figure in found if isinstance(figure, Rate) or not figure.breakdown]
        split = [figure for figure in found if figure not in plain]
        cards = [card(figure, figure.key, figure.label, values[figure.key]) for figure in plain]
        parts = [
            card(figure, f"{figure.key}.{part}", label, values[figure.key][part])
            for figure in split
            for part, label in names[figure.key].items()
            if part in values[figure.key]
        ]
        yield {
            "heading": heading,
            "large": cards[:LARGE],
            "small": cards[LARGE:],
            "parts": parts,
            "rest": len(cards[LARGE:]) + len(parts),
        }


def _entries(seat, year):
    entries = seat.participations.filter(activity__starts_on__year=year, status__in=SHOWN)
    return entries.select_related("activity__kind").with_photo_count()


def _speeches(user, seat, year):
    """The seat's speeches of the year, for the few who may read them."""
    speeches = Speech.objects.visible_to(user).filter(seat=seat, meeting__on__year=year)
    return timed(speeches.select_related("meeting__session__term__jurisdiction__parent"))


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
