"""Who may enter what the chairs decide about proposals under their own supervision (重点督办)."""

from congress.enums import Role
from congress.models import Jurisdiction, User
from proposals.rules.proposal import can_review


def can_supervise(user, key):
    """The office of the congress enters what its chairs decide."""
    return can_review(user, key.proposal)


def leaders_for(user):
    """The leaders of the place whose accounts are in use."""
    here = Jurisdiction.objects.within(user.jurisdiction.district).values("pk")
    return User.objects.filter(role=Role.LEADER, jurisdiction__in=here, is_active=True)
