"""Who asks about which matters, of what time and place: their counts, their days, the records themselves."""

from collections import Counter
from dataclasses import dataclass, field, replace

from django.db import models
from django.db.models import Exists, FilteredRelation, OuterRef, Q

from congress.figures import Period
from congress.handling import HandlingStatus, PromiseStatus
from congress.lookups import DaysFrom
from congress.models import Jurisdiction, User
from congress.statistics import ALL, Days
from reception.enums import Outcome
from reception.figures.opinions import concluded, opinions
from reception.models import Opinion, Referral, Undertaking
from reception.statistics.measures import BY_NAME, COUNTS, Count


@dataclass
class Counted:
    """``counts`` are {name of a count: number}; ``days`` those until the voters were answered, in order."""

    counts: dict = field(default_factory=lambda: {measure.name: 0 for measure in COUNTS})
    days: list = field(default_factory=list)

    def add(self, told):
        """Count matters that were concluded, a Counter of (outcome, rating, days)."""
        for measure in COUNTS:
            if measure.of_concluded:
                self.counts[measure.name] = sum(
                    number
                    for (outcome, rating, _), number in told.items()
                    if measure.of_concluded(outcome, rating)
                )
        self.days = sorted(days for *_, days in told.elements() if days is not None)


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
        for code, told in self._concluded(dimension).items():
            found.setdefault(code, Counted()).add(told)
        return found

    def _in_the_database(self, dimension):
        found = {}
        if dimension is not None:
            rows, unit_wise = self._rows(dimension)
            counts = self._aggregates(unit_wise)
            for row in rows.values(dimension.path).annotate(**counts):
                found.setdefault(dimension.code(row.pop(dimension.path)), []).append(row)
            found = {code: _sum(parts) for code, parts in found.items()}
        if dimension is None or dimension.several:
            rows, unit_wise = self._rows(None)
            return found | {ALL: rows.aggregate(**self._aggregates(unit_wise))}
        return found | {ALL: _sum(found.values())}

    def _aggregates(self, unit_wise):
        """Each matter counts once, though a unit may have held it in several rounds."""
        return {
            measure.name: models.Count(
                "pk", filter=measure.where(self.period, unit_wise=unit_wise), distinct=unit_wise
            )
            for measure in COUNTS
            if measure.of_concluded is None
        }

    def _concluded(self, dimension):
        """{code: Counter of (outcome, rating, days)} of the matters explained, and of those answered.

        Counted once for all measures that ask for it, because how the voter rated is a subquery: a database
        asks it again for each count that mentions it.
        """
        found = {}
        if dimension is not None:
            for value, told, number in self._told(dimension, dimension.path):
                found.setdefault(dimension.code(value), Counter())[told] += number
        if dimension is None or dimension.several:
            found[ALL] = Counter()
            for _, told, number in self._told(None, "jurisdiction"):
                found[ALL][told] += number
        else:
            found[ALL] = sum(found.values(), Counter())
        return found

    def _told(self, dimension, path):
        """Triples: the value of ``path``, (outcome, rating, days), and how many matters they are."""
        rows, unit_wise = self._rows(dimension)
        rows = rows.filter(concluded(self.period)).annotate(
            rating=models.F("handling_rated"), days=DaysFrom("received_on", "told_on")
        )
        counted = rows.values_list(path, "outcome", "rating", "days")
        counted = counted.annotate(number=models.Count("pk", distinct=unit_wise))
        for value, outcome, rating, days, number in counted:
            yield value, (outcome, rating, days if outcome == Outcome.REFERRED else None), number

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
            found = found.annotate(waited=DaysFrom("received_on", "told_on"))
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
        return rows.filter(BY_NAME["answered"].where(self.period))


def _sum(counts):
    """The counts of several parts together."""
    total = {}
    for part in counts:
        total = {name: total.get(name, 0) + number for name, number in part.items()}
    return total


def _with_parts(rows):
    """Join what the units hold, as ``standing``; ``had_before``: the unit had it in an earlier round.

    ``has_promised``, ``has_unkept``: the unit itself promised something, something of that is not kept.
    """
    earlier = Referral.objects.standing().filter(
        opinion=OuterRef("pk"), unit=OuterRef("standing__unit"), round__lt=OuterRef("standing__round")
    )
    held = ~Q(referrals__status__in=HandlingStatus.given_up)
    rows = rows.alias(standing=FilteredRelation("referrals", condition=held))
    promised = Undertaking.objects.counted().filter(opinion=OuterRef("pk"), unit=OuterRef("standing__unit"))
    return rows.alias(
        had_before=Exists(earlier),
        has_promised=Exists(promised),
        has_unkept=Exists(promised.exclude(status=PromiseStatus.KEPT)),
    )


def _behind(measure, period, unit_wise):
    """What a count counts; behind a share stands the whole of it."""
    if isinstance(measure, Count):
        return measure.where(period, unit_wise=unit_wise)
    found = Q()
    for name in measure.whole:
        found |= BY_NAME[name].where(period, unit_wise=unit_wise)
    return found
