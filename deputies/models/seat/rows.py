"""Many seats: those in sight, in office, in an order."""

from django.db.models import Case, F, Q, Value, When

from congress import names
from congress.enums import Role
from congress.models import Jurisdiction, Term
from congress.models.jurisdiction import SightQuerySet
from deputies.enums import ParticipationStatus, SeatStatus, Tie
from deputies.models.deputy import Deputy
from deputies.models.seat.days import held_on, kept_by, within_days


class SeatQuerySet(SightQuerySet):
    blind = Role.business_blind

    def with_standing(self, user):
        """Annotate ``standing``: the status as ``user`` may read it, suspended ones as 资格有效 to others."""
        unread = Q(status=SeatStatus.SUSPENDED) & ~kept_by(user)
        return self.annotate(standing=Case(When(unread, then=Value(SeatStatus.CONFIRMED)), default="status"))

    def in_office(self, on):
        """Seats held on the day ``on``."""
        return self.filter(held_on(on))

    def taken(self, on):
        """Seats that nobody else can be elected into for the day ``on``, confirmed yet or not."""
        return self.filter(within_days(on, on), status__in=SeatStatus.running)

    def over(self, on):
        """Seats that ended before the day ``on``, by themselves or with their term."""
        return self.filter(Q(ends_on__lt=on) | Q(term__ends_on__lt=on))

    def listed(self, on):
        """The roster of the terms that run on ``on``: seats that had begun by then, ended ones too."""
        begun = Q(starts_on__isnull=True) | Q(starts_on__lte=on)
        confirmed = ~Q(status__in=SeatStatus.without_office)
        return self.filter(begun, confirmed, term__in=Term.objects.current(on))

    def unannounced(self, on):
        """Ended seats of terms that run on ``on``, the end not known to be announced (代表法第六十三条)."""
        ended = self.filter(status=SeatStatus.ENDED, announcement="", announced_on=None)
        return ended.filter(term__in=Term.objects.current(on))

    def missing_at_home(self, on):
        """Who neither lives nor works in his constituency and joined no activity there in this term (B46).

        An activity counts that is marked with the constituency or that the office of the town in which it
        lies has held; what a deputy enters by himself says where it was.
        """
        by_office = Q(participations__activity__created_by__role__in=Role.staff)
        there = Q(participations__activity__constituency=F("constituency")) | by_office & Q(
            participations__activity__jurisdiction=F("constituency__town")
        )
        been = self.model.objects.filter(there, participations__status=ParticipationStatus.VERIFIED)
        away = self.filter(tie=Tie.NEITHER, constituency__isnull=False)
        return away.in_office(on).exclude(pk__in=been.values("pk"))

    def within(self, jurisdiction):
        """Seats in the congress of the jurisdiction and of those below it."""
        return self.filter(term__jurisdiction__in=Jurisdiction.objects.within(jurisdiction))

    def working_in(self, jurisdiction):
        """Seats whose constituency lies here, at whatever level: those a town or street looks after."""
        return self.filter(
            Q(term__jurisdiction__in=Jurisdiction.objects.within(jurisdiction))
            | Q(constituency__town=jurisdiction)
        )

    def whole_of(self, jurisdiction):
        """全体代表: the seats of a congress; of a street, which has none, those elected there."""
        where = {"term__jurisdiction" if jurisdiction.has_congress else "constituency__town": jurisdiction}
        return self.filter(**where).select_related("deputy", "term")

    def in_stroke_order(self):
        return self.order_by("deputy__stroke_key", "deputy", "pk")

    def in_pinyin_order(self):
        return self.order_by("deputy__pinyin_key", "deputy__stroke_key", "deputy", "pk")

    def by_term(self):
        """The latest term first."""
        return self.order_by("-term__starts_on", "term__jurisdiction__order", "pk")

    def search(self, query):
        """Seats of the deputies found by characters, full pinyin or initials."""
        return self.filter(deputy__in=Deputy.objects.search(query).values("pk"))

    def named(self, name):
        return self.filter(deputy__name=names.normalise(name))

    def _seen_by(self, user):
        """Staff see the seats of their area, deputies the colleagues of their congress and of their town."""
        area = Q(term__jurisdiction__in=Jurisdiction.objects.within(user.jurisdiction))
        return self.filter(area | Q(constituency__town=user.jurisdiction) | Q(deputy__user=user))
