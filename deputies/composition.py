"""What a congress is made of on a day: sex, ethnicity, party, age, education, sector, re-elected.

Every seat in office falls into exactly one part of each dimension, what nobody knows into 未登记: so the
parts of a dimension add up to the seats in office. A part is called by its label; "性别：女" names it in
addresses.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Count, Exists, F, OuterRef, Q, Value, When

from congress.calendar import add_months
from deputies.enums import HigherLevel, Sector, Sex
from deputies.models import HigherSeat, Seat


UNKNOWN = "未登记"
OTHER = "其他"
SEPARATOR = "："
HAN = ("汉", "汉族")
# The last age of each band, and its label; who is older falls into the last one.
AGES = ((35, "35岁及以下"), (45, "36至45岁"), (55, "46至55岁"), (60, "56至60岁"))
OLDEST = "61岁及以上"
# By the words that stand in what registers write; the first that fits counts: 大学专科 is 大专.
EDUCATIONS = (
    ("研究生", ("研究生", "硕士", "博士")),
    ("大专", ("大专", "专科")),
    ("大学本科", ("本科", "大学", "学士")),
    ("高中（中专）", ("高中", "中专", "职高", "技校", "中技", "中师")),
    ("初中及以下", ("初中", "小学", "文盲")),
)


@dataclass(frozen=True)
class Dimension:
    """One way to look at a congress. ``expression(on)`` yields the label of a seat's part on a day.

    ``parts`` are its labels in their order; without them they are whatever the deputies' data hold.
    """

    label: str
    expression: Callable
    parts: tuple = ()

    def code(self, part):
        return f"{self.label}{SEPARATOR}{part}"

    def ordered(self, counts):
        """The labels to show for ``counts`` {label: number}: known ones, then by number, 未登记 last."""
        found = sorted((part for part in counts if part != UNKNOWN), key=lambda part: (-counts[part], part))
        labels = self.parts or found
        return [*labels, *([UNKNOWN] if counts.get(UNKNOWN) else [])]


@dataclass(frozen=True)
class Part:
    """A part of a congress: its label, its seats, their share of all in per cent."""

    label: str
    code: str
    count: int
    share: float


@dataclass(frozen=True)
class Table:
    """A dimension of one congress."""

    label: str
    parts: list


def _labelled(field, choices):
    cases = [When(**{field: value}, then=Value(label)) for value, label in choices]
    return lambda on: Case(*cases, default=Value(UNKNOWN))


def _as_written(field):
    return lambda on: Case(When(**{field: ""}, then=Value(UNKNOWN)), default=F(field))


def _nation(on):
    """Han, or one of the others."""
    return Case(
        When(deputy__ethnicity="", then=Value(UNKNOWN)),
        When(deputy__ethnicity__in=HAN, then=Value("汉族")),
        default=Value("少数民族"),
    )


def _ethnicity(on):
    """Each one, 汉 and 汉族 together."""
    return Case(
        When(deputy__ethnicity="", then=Value(UNKNOWN)),
        When(deputy__ethnicity__in=HAN, then=Value("汉族")),
        default=F("deputy__ethnicity"),
    )


def _age(on):
    """By birthdays: who was born on the day that many years and one ago or before is older."""
    bands = [
        When(deputy__born__gt=add_months(on, -12 * (last + 1)), then=Value(label)) for last, label in AGES
    ]
    return Case(When(deputy__born__isnull=True, then=Value(UNKNOWN)), *bands, default=Value(OLDEST))


def _education(on):
    def any_of(words):
        found = Q()
        for word in words:
            found |= Q(deputy__education__contains=word)
        return found

    known = [When(any_of(words), then=Value(label)) for label, words in EDUCATIONS]
    return Case(When(deputy__education="", then=Value(UNKNOWN)), *known, default=Value(OTHER))


def _higher(on):
    """The highest congress above in which the deputy sits, too (B40)."""
    held = HigherSeat.objects.held_on(on).filter(deputy=OuterRef("deputy"))
    levels = (
        When(Exists(held.filter(level=level)), then=Value(label)) for level, label in HigherLevel.choices
    )
    return Case(*levels, default=Value("不兼任"))


def _reelected(on):
    return Case(When(reelected=True, then=Value("连任")), default=Value("新当选"))


DIMENSIONS = (
    Dimension("性别", _labelled("deputy__sex", Sex.choices), tuple(Sex.labels)),
    Dimension("民族", _nation, ("汉族", "少数民族")),
    Dimension("各民族", _ethnicity),
    Dimension("政治面貌", _as_written("deputy__party")),
    Dimension("年龄", _age, (*(label for _, label in AGES), OLDEST)),
    Dimension("文化程度", _education, (*(label for label, _ in EDUCATIONS), OTHER)),
    Dimension("界别", _labelled("deputy__sector", Sector.choices), tuple(Sector.labels)),
    Dimension("连任情况", _reelected, ("连任", "新当选")),
    Dimension("上级代表", _higher, (*HigherLevel.labels, "不兼任")),
)
# In which nothing can be 未登记.
ALWAYS_KNOWN = {"连任情况", "上级代表"}
BY_LABEL = {dimension.label: dimension for dimension in DIMENSIONS}


def count_parts(seats, on: date, dimensions=DIMENSIONS):
    """Count ``seats`` by congress: {dimension label: {jurisdiction pk: {part: number}}}.

    A query a dimension, however many the seats and congresses are.
    """
    found = {}
    for dimension in dimensions:
        rows = (
            seats.order_by()
            .annotate(part=dimension.expression(on))
            .values_list("term__jurisdiction", "part")
            .annotate(count=Count("pk"))
        )
        found[dimension.label] = counts = {}
        for place, part, count in rows:
            counts.setdefault(place, {})[part] = count
    return found


def tables_of(place, on: date):
    """How many seats of ``place`` are in office on the day, and a :class:`Table` a dimension.

    A sub-district is made of the seats that are elected there.
    """
    counted = count_parts(Seat.objects.whole_of(place).in_office(on), on)
    whole = [sum(counts.values()) for counts in counted[DIMENSIONS[0].label].values()]
    total = sum(whole)
    return total, [
        _table(dimension, _together(counted[dimension.label].values()), total) for dimension in DIMENSIONS
    ]


def side_by_side(places, on: date, dimensions=DIMENSIONS):
    """The same of several congresses: [(dimension label, part labels, [(place, total, parts)])]."""
    seats = Seat.objects.filter(term__jurisdiction__in=places).in_office(on)
    counted = count_parts(seats, on, dimensions)
    comparison = []
    for dimension in dimensions:
        counts = counted[dimension.label]
        labels = dimension.ordered(_together(counts.values()))
        rows = []
        for place in places:
            own = counts.get(place.pk, {})
            total = sum(own.values())
            rows.append((place, total, [_part(dimension, label, own, total) for label in labels]))
        comparison.append((dimension.label, labels, rows))
    return comparison


def _together(counts):
    whole = {}
    for parts in counts:
        for part, count in parts.items():
            whole[part] = whole.get(part, 0) + count
    return whole


def _table(dimension, counts, total):
    return Table(
        dimension.label, [_part(dimension, label, counts, total) for label in dimension.ordered(counts)]
    )


def _part(dimension, label, counts, total):
    count = counts.get(label, 0)
    return Part(label, dimension.code(label), count, round(100 * count / total, 1) if total else 0)


def in_part(seats, code, on: date):
    """Those of the ``seats`` that fall on the day into the part of that code; none where there is none."""
    label, _, part = code.partition(SEPARATOR)
    if label not in BY_LABEL:
        return seats.none()
    return seats.annotate(part=BY_LABEL[label].expression(on)).filter(part=part)


def choices(chosen=""):
    """The parts that are known beforehand, and the one that is ``chosen``, as choices of a filter."""
    codes = [
        dimension.code(part)
        for dimension in DIMENSIONS
        for part in (*dimension.parts, UNKNOWN)
        if part != UNKNOWN or dimension.label not in ALWAYS_KNOWN
    ]
    if chosen.partition(SEPARATOR)[0] in BY_LABEL and chosen not in codes:
        codes.append(chosen)
    return [(code, code) for code in codes]
