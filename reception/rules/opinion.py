"""Who may do what with a voter's opinion."""

from congress import clock
from congress.enums import Role
from proposals.models import Proposal
from reception.enums import Competence
from reception.rules.place import is_office_of, is_staff_of, received


def can_find_opinions(user):
    """Matters are for all but the units, who have their own parts of them."""
    return user.role not in (Role.UNIT_CLERK, *Role.keepers)


def can_register(user, opinion):
    """Staff of the place, and the deputy who took the opinion down."""
    return is_staff_of(user, opinion.jurisdiction) or (
        user.is_deputy and opinion.visit.recorded_by_id == user.pk
    )


def can_manage(user, opinion):
    """The office of the opinion's place, or the district office: copy, close, reopen."""
    return is_office_of(user, opinion.jurisdiction)


def can_dispose(user, opinion):
    """Who decides what becomes of the matter: its office; once escalated, the district office alone."""
    if opinion.escalated and user.role != Role.DISTRICT_OFFICE:
        return False
    return can_manage(user, opinion)


def can_convert(user, opinion):
    """Who decides about the matter, and a deputy who received the voter (B14)."""
    return can_dispose(user, opinion) or received(user, opinion)


def may_convert(user):
    """Offices, and deputies whose voters told of the matters."""
    return user.is_office or user.is_deputy


def can_hear_of_proposal(user, opinion):
    """Who brings the proposal to its result, does so for the matters behind it."""
    return Proposal.objects.visible_to(user).filter(pk=opinion.proposal_id).exists()


def can_pass_on(user, opinion):
    """Its office; for the matters merged into one that became a proposal, who brings that to its result."""
    main = opinion.merged_into
    return can_manage(user, opinion) or (main is not None and can_hear_of_proposal(user, main))


def can_escalate(user, opinion):
    """Who decides about the matter, as long as the district has not got it."""
    return not opinion.escalated and can_dispose(user, opinion)


def can_steer(user, opinion):
    """Who hands the matter to units: as above, and for escalated ones the government office (分办)."""
    if opinion.escalated and user.role == Role.GOV_OFFICE:
        return user.works_for(opinion.jurisdiction)
    return can_dispose(user, opinion)


def can_withdraw(user, opinion):
    """Who decides about the matter; a draft whoever may register it."""
    return can_register(user, opinion) if opinion.serial is None else can_dispose(user, opinion)


def can_urge(user, opinion):
    """The deputy who received the voter, staff of the place (B30), and who shares out escalated matters."""
    steers = user.role == Role.GOV_OFFICE and can_steer(user, opinion)
    return steers or is_staff_of(user, opinion.jurisdiction) or received(user, opinion)


def can_answer(user, opinion):
    """A deputy who received the voter, or the office for him (B18)."""
    return can_manage(user, opinion) or received(user, opinion)


def can_survey(user, opinion):
    """Staff of the place ask the voter, never the deputy about himself."""
    return is_staff_of(user, opinion.jurisdiction)


def takes_part(user, opinion):
    """A unit of the matter, or who steers it: for what follows from a referral's step."""
    if user.is_unit_clerk:
        return opinion.referrals.filter(unit=user.unit_id).exists()
    return can_steer(user, opinion)


def must_escalate(user, opinion):
    """Whether the matter is beyond the place's power, and the place may not go to the district's units."""
    if clock.is_taken_over():
        return False
    beyond = user.role == Role.LOCAL_OFFICE and opinion.competence in Competence.beyond_place
    return beyond and not user.office_rules.direct_referral


def can_read_numbers(user):
    """The auditor reads the number of any matter, and no more of it (D9)."""
    return user.role == Role.AUDITOR
