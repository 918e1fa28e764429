"""Who works where: offices and liaison officers of a place, and deputies who receive there."""

from django.db.models import Q

from congress import clock
from congress.enums import Level
from congress.models import Jurisdiction
from deputies.models import Seat


def is_office_of(user, jurisdiction):
    """The office of the town or sub-district itself, or the district office above it."""
    return user.is_office and user.works_for(jurisdiction)


def is_staff_of(user, jurisdiction):
    """An office of the place, or its liaison officer."""
    return user.is_reception_staff and user.works_for(jurisdiction)


def places_for(user):
    """The jurisdictions in which ``user`` may register visits."""
    if user.jurisdiction_id is None:
        return Jurisdiction.objects.none()
    here = Jurisdiction.objects.within(user.jurisdiction)
    if user.is_reception_staff:
        return here
    if user.is_deputy:
        own = Seat.objects.filter(deputy__user=user).values("constituency__town")
        found = Jurisdiction.objects.filter(Q(pk__in=here.values("pk")) | Q(pk__in=own))
        return found.filter(level__in=Level.local)
    return Jurisdiction.objects.none()


def sitting(user):
    """The seats that ``user`` holds today; an account may outlive the last of them."""
    return Seat.objects.filter(deputy__user=user).in_office(clock.today())


def may_receive(user):
    """Deputies in office and reception staff register visits."""
    return user.is_reception_staff or (user.is_deputy and sitting(user).exists())


def can_receive(user, jurisdiction):
    """Staff register where they work, deputies in their area and where their constituency lies."""
    return may_receive(user) and places_for(user).filter(pk=jurisdiction.pk).exists()


def received(user, opinion):
    """The deputy received the visitor himself, and is still in office."""
    if not user.is_deputy:
        return False
    return Seat.objects.filter(visits=opinion.visit_id, deputy__in=sitting(user).values("deputy")).exists()
