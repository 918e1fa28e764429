"""By what the matters are told apart: each dimension is a path from the matter, with names for its parts."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from congress.enums import Level, Role
from congress.models import Jurisdiction, Unit
from deputies.fields import choosable
from deputies.models import Seat, Station
from reception.enums import Channel, Nature
from reception.models import OpinionCategory


ALL = "all"
NONE = "none"


@dataclass(frozen=True)
class Dimension:
    """``path`` leads from the matter to the value; ``names(keys)`` yields {key: name} in the order shown.

    ``none`` names the matters without a value; ``several`` says that a matter may stand in several parts;
    ``always(question)`` yields the parts that are shown even when nothing was counted; ``closed_to`` are the
    roles that see nothing of it. In addresses a part is its :meth:`code`.
    """

    name: str
    label: str
    path: str
    names: Callable
    none: str = "未填写"
    several: bool = False
    always: Callable = lambda question: ()
    closed_to: tuple = ()

    def code(self, value):
        if value in (None, ""):
            return NONE
        return value.strftime("%Y-%m") if isinstance(value, date) else str(value)

    def where(self, code):
        """The condition of a part; ValueError when the code is none."""
        if code == NONE:
            return Q(**{f"{self.path}__isnull": True}) | (Q(**{self.path: ""}) if self.is_text else Q())
        value = self.value(code)
        if self.in_time:
            return Q(received_on__year=value.year, received_on__month=value.month)
        return Q(**{self.path: value})

    def value(self, code):
        if self.in_time:
            return date.fromisoformat(f"{code}-01")
        return code if self.is_text else _key(code)

    @property
    def in_time(self):
        """Whether the parts are months."""
        return self.path == "received_on"

    def code_now(self, code):
        """The part that stands today where that of ``code`` stood a year before."""
        return f"{int(code[:4]) + 1}{code[4:]}" if self.in_time else code

    def code_then(self, code):
        """The part of a year before that :meth:`code_now` puts in the place of ``code``."""
        return f"{int(code[:4]) - 1}{code[4:]}" if self.in_time and code[:4].isdecimal() else code

    @property
    def is_text(self):
        return self.name in ("nature", "channel")

    def labels(self, codes):
        """{code: name} of the parts, in the order in which they are shown, those without a value last."""
        values = {self.value(code): code for code in codes if code != NONE}
        found = {values[value]: name for value, name in self.names(values).items()}
        return found | ({NONE: self.none} if NONE in codes else {})


def _key(code):
    if not code.isdecimal() or len(code) > 18:
        raise ValueError(code)
    return int(code)


def _records(records):
    return lambda keys: {row.pk: str(row) for row in records().filter(pk__in=keys)}


def _seats(keys):
    return {seat.pk: seat.called for seat in choosable(Seat.objects.filter(pk__in=keys))}


def _choices(choices):
    return lambda keys: {value: label for value, label in choices.choices if value in keys}


def _months(keys):
    return {key: f"{key.year}年{key.month}月" for key in sorted(keys)}


def _months_of(question):
    """Every month of the period, also one in which nothing was received."""
    start, end = question.period.days
    first, last = start.year * 12 + start.month - 1, end.year * 12 + end.month - 1
    return [f"{number // 12}-{number % 12 + 1:02d}" for number in range(first, last + 1)]


def _places_of(question):
    """Every town and street that the reader chose among: one without matters says something too."""
    if question.place or question.unit_wise:
        return []
    here = Jurisdiction.objects.visible_to(question.user).local()
    return [str(pk) for pk in here.values_list("pk", flat=True)]


DIMENSIONS = {
    dimension.name: dimension
    for dimension in (
        # Databases are slow to tell the month of each row: they count by days, which are put together here.
        Dimension("month", "按月", "received_on", _months, always=_months_of),
        Dimension("category", "按类别", "category", _records(OpinionCategory.objects.all), "未分类"),
        Dimension(
            "unit",
            "按承办单位",
            "standing__unit",
            _records(Unit.objects.all),
            "没有承办单位",
            several=True,
            closed_to=(Role.UNIT_CLERK,),
        ),
        Dimension("place", "按镇街", "jurisdiction", _records(Jurisdiction.objects.all), always=_places_of),
        Dimension(
            "station",
            "按站点",
            "visit__day__station",
            _records(Station.objects.all),
            "不在站点接待日收到",
            closed_to=(Role.UNIT_CLERK, Role.GOV_OFFICE),
        ),
        Dimension(
            "deputy",
            "按接待代表",
            "visit__deputies",
            _seats,
            "没有接待代表",
            several=True,
            closed_to=(Role.UNIT_CLERK, Role.GOV_OFFICE),
        ),
        Dimension("nature", "按性质", "nature", _choices(Nature)),
        Dimension("channel", "按渠道", "visit__channel", _choices(Channel)),
    )
}


def dimensions_for(user):
    """The dimensions open to the user; who works in one town has nothing to tell apart by towns."""
    alone = user.jurisdiction.level in Level.local
    return [
        dimension
        for dimension in DIMENSIONS.values()
        if user.role not in dimension.closed_to and not (alone and dimension.name == "place")
    ]
