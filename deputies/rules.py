"""Who may do what on this floor: plain functions, asked by steps, views and templates alike."""

from congress.enums import Role
from deputies.enums import ParticipationStatus


# People


def can_list_deputies(user):
    """Whoever has to do with the deputies' work, colleagues included."""
    return user.role not in Role.business_blind


def can_add_deputies(user):
    return user.is_office


def can_change_deputy(user, deputy):
    """The office of every congress in which the person sits: a town does not edit the district's deputies."""
    if not user.is_office:
        return False
    seats = deputy.seats.all()
    if not seats:
        return user.works_for(deputy.district)
    return all(user.works_for(seat.term.jurisdiction) for seat in seats)


def can_see_phone(user, deputy):
    """The deputy himself and the staff who look after one of his seats."""
    return deputy.user_id == user.pk or any(can_see_seat_phone(user, seat) for seat in deputy.seats.all())


def can_see_seat_phone(user, seat):
    """The staff who look after the seat."""
    return user.is_reception_staff and looks_after(user, seat)


# Activities


def is_own_seat(user, seat):
    """Whether the user is the deputy who holds the seat."""
    return user.is_deputy and seat.deputy.user_id == user.pk


def is_own_entry(user, participation):
    return is_own_seat(user, participation.seat)


def can_list_activities(user):
    """Staff and leaders; a deputy has his own entries instead."""
    return can_see_places(user)


def can_log_activities(user, activity=None):
    """Deputies record what they did (代表法第五十八条)."""
    return user.is_deputy


def can_plan_activities(user, activity=None):
    """Offices organise the deputies' activities (代表法第二十八条、地方组织法第五十九条)."""
    return user.is_office


def can_manage_activity(user, activity):
    """Change an activity, its list, minutes and feedback: the office that holds it, or one above."""
    return user.is_office and user.works_for(activity.jurisdiction)


def is_own_activity(user, activity):
    """The deputy who entered it on his own account."""
    return user.is_deputy and activity.created_by_id == user.pk


def looks_after(user, seat):
    """Whether the seat is one of the user's area: of its congress, or elected in a constituency there."""
    town = seat.constituency.town if seat.constituency_id else None
    return user.works_for(seat.term.jurisdiction) or user.works_for(town)


def can_verify_entries(user):
    """Staff hold the sign-in sheets."""
    return user.is_reception_staff


def can_verify_entry(user, participation):
    """Staff of the activity's office or of the deputy's area; nobody vouches for himself."""
    if not can_verify_entries(user):
        return False
    return user.works_for(participation.activity.jurisdiction) or looks_after(user, participation.seat)


def can_log_entry(user, participation):
    """The deputy himself; for an invited one also the staff who hold the sign-in sheet."""
    if is_own_entry(user, participation):
        return True
    return participation.status == ParticipationStatus.INVITED and can_verify_entry(user, participation)


def can_mark_absent(user, participation):
    """Only somebody who was invited can have stayed away."""
    return not participation.is_self_logged and can_verify_entry(user, participation)


def can_change_list(user, participation):
    """Put deputies on the list of a planned activity, or take them off; a deputy's own entry has no list."""
    activity = participation.activity
    if participation.is_self_logged or activity.is_cancelled:
        return False
    return can_manage_activity(user, activity)


def can_see_places(user):
    """Figures of whole places are for staff and leaders."""
    return user.role in (*Role.staff, Role.LEADER)


def can_see_duty(user, seat):
    """A deputy opens his own duty page; whoever else may see the seat, any."""
    return not user.is_deputy or is_own_seat(user, seat)
