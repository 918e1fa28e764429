"""By what records are told apart: a path from the record to a value, with names for the parts."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from congress.statistics.table import NONE


@dataclass(frozen=True)
class Dimension:
    """A way to tell records apart: ``path`` leads from the record to the value.

    ``names(keys)`` yields {key: name} in the order shown. ``none`` names the records without a value;
    ``several`` says that a record may stand in several parts; ``always(question)`` yields the parts that are
    shown even when nothing was counted; ``closed_to`` are the roles that see nothing of it. Of one
    ``in_time`` the parts are months, of one that ``is_text`` the values of a choice, of others keys. In
    addresses a part is its :meth:`code`.
    """

    name: str
    label: str
    path: str
    names: Callable
    none: str = "未填写"
    several: bool = False
    always: Callable = lambda question: ()
    closed_to: tuple = ()
    in_time: bool = False
    is_text: bool = False

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
            return Q(**{f"{self.path}__year": value.year, f"{self.path}__month": value.month})
        return Q(**{self.path: value})

    def value(self, code):
        if self.in_time:
            return date.fromisoformat(f"{code}-01")
        return code if self.is_text else _key(code)

    def code_now(self, code):
        """The part that stands today where that of ``code`` stood a year before."""
        return f"{int(code[:4]) + 1}{code[4:]}" if self.in_time else code

    def code_then(self, code):
        """The part of a year before that :meth:`code_now` puts in the place of ``code``."""
        return f"{int(code[:4]) - 1}{code[4:]}" if self.in_time and code[:4].isdecimal() else code

    def labels(self, codes):
        """{code: name} of the parts, in the order in which they are shown, those without a value last."""
        values = {self.value(code): code for code in codes if code != NONE}
        found = {values[value]: name for value, name in self.names(values).items()}
        return found | ({NONE: self.none} if NONE in codes else {})


def _key(code):
    if not code.isdecimal() or len(code) > 18:
        raise ValueError(code)
    return int(code)


def named(records):
    """The names of the records of a queryset that ``records()`` yields, in its order."""
    return lambda keys: {row.pk: str(row) for row in records().filter(pk__in=keys)}


def named_choices(choices):
    return lambda keys: {value: label for value, label in choices.choices if value in keys}


def named_months(keys):
    return {key: f"{key.year}年{key.month}月" for key in sorted(keys)}


def months_of(question):
    """Every month of the period, also one in which nothing happened."""
    start, end = question.period.days
    first, last = start.year * 12 + start.month - 1, end.year * 12 + end.month - 1
    return [f"{number // 12}-{number % 12 + 1:02d}" for number in range(first, last + 1)]
