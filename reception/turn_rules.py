"""Who may exchange turns, stand in, ask leave, and say when he cannot sit (domain.md B5, E4)."""

from congress import clock
from congress.enums import Role
from deputies.models import Seat
from reception.enums import DayStatus, TurnKind
from reception.models import TurnRequest
from reception.rules import is_staff_of


def can_keep_turn(user, request):
    """Staff of the place: enter what they are told by telephone, for either deputy."""
    return is_staff_of(user, request.day.jurisdiction)


def can_ask_turn(user, request):
    """A deputy for his own turn; staff of the place for any."""
    return user.pk == request.seat.deputy.user_id or can_keep_turn(user, request)


def can_agree_turn(user, request):
    """The deputy whose consent is missing."""
    return user.is_deputy and user.pk in {seat.deputy.user_id for seat in request.waits_for}


def can_enter_consent(user, request):
    """Staff, as long as somebody's consent is missing."""
    return bool(request.waits_for) and can_keep_turn(user, request)


def can_grant_turn(user, request):
    """Leave from a reception day is the staff's to grant (E4)."""
    return request.kind == TurnKind.LEAVE and can_keep_turn(user, request)


def can_refuse_turn(user, request):
    """Who is asked; staff for him, and for leave."""
    return can_agree_turn(user, request) or can_keep_turn(user, request)


def can_carry_out(user, request):
    """Whoever gave or entered the last consent ends it."""
    if request.waits_for or request.other is None:
        return False
    parties = {request.seat.deputy.user_id, request.other.deputy.user_id}
    return user.pk in parties or can_keep_turn(user, request)


def can_withdraw_turn(user, request):
    """The deputy whose turn it is; staff for him."""
    return can_ask_turn(user, request)


def can_exchange(user, day):
    """Staff of the place; a deputy only by an open request of his own to which both have agreed."""
    if not user.is_deputy:
        return is_staff_of(user, day.jurisdiction)
    return TurnRequest.objects.agreed().about(day).of(user).exists()


def may_ask_turns(user):
    """Deputies and the staff of places have to do with turns."""
    return user.is_deputy or user.is_reception_staff


def may_see_shares(user):
    """Who draws up rotas, leaders, and deputies their own."""
    return may_ask_turns(user) or user.role == Role.LEADER


def is_changeable(day):
    """Whether turns of the day may be exchanged: it has a rota and is still to come, or today's."""
    return day.status in DayStatus.changeable and day.date >= clock.today() and bool(day.slots.all())


def can_ask_on(user, day):
    """A deputy who sits on the day; staff of the place."""
    if user.is_deputy:
        return any(slot.seat.deputy.user_id == user.pk for slot in day.slots.all())
    return is_staff_of(user, day.jurisdiction)


def can_keep_away(user, deputy):
    """The deputy himself; staff of a place where he works."""
    if user.is_deputy:
        return deputy.user_id == user.pk
    here = Seat.objects.working_in(user.jurisdiction) if user.is_reception_staff else Seat.objects.none()
    return here.filter(deputy=deputy).exists()
