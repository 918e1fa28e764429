"""Promises to voters on the desks."""

from datetime import timedelta

from django.db.models import Q

from congress import clock, desk
from congress.enums import Role
from congress.handling.promise_desk import promise_lines, promises_due
from congress.models import Jurisdiction
from reception.models import Undertaking, Visit
from reception.rules import sitting


# A deputy has these days to tell the voter what came of a promise; then the office finds it too.
DAYS_TO_TELL = 7


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
    """What came of a promise, a deputy tells the voter whom he received.

    The office does where no deputy with an account received him, and where he has not been told for long.
    """
    if not (user.is_deputy or user.is_office):
        return
    if user.is_deputy:
        own = Visit.objects.filter(deputies__deputy__in=sitting(user).values("deputy"))
        mine = Q(opinion__visit__in=own.values("pk"))
    else:
        told_here = Visit.objects.filter(deputies__deputy__user__is_active=True)
        long_ago = Q(settled_on__lt=clock.today() - timedelta(days=DAYS_TO_TELL))
        mine = ~Q(opinion__visit__in=told_here.values("pk")) | long_ago
        mine &= Q(opinion__jurisdiction=user.jurisdiction_id)
    found = Undertaking.objects.to_tell().filter(mine).with_step_due()
    yield from promise_lines(user, found.select_related("opinion__jurisdiction"), lambda made: "告知选民")
