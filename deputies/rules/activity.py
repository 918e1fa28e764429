"""Who may do what with duty activities and the parts that deputies took in them."""

from deputies.enums import ParticipationStatus
from deputies.rules.leave import leads_group_of
from deputies.rules.people import can_see_places, is_own_seat, looks_after


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


def can_verify_entries(user):
    """Staff hold the sign-in sheets."""
    return user.is_reception_staff


def can_verify_entry(user, participation):
    """Staff of the activity's office or of the deputy's area; a deputy's own account verifies nothing."""
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


def can_excuse_entry(user, participation):
    """Who decides the leave from the activity."""
    return can_manage_activity(user, participation.activity) or leads_group_of(user, participation.seat)


def can_recall_leave(user, participation):
    """The deputy who takes his own leave back, or who decided it."""
    return is_own_entry(user, participation) or can_excuse_entry(user, participation)
