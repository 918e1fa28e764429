"""Promises to voters on the desks."""

from django.db.models import Q

from congress import desk
from congress.enums import Role
from congress.handling.promise_desk import promise_lines, promises_due
from congress.models import Jurisdiction
from reception.models import Undertaking, Visit
from reception.rules import sitting


@desk.register
def undertakings_waiting(user):
    """Units tell, offices confirm; the government watches over what was escalated, leaders over all."""
    if user.role not in (Role.UNIT_CLERK, *Role.offices, Role.GOV_OFFICE, Role.LEADER):
        return
    made = Undertaking.objects.select_related("opinion__jurisdiction")
    area = Q(opinion__jurisdiction__in=Jurisdiction.objects.within(user.jurisdiction).values("pk"))
    escalated = Q(opinion__escalated=True) & area
    office = Q(opinion__jurisdiction=user.jurisdiction_id, opinion__escalated=False)
    if user.role == Role.DISTRICT_OFFICE:
        office |= escalated
    watching = {Role.GOV_OFFICE: escalated, Role.LEADER: area}.get(user.role)
    yield from promises_due(user, made, office=office if user.is_office else None, watching=watching)


@desk.register
def voters_to_tell(user):
    """What came of a promise, a deputy tells the voter whom he received; the office where nobody did."""
    if not (user.is_deputy or user.is_office):
        return
    received = Visit.objects.filter(deputies__isnull=False)
    mine = ~Q(opinion__visit__in=received.values("pk")) & Q(opinion__jurisdiction=user.jurisdiction_id)
    if user.is_deputy:
        own = received.filter(deputies__deputy__in=sitting(user).values("deputy"))
        mine = Q(opinion__visit__in=own.values("pk"))
    found = Undertaking.objects.to_tell().filter(mine).with_step_due()
    yield from promise_lines(user, found.select_related("opinion__jurisdiction"), lambda made: "告知选民")
