"""Who asks about which proposals: their counts, their days, the records themselves."""

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cached_property

from django.db.models import OuterRef, Subquery

from congress import statistics
from congress.figures import Period
from congress.handling import UnitRole
from congress.models import Jurisdiction, Session, User
from congress.statistics import ALL, NONE, Days, Share
from proposals.enums import ProposalStatus, SponsorRole
from proposals.models import Proposal, Reply, Sponsorship
from proposals.statistics.dimensions import GRADE, LEAD, UNIT
from proposals.statistics.facts import Fact, parts_of, promises_of, ratings_of
from proposals.statistics.measures import BY_NAME, COUNTS, GRADES, MEASURES


@dataclass(frozen=True)
class Question:
    """The proposals that ``user`` sees, accepted in ``period`` or, if given, made at ``session``.

    Of ``place``, or of all his places; of one ``kind``, or of all.
    """

    user: User
    period: Period
    place: Jurisdiction | None = None
    session: Session | None = None
    kind: str = ""

    @cached_property
    def a_year_before(self):
        """The same days a year before; of a session the congress's session before, None without one."""
        if self.session is None:
            return replace(self, period=self.period.a_year_before)
        same = Session.objects.of_congress().filter(term__jurisdiction=self.session.term.jurisdiction_id)
        before = same.filter(starts_on__lt=self.session.starts_on).select_related("term").first()
        return before and replace(self, session=before)

    @property
    def proposals(self):
        found = (
            Proposal.objects.visible_to(self.user).registered().exclude(status__in=ProposalStatus.ended_early)
        )
        if self.session:
            found = found.filter(session=self.session)
        else:
            found = found.filter(accepted_on__range=self.period.days)
        if self.place:
            found = found.filter(jurisdiction=self.place)
        return found.filter(kind=self.kind) if self.kind else found

    def facts(self, dimension=None):
        """{code: {key: Fact}} of the parts of a dimension, and under "all" of all proposals, each once."""
        found = defaultdict(dict)
        for pk, value, fact in self._rows(dimension):
            found[ALL][pk] = fact
            if dimension is None:
                continue
            if dimension.name != UNIT:
                found[dimension.code(value)][pk] = fact
                continue
            for part in fact.parts:
                own = tuple(one for one in fact.parts if one.unit == part.unit)
                found[str(part.unit)][pk] = replace(fact, parts=own)
            if not fact.parts:
                found[NONE][pk] = fact
        found.setdefault(ALL, {})
        return found

    def _rows(self, dimension):
        rows = self.proposals.order_by("accepted_on", "pk")
        path = "pk"
        if dimension is not None and dimension.path.startswith(LEAD):
            leads = Sponsorship.objects.filter(proposal=OuterRef("pk"), role=SponsorRole.LEAD)
            path = "lead"
            inner = f"seat__{dimension.path.removeprefix(LEAD)}"
            rows = rows.annotate(lead=Subquery(leads.values(inner)[:1]))
        elif dimension is not None and dimension.path == GRADE:
            path = GRADE
            rows = rows.annotate(grade=Subquery(_graded().values("result_class")[:1]))
        elif dimension is not None:
            path = dimension.path
        fields = ("pk", "merged_into", path, "status", "round", "publication")
        unit = self.user.unit_id if self.user.is_unit_clerk else None
        parts, promises = parts_of(self.proposals, unit), promises_of(self.proposals)
        ratings = ratings_of(self.proposals)
        for pk, into, value, status, times, publication in rows.values_list(*fields):
            main = into or pk
            if unit is not None and not parts.get(main):
                continue  # it only joins there
            yield (
                pk,
                value,
                Fact(
                    pk,
                    status,
                    times,
                    publication,
                    parts=tuple(parts.get(main, ())),
                    promises=tuple(promises.get(main, ())),
                    ratings=tuple(ratings.get(pk, ())),
                ),
            )

    def behind(self, measure, dimension=None, code=ALL):
        """The keys of the proposals behind a number, with their days; the slowest or the latest first."""
        facts = self.facts(dimension).get(code, {})
        keys = [(pk, fact.days) for pk, fact in facts.items() if _stands_behind(measure, fact)]
        keys.reverse()
        return sorted(keys, key=lambda key: -key[1]) if isinstance(measure, Days) else keys


def _graded():
    """The sent replies of an outer query's proposal that have a class, the latest first."""
    sent = Reply.objects.sent().filter(assignment__proposal=OuterRef("pk"), result_class__isnull=False)
    return sent.exclude(assignment__role=UnitRole.CO).order_by("-assignment__round", "-replied_on", "-pk")


def _stands_behind(measure, fact):
    """Behind a share stands the whole of it, behind days what was replied to."""
    if isinstance(measure, Days):
        return fact.days is not None
    if isinstance(measure, Share):
        return any(BY_NAME[name].holds(fact) for name in measure.whole)
    return measure.holds(fact)


def values_of(facts):
    """{name of a measure: value} of the facts of a part, {key: Fact}; None of one with nothing."""
    facts = (facts or {}).values()
    counts = {count.name: sum(count.holds(fact) for fact in facts) for count in (*COUNTS, *GRADES)}
    days = sorted(fact.days for fact in facts if fact.days is not None)
    values = {grade.name: counts[grade.name] for grade in GRADES}
    for measure in MEASURES:
        if isinstance(measure, Days):
            values[measure.name] = measure.of(days)
        elif isinstance(measure, Share):
            values[measure.name] = measure.of(counts)
        else:
            values[measure.name] = counts[measure.name]
    return values


def table_of(question, dimension, *, compared=False):
    """Count everything, in a number of queries that does not grow with proposals or parts."""
    return statistics.table_of(
        question, dimension, lambda asked: asked.facts(dimension), values_of, compared=compared
    )
