"""The records behind a figure: of a seat's year, or of a place's. The one such page of the whole house."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from congress import clock, figures
from congress.calendar import chinese_date
from congress.figures import Figure, Period, Rate
from congress.models import Jurisdiction
from deputies import rules
from deputies.models import Seat


PER_PAGE = 25
RELATED = ("deputy", "term__jurisdiction__parent", "constituency__town__parent")


def evidence(request, key, year, seat=None, place=None):
    """The rule as a sentence, the day up to which was counted, and every row that was.

    ``key`` may name a part of a breakdown ("activities.by_type.study"); ``?until=2025-06-30`` cuts the year,
    and ``?since=`` begins on another day than the year's first;
    ``?back=`` is the page from which the person came; ``?below`` takes all places below with the place, each
    record once.
    """
    if not figures.is_known(year):
        raise Http404
    figure, part, labels = _figure(key, "seat" if seat else "place")
    period = _period(request, year)
    subject = _seat(request, seat) if seat else _place(request, place)
    with_below = bool(place) and "below" in request.GET
    places = [row.pk for row in Jurisdiction.objects.within(subject)] if with_below else [place]
    owner = {"seats": [seat]} if seat else {"places": places}
    values = _values(figure, period, **owner)
    value = figures.whole(figures.value_of(values, key))
    page = {
        "figure": figure,
        "part": labels.get(part, ""),
        "subject": f"{subject}合计" if with_below else subject,
        "when": f"{year}年" if period.start == date(year, 1, 1) else f"{chinese_date(period.start)}以来",
        "until": period.end,
        "value": value,
        "remarks": figures.remarks_on(key, year, seat, value) if seat else [],
        "components": [_component(request, *row) for row in _components(figure, part, labels, values)],
        "back": _back(request, seat, year),
    }
    if isinstance(figure, Figure):
        page["page_obj"] = _rows(request, figure, part, period, owner)
    return render(request, "deputies/evidence.html", page)


def _figure(key, lens):
    """The figure of a key, the part of it that the key names (or an empty string), its parts' labels."""
    known = {figure.key: figure for figure in figures.registered(lens)}
    whole, _, part = key.rpartition(".")
    figure = known.get(key) or known.get(whole)
    labels = figure.part_labels() if isinstance(figure, Figure) else {}
    if key in known:
        return figure, "", labels
    if part not in labels:
        raise Http404
    return figure, part, labels


def _period(request, year):
    """The year, from ``?since=`` to ``?until=`` where asked for, but never in the future."""
    until = min(_day(request, "until") or clock.today(), clock.today())
    period = Period.of_year(year, until=until)
    since = _day(request, "since")
    return Period(since, period.end) if since and since <= period.end else period


def _day(request, name):
    try:
        return date.fromisoformat(request.GET.get(name, ""))
    except ValueError:
        return None


def _seat(request, pk):
    seat = get_object_or_404(Seat.objects.visible_to(request.user).select_related(*RELATED), pk=pk)
    if not rules.can_see_duty(request.user, seat):
        raise PermissionDenied("您只能看自己的履职数据。")
    return seat


def _place(request, pk):
    if not rules.can_see_places(request.user):
        raise PermissionDenied("各地的数据由工作人员和领导查阅。")
    return get_object_or_404(Jurisdiction.objects.visible_to(request.user), pk=pk)


def _back(request, seat, year):
    """The page from which the person came; else the seat's year, or his desk."""
    asked = request.GET.get("back", "")
    if asked.startswith("/") and url_has_allowed_host_and_scheme(asked, allowed_hosts=None):
        return asked
    return reverse("deputies:duty", args=[seat], query={"year": year}) if seat else reverse("desk")


def _values(figure, period, seats=(), places=()):
    keys = {figure.key, *figure.parts, figure.whole} if isinstance(figure, Rate) else {figure.key}
    if seats:
        return figures.for_seats(seats, period, keys)[seats[0]]
    return figures.total(places, period, keys)


def _components(figure, part, labels, values):
    """What a rate is made of, or the parts of a breakdown: (key, label, unit, value)."""
    if isinstance(figure, Rate):
        for key in (*figure.parts, figure.whole):
            component = figures.get(key)
            yield key, component.label, component.unit, values[key]
    elif figure.breakdown and not part:
        for code, label in labels.items():
            if value := values[figure.key].get(code):
                yield f"{figure.key}.{code}", label, figure.unit, value


def _component(request, key, label, unit, value):
    """A figure's tile, with the way to its own evidence."""
    where = request.resolver_match.kwargs | {"key": key}
    kept = {name: request.GET[name] for name in ("since", "until", "back", "below") if name in request.GET}
    url = reverse("deputies:evidence", kwargs=where, query=kept or None)
    return {"label": label, "unit": unit, "value": value, "url": url}


def _rows(request, figure, part, period, owner):
    rows = figures.evidence(figure, period, part=part, **owner)
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    visible = _visible(page.object_list, request.user)
    for row in page:
        row.out_of_sight = row.pk not in visible
        row.told = figure.source.told(row)
    return page


def _visible(rows, user):
    """Primary keys of the rows that the user may read; of the others he learns what the source tells."""
    found = rows.model._default_manager.filter(pk__in=[row.pk for row in rows])
    return set(found.visible_to(user).values_list("pk", flat=True))
