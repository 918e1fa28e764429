"""Who may read what is drawn from many proposals: ledger, statistics, the yearly report."""

from congress.enums import Role
from proposals.rules.people import is_office_of


def can_keep_report(user, jurisdiction):
    """The office of the congress writes and confirms the yearly report (代表法第五十一条)."""
    return is_office_of(user, jurisdiction)


def can_read_reports(user):
    """Everybody but the keepers of the system: confirmed reports are public (代表法第五十一条)."""
    return user.role not in Role.keepers and user.jurisdiction is not None


def can_read_statistics(user):
    """Who looks after a congress or handles its matters; deputies have their own figures."""
    return user.role in (*Role.staff, Role.LEADER, Role.GOV_OFFICE, Role.UNIT_CLERK)


def can_print_ledger(user):
    """Who follows all proposals of a congress: staff, leaders and the government office."""
    return user.role in (*Role.staff, Role.LEADER, Role.GOV_OFFICE) and user.jurisdiction.has_congress
