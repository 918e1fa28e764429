"""How the roster of a term stands beside its quota (选举法第十二条至第十四条、第二十五条)."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import timedelta

from django.db.models import Case, Count, F, Q, Value, When

from congress import clock
from congress.models import Term
from deputies.enums import SeatStatus, VacancyStatus
from deputies.models import Constituency, Seat, Vacancy
from deputies.models.seat import held_on
from deputies.quota import Quota, quota_of_term


@dataclass
class Roster:
    """A term's numbers; ``crowded`` are (constituency, quota, seated) with more deputies than it elects.

    In office is counted today, of a term that is over on its last day, of one to come on its first.
    """

    term: Term
    lawful: Quota | None = None
    constituencies: list = field(default_factory=list)
    seated: dict = field(default_factory=dict)  # by constituency; None for seats without one
    army: int = 0  # elected by the army (选举法第六条), confirmed or not
    elected: int = 0  # not confirmed yet
    vacant: int = 0

    @property
    def in_office(self):
        return sum(self.seated.values())

    @property
    def lawful_total(self):
        return self.lawful.total if self.lawful else None

    @property
    def constituency_quota(self):
        """The seats of all constituencies together; None while one's is not known."""
        quotas = [place.seat_quota for place in self.constituencies]
        return sum(quotas) if quotas and None not in quotas else None

    @property
    def crowded(self):
        places = [(place, place.seat_quota, self.seated.get(place.pk, 0)) for place in self.constituencies]
        return [row for row in places if row[1] is not None and row[2] > row[1]]

    @property
    def departures(self):
        """Where the roster departs from quota and law, in sentences; none of a term that is over."""
        return [sentence for sentence, _ in self._told()]

    @property
    def excesses(self):
        """The departures that no later entry makes good: more than quota or law allow."""
        return [sentence for sentence, is_excess in self._told() if is_excess]

    def _told(self):
        """[(sentence, whether it is an excess)]; what is only not entered yet is none."""
        if self.term.ends_on and self.term.ends_on < clock.today():
            return []
        return [*self._of_quota(), *self._of_seats()]

    def _of_quota(self):
        quota, divided = self.term.seat_quota, self.constituency_quota
        if quota is None:
            return
        if self.lawful and not self.lawful.allows(quota):
            lawful = self.lawful.total
            yield f"确定的总名额{quota}名，按选举法第十二条的公式应为{lawful}名，请核对人口数和名额。", True
        if divided is not None and divided + self.army != quota:
            army = f"、驻军选举的代表{self.army}名" if self.army else ""
            told = f"各选区名额合计{divided}名{army}，与总名额{quota}名不符，请核对选区。"
            yield told, divided + self.army > quota

    def _of_seats(self):
        quota, seated = self.term.seat_quota, self.in_office
        known = seated + self.elected + self.vacant
        if quota is not None and seated > quota:
            yield f"在任代表{seated}名，超过总名额{quota}名；有人离任的，请登记资格终止。", True
        elif quota is not None and known != quota:
            waiting = f"、当选待确认{self.elected}名" if self.elected else ""
            told = f"在任代表{seated}名{waiting}、出缺{self.vacant}名，合计{known}名"
            yield f"{told}，与总名额{quota}名不符。", known > quota
        if self.crowded:
            told = "、".join(f"第{place.number}选区{count}名" for place, _, count in self.crowded)
            yield f"在任代表多于应选名额的选区：{told}。", True


def rosters_of(terms):
    """The Roster of each term, in a number of queries that does not grow with them."""
    terms = list(terms)
    seated, elected, army = _seats(terms)
    divided = _constituencies(terms)
    waiting = Vacancy.objects.filter(seat__term__in=terms, status__in=VacancyStatus.waiting).order_by()
    vacant = dict(waiting.values_list("seat__term").annotate(Count("pk")))
    return [
        Roster(
            term,
            quota_of_term(term),
            divided[term.pk],
            seated[term.pk],
            army[term.pk],
            elected[term.pk],
            vacant.get(term.pk, 0),
        )
        for term in terms
    ]


def _seats(terms):
    """{term: …} of the seats in office by constituency, of those not confirmed yet, of the army's of both."""
    today = clock.today()
    on = Case(
        When(term__ends_on__lt=today, then=F("term__ends_on")),
        When(term__starts_on__gt=today, then=F("term__starts_on")),
        default=Value(today),
    )
    held = Count("pk", filter=held_on(on))
    waiting = Count("pk", filter=Q(status=SeatStatus.ELECTED))
    rows = Seat.objects.filter(term__in=terms).order_by().values_list("term", "constituency", "by_army")
    seated, elected, army = defaultdict(Counter), defaultdict(int), defaultdict(int)
    for term, place, by_army, count, unconfirmed in rows.annotate(held=held, waiting=waiting):
        seated[term][place] += count
        elected[term] += unconfirmed
        if by_army:
            army[term] += count + unconfirmed
    return seated, elected, army


def _constituencies(terms):
    """{term: its constituencies}: those redrawn when it ended, else those that stand."""
    places = defaultdict(lambda: defaultdict(list))
    for place in Constituency.objects.filter(jurisdiction__in={term.jurisdiction_id for term in terms}):
        places[place.jurisdiction_id][place.abolished_on].append(place)
    found = {}
    for term in terms:
        own = places[term.jurisdiction_id]
        next_day = term.ends_on + timedelta(days=1) if term.ends_on else None
        found[term.pk] = own.get(next_day) or own[None]
    return found
