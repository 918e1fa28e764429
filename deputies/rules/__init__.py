"""Who may do what on this floor: plain functions, asked by steps, views and templates alike."""

from deputies.rules.activity import (
    can_change_list,
    can_list_activities,
    can_log_activities,
    can_log_entry,
    can_manage_activity,
    can_mark_absent,
    can_plan_activities,
    can_verify_entries,
    can_verify_entry,
    is_own_activity,
    is_own_entry,
)
from deputies.rules.meeting import (
    can_add_sessions,
    can_keep_roll,
    can_keep_session,
    can_list_sessions,
    is_own_line,
)
from deputies.rules.people import (
    can_add_deputies,
    can_change_deputy,
    can_list_deputies,
    can_see_duty,
    can_see_phone,
    can_see_places,
    can_see_seat_phone,
    is_own_seat,
    looks_after,
)


__all__ = [
    "can_add_deputies",
    "can_add_sessions",
    "can_change_deputy",
    "can_change_list",
    "can_keep_roll",
    "can_keep_session",
    "can_list_activities",
    "can_list_deputies",
    "can_list_sessions",
    "can_log_activities",
    "can_log_entry",
    "can_manage_activity",
    "can_mark_absent",
    "can_plan_activities",
    "can_see_duty",
    "can_see_phone",
    "can_see_places",
    "can_see_seat_phone",
    "can_verify_entries",
    "can_verify_entry",
    "is_own_activity",
    "is_own_entry",
    "is_own_line",
    "is_own_seat",
    "looks_after",
]
