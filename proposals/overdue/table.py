"""What is late as a table: a row a unit, a deputy or a leader, a column a kind."""

from collections import Counter

from congress.enums import Role
from congress.models import Unit
from congress.statistics import ALL, Dimension, Row, Table, in_order
from congress.statistics.dimension import named
from deputies.fields import choosable
from deputies.models import Seat
from proposals.models import KeySupervision
from proposals.overdue.late import ALL_KINDS, KINDS


def _seats(keys):
    """By name; who has a seat in two congresses, and namesakes, with where the seat is."""
    seats = list(choosable(Seat.objects.filter(pk__in=keys)))
    names = Counter(seat.called for seat in seats)
    return {seat.pk: seat.called if names[seat.called] == 1 else str(seat) for seat in seats}


def _leaders(keys):
    rows = KeySupervision.objects.filter(pk__in=keys).order_by("leader_name")
    return dict(rows.values_list("pk", "leader_name"))


#: ``path`` is the field of what is late; a clerk sees his own unit's alone.
DIMENSIONS = {
    dimension.name: dimension
    for dimension in (
        Dimension("unit", "按承办单位", "unit", named(Unit.objects.all), "没有承办单位"),
        Dimension("deputy", "按代表", "seat", _seats, closed_to=(Role.UNIT_CLERK,)),
        Dimension("leader", "按督办领导", "key", _leaders, closed_to=(Role.UNIT_CLERK,)),
    )
}


def dimensions_for(user):
    return [dimension for dimension in DIMENSIONS.values() if user.role not in dimension.closed_to]


def kinds_of(dimension):
    """The columns: a unit is not told of what deputies have not done."""
    return [kind for kind in KINDS if dimension.name != "unit" or kind.name != "rating"]


def in_part(found, dimension, code=ALL, kind=ALL_KINDS):
    """Those of ``found`` behind a number; of all parts, and of all kinds, by default."""
    return [
        late
        for part, late in _parts(found, dimension)
        if code in (ALL, part) and kind in (ALL_KINDS, late.kind)
    ]


def table_of(found, dimension):
    """Rows of counts, the most first; without parts in which nothing is late."""
    counts = {}
    for part, late in _parts(found, dimension):
        counts.setdefault(part, Counter())[late.kind] += 1
    rows = [_row(code, label, counts[code]) for code, label in dimension.labels(counts).items()]
    return Table(in_order(rows, f"-{ALL_KINDS}"), _row(ALL, "合计", sum(counts.values(), Counter())))


def _row(code, label, counts):
    values = {kind.name: counts[kind.name] for kind in KINDS} | {ALL_KINDS: counts.total()}
    return Row(code, label, values, None)


def _parts(found, dimension):
    """Pairs of a part's code and what is late there.

    Of a leader counts what stands under his key supervision; he has no key of his own, the first of those
    that he leads stands for him.
    """
    kinds = {kind.name for kind in kinds_of(dimension)}
    first = {}
    for late in sorted((late for late in found if late.key), key=lambda late: late.key):
        first.setdefault(late.leader, late.key)
    for late in found:
        if late.kind not in kinds:
            continue
        if dimension.name != "leader":
            yield dimension.code(getattr(late, dimension.path)), late
        elif late.key:
            yield str(first[late.leader]), late
