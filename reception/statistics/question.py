"""Who asks about which matters, of what time and place: their counts, their days, the records themselves."""

from collections import Counter
from dataclasses import dataclass, field, replace

from django.db import models
from django.db.models import Exists, FilteredRelation, OuterRef, Q, Subquery

from congress.figures import Period
from congress.handling import HandlingStatus
from congress.models import Jurisdiction, User
from congress.statistics import ALL, Days
from reception.enums import Outcome
from reception.figures.opinions import may_be_concluded, opinions, told_answers
from reception.models import Opinion, Referral
from reception.statistics.measures import BY_NAME, COUNTS, Count


@dataclass
class Counted:
    """``counts`` are {name of a count: number}; ``days`` those until the voters were answered, in order."""

    counts: dict = field(default_factory=lambda: {measure.name: 0 for measure in COUNTS})
    days: list = field(default_factory=list)

    def add(self, concluded):
        """Count matters that were concluded: (outcome, rating, days)."""
        told = Counter(row[:2] for row in concluded)
        for measure in COUNTS:
            if measure.of_concluded:
                self.counts[measure.name] = sum(
                    number for pair, number in told.items() if measure.of_concluded(*pair)
                )
        self.days = sorted(days for *_, days in concluded if days is not None)


@dataclass(frozen=True)
class Question:
    """The matters that ``user`` sees, received in ``period``, in ``place`` or in all his places."""

    user: User
    period: Period
    place: Jurisdiction | None = None

    @property
    def a_year_before(self):
        return replace(self, period=self.period.a_year_before)

    @property
    def unit_wise(self):
        """Whether the units' own parts are counted: a clerk asks about his own unit's."""
        return self.user.is_unit_clerk

    def counted(self, dimension=None):
        """{code: Counted} of the parts of a dimension, and under "all" of all matters together, each once."""
        found = {}
        for code, counts in self._in_the_database(dimension).items():
            found.setdefault(code, Counted()).counts.update(counts)
        for code, concluded in self._concluded(dimension).items():
            found.setdefault(code, Counted()).add(concluded.values())
        return found

    def _in_the_database(self, dimension):
        found = {}
        if dimension is not None:
            rows, unit_wise = self._rows(dimension)
            counts = self._aggregates(unit_wise, once=unit_wise or dimension.several)
            for row in rows.values(dimension.path).annotate(**counts):
                found.setdefault(dimension.code(row.pop(dimension.path)), []).append(row)
            found = {code: _sum(parts) for code, parts in found.items()}
        if dimension is None or dimension.several:
            rows, unit_wise = self._rows(None)
            return found | {ALL: rows.aggregate(**self._aggregates(unit_wise, once=unit_wise))}
        return found | {ALL: _sum(found.values())}

    def _aggregates(self, unit_wise, once):
        return {
            measure.name: models.Count(
                "pk", filter=measure.where(self.period, unit_wise=unit_wise), distinct=once
            )
            for measure in COUNTS
            if measure.of_concluded is None
        }

    def _concluded(self, dimension):
        """{code: {key of a matter: (outcome, rating, days)}} of those explained, and of those answered.

        Read as rows, and once, because who was told when, and how he rated, are subqueries: a database asks
        them again for each count that mentions them.
        """
        rows, _ = self._rows(dimension)
        rows = _with_told(rows, self.period).annotate(rating=models.F("handling_rated"))
        rows = rows.filter(may_be_concluded(self.period))
        path = dimension.path if dimension else "jurisdiction"
        fields = ("pk", path, "outcome", "received_on", "told_on", "rating")
        found = {ALL: {}}
        for key, value, outcome, received_on, told_on, rating in rows.values_list(*fields):
            answered = outcome == Outcome.REFERRED
            if answered and told_on is None:
                continue
            concluded = (outcome, rating, (told_on - received_on).days if answered else None)
            found[ALL][key] = concluded
            if dimension:
                found.setdefault(dimension.code(value), {})[key] = concluded
        return found

    def records(self, measure, dimension=None, code=ALL):
        """The matters behind a number, each once; behind days the slowest first, with their ``told_on``."""
        if isinstance(measure, Days):
            rows = self._answered(dimension)
        else:
            rows, unit_wise = self._rows(dimension)
            rows = rows.filter(_behind(measure, self.period, unit_wise))
        if dimension is not None:
            rows = rows.filter(dimension.where(code))
        found = Opinion.objects.filter(pk__in=rows.values("pk")).select_related(*opinions.related)
        if isinstance(measure, Days):
            found = _with_told(found, self.period).annotate(waited=_waited())
            return found.order_by("-waited", "pk")
        return found

    def _rows(self, dimension):
        """The rows of the source that the user sees, and whether the units' own parts are counted."""
        rows = opinions.rows(self.period).order_by().visible_to(self.user)
        if self.place:
            rows = rows.filter(jurisdiction=self.place)
        unit_wise = self.unit_wise or (dimension is not None and dimension.path.startswith("standing"))
        if unit_wise:
            rows = _with_parts(rows)
        if self.unit_wise:
            rows = rows.filter(standing__unit=self.user.unit_id)
        return rows, unit_wise

    def _answered(self, dimension):
        rows, _ = self._rows(dimension)
        return _with_told(rows, self.period).filter(BY_NAME["answered"].where(self.period))


def _sum(counts):
    """The counts of several parts together."""
    total = {}
    for part in counts:
        total = {name: total.get(name, 0) + number for name, number in part.items()}
    return total


def _with_parts(rows):
    """Join what the units hold, as ``standing``; ``had_before``: the unit had it in an earlier round."""
    earlier = Referral.objects.standing().filter(
        opinion=OuterRef("pk"), unit=OuterRef("standing__unit"), round__lt=OuterRef("standing__round")
    )
    held = ~Q(referrals__status__in=HandlingStatus.given_up)
    rows = rows.alias(standing=FilteredRelation("referrals", condition=held))
    return rows.alias(had_before=Exists(earlier))


def _with_told(rows, period):
    first = told_answers(period).order_by("answered_on").values("answered_on")[:1]
    return rows.annotate(told_on=Subquery(first))


def _behind(measure, period, unit_wise):
    """What a count counts; behind a share stands the whole of it."""
    if isinstance(measure, Count):
        return measure.where(period, unit_wise=unit_wise)
    found = Q()
    for name in measure.whole:
        found |= BY_NAME[name].where(period, unit_wise=unit_wise)
    return found


def _waited():
    return models.ExpressionWrapper(
        models.F("told_on") - models.F("received_on"), output_field=models.DurationField()
    )
