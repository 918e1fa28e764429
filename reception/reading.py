"""Who read what: a visitor's data, revealed for a reason, and the replies copied to deputies."""

from django.core.exceptions import PermissionDenied, ValidationError

from congress import clock
from reception import rules
from reception.models import Disclosure, ReplyCopy


SHORTEST_REASON = 4  # characters


def check_need(user, visitor):
    """Raise ``PermissionDenied`` when the user's task does not need the visitor's full data (D10)."""
    if not rules.can_reveal(user, visitor):
        raise PermissionDenied("您不需要来访人的完整信息；要联系来访人的，请与镇街工作人员联系。")


def reveal(visitor, *, by, reason):
    """Put down that ``by`` looks at the visitor's full data, and why; return the disclosure.

    Raises ``PermissionDenied`` as :func:`check_need`, ``ValidationError`` without a telling reason.
    """
    check_need(by, visitor)
    if len(reason.strip()) < SHORTEST_REASON:
        raise ValidationError({"reason": f"请写明为什么要看，至少{SHORTEST_REASON}个字。"})
    disclosure = Disclosure(visitor=visitor, by=by, reason=reason)
    disclosure.full_clean()
    disclosure.save()
    return disclosure


def reveal_all(visitors, *, by, reason):
    """Put down the same of many visitors, of whom ``by`` gets a list; needs ``jurisdiction__parent`` of each.

    Raises as :func:`reveal`.
    """
    for visitor in visitors:
        check_need(by, visitor)
    if len(reason.strip()) < SHORTEST_REASON:
        raise ValidationError({"reason": f"请写明为什么要看，至少{SHORTEST_REASON}个字。"})
    Disclosure.objects.bulk_create(Disclosure(visitor=visitor, by=by, reason=reason) for visitor in visitors)


def note_read(opinion, *, by):
    """Put down that a deputy has read the replies copied to him (B32); the first time counts.

    For a matter that was merged they are the main one's. Whom nothing was copied to, reads nothing.
    """
    ReplyCopy.objects.filter(
        reply__referral__opinion__in=[opinion.pk, opinion.merged_into_id],
        seat__deputy__user=by,
        read_at=None,
    ).update(read_at=clock.now())
