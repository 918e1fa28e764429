"""Who may read and print what is drawn from many matters."""

from congress.enums import Role
from reception.rules.place import is_staff_of


def can_check_matters(user):
    """The completeness ledger is for those who run reception, and for leaders."""
    return user.is_reception_staff or user.role == Role.LEADER


def can_export_ledgers(user):
    """Those who keep the ledgers of their area by hand otherwise."""
    return user.is_reception_staff


def can_read_statistics(user):
    """Who looks after a place or handles its matters; deputies have their own figures on their duty page."""
    return user.role in (*Role.staff, Role.LEADER, Role.GOV_OFFICE, Role.UNIT_CLERK)


def can_print_copies(user, jurisdiction):
    """Staff print the sheets of all deputies, a deputy his own."""
    return is_staff_of(user, jurisdiction) or user.is_deputy


def can_print_summary(user, jurisdiction):
    """Who sorts the opinions of the place (B27)."""
    return is_staff_of(user, jurisdiction)
