"""Who may do what with opinions, referrals and reception days (domain.md E1, E3).

Plain functions, asked by the workflows, views, admin and templates alike.
"""

from django.db.models import F, Q

from congress import clock
from congress.enums import Level, Role
from congress.handling import HandlingStatus
from congress.models import Jurisdiction, Unit
from deputies.models import Seat
from proposals.models import Proposal
from reception.enums import AppointmentStatus, Competence, DayStatus, OpinionStatus


HOLDING = frozenset(HandlingStatus) - {*HandlingStatus.given_up}
OPEN = frozenset(OpinionStatus) - {OpinionStatus(value) for value in OpinionStatus.final}


def can_find_opinions(user):
    """Matters are for all but the units, who have their own parts of them."""
    return user.role not in (Role.UNIT_CLERK, *Role.keepers)


def can_find_appointments(user):
    """Who reads the list of meetings that voters ask for."""
    return user.is_reception_staff or user.is_deputy or user.role == Role.LEADER


def can_find_referrals(user):
    return user.is_unit_clerk


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


def can_urge_unit(user, referral):
    """Who urges the matter, urges its units."""
    return can_urge(user, referral.opinion)


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


def can_handle(user, referral):
    """The unit's own clerk; the office on paper replies of a unit without an account, and of a register."""
    if user.is_unit_clerk:
        return user.unit_id == referral.unit_id
    on_paper = clock.is_taken_over() or not referral.unit_has_clerks
    return can_steer(user, referral.opinion) and on_paper


def can_decide(user, referral):
    """Who steers the opinion decides about a unit's return and extension."""
    return can_steer(user, referral.opinion)


def units_for(user, opinion):
    """The units that ``user`` may refer the opinion to (B28).

    A town or street chooses among its own; among all of the district's where its rules allow direct
    referral; never among its own when the matter is beyond its power. The district's offices choose among
    all; so does who takes over what a register tells was done.
    """
    units = Unit.objects.active().filter(jurisdiction=opinion.jurisdiction.district)
    if not can_steer(user, opinion):
        return units.none()
    if user.role != Role.LOCAL_OFFICE or clock.is_taken_over():
        return units
    own = Q(local=opinion.jurisdiction)
    if not user.office_rules.direct_referral:
        units = units.filter(own)
    return units.exclude(own) if opinion.competence in Competence.beyond_place else units


def must_escalate(user, opinion):
    """Whether the matter is beyond the place's power, and the place may not go to the district's units."""
    if clock.is_taken_over():
        return False
    beyond = user.role == Role.LOCAL_OFFICE and opinion.competence in Competence.beyond_place
    return beyond and not user.office_rules.direct_referral


def can_read_days(user):
    """Who has to do with the deputies' work reads the list of reception days."""
    return user.role not in Role.business_blind


def can_open_day_of(user, opinion):
    """Whether the reader of a matter may open the page of the reception day on which it was taken."""
    return can_read_days(user) and (user.is_deputy or user.works_for(opinion.jurisdiction))


def may_plan(user):
    """Liaison officers and offices plan reception days; :func:`can_prepare_day` says where."""
    return user.is_reception_staff


def can_prepare_day(user, day):
    """Liaison officer and office plan the day, its rota and its notice (E3)."""
    return is_staff_of(user, day.jurisdiction)


def can_sort_day(user, day):
    """The office compiles what was said on the day (B27)."""
    return is_office_of(user, day.jurisdiction)


def can_approve_day(user, day):
    """The office puts a day off, calls it off or files it."""
    return is_office_of(user, day.jurisdiction)


def can_check_matters(user):
    """The completeness ledger is for those who run reception, and for leaders."""
    return user.is_reception_staff or user.role == Role.LEADER


def can_export_ledgers(user):
    """Those who keep the ledgers of their area by hand otherwise."""
    return user.is_reception_staff


def takes_visits(day):
    """Whether visits are put down to the day: once announced on its date, then until it is summed up."""
    due = day.status == DayStatus.NOTICE_PUBLISHED and day.date == clock.today()
    return due or day.status in (DayStatus.OPEN, DayStatus.HELD)


def looked_for(user, opinion):
    """Whether a matter is among those for which the user looked at its visitor's data.

    A unit's clerk has to do with those referred to his unit only; everybody else with all of the visit.
    """
    if not user.is_unit_clerk:
        return True
    return user.unit_id in {referral.unit_id for referral in opinion.referrals.all()}


def can_read_numbers(user):
    """The auditor reads the number of any matter, and no more of it (D9)."""
    return user.role == Role.AUDITOR


def can_reveal(user, visitor):
    """Who needs a visitor's full data for his task (D10).

    Staff of the place, a deputy in office who received him or whom he asks to meet, and the clerks of the
    units that hold his matter in its present round, as long as it is open. A unit that gave the matter back,
    or whose matter is closed, still sees its own part with the masked visitor, and no more.
    """
    if user.is_deputy:
        mine = sitting(user).values("deputy")
        asked = Seat.objects.filter(
            appointments__visitor=visitor, appointments__status__in=AppointmentStatus.open, deputy__in=mine
        )
        return visitor.visits.filter(deputies__deputy__in=mine).exists() or asked.exists()
    if user.is_unit_clerk:
        held = {
            "opinions__status__in": OPEN,
            "opinions__referrals__unit": user.unit_id,
            "opinions__referrals__status__in": HOLDING,
            "opinions__referrals__round": F("opinions__round"),
        }
        return visitor.visits.filter(**held).exists()
    return is_staff_of(user, visitor.jurisdiction)


def can_correct_data(user, visitor):
    """Staff of the place, to whom voters turn with their rights (D10)."""
    return is_staff_of(user, visitor.jurisdiction)


def can_erase_data(user, visitor):
    """The office of the place decides what is deleted."""
    return is_office_of(user, visitor.jurisdiction)


def may_keep_data(user):
    """Offices answer for the voters' data of their area: what is over its time, who looked at what."""
    return user.is_office


def can_read_plans(user):
    """Rules and plans are the staff's work; leaders look at it. Others read the calendar of the days."""
    return user.is_reception_staff or user.role == Role.LEADER


def may_set_rules(user):
    """Offices say on which days they receive; :func:`can_set_rule` says where."""
    return user.is_office


def can_set_rule(user, rule):
    return is_office_of(user, rule.jurisdiction)


def can_read_statistics(user):
    """Who looks after a place or handles its matters; deputies have their own figures on their duty page."""
    return user.role in (*Role.staff, Role.LEADER, Role.GOV_OFFICE, Role.UNIT_CLERK)


def can_prepare_notice(user, notice):
    """Whoever prepares the day drafts and posts its notice."""
    return can_prepare_day(user, notice.day)


def can_approve_notice(user, notice):
    """The head of the office that holds the day (E3)."""
    return can_approve_day(user, notice.day)


def can_print_copies(user, jurisdiction):
    """Staff print the sheets of all deputies, a deputy his own."""
    return is_staff_of(user, jurisdiction) or user.is_deputy


def can_print_referral(user, referral):
    """The unit itself, the staff of the place, and who hands the matter to units."""
    opinion = referral.opinion
    return user.is_unit_clerk or is_staff_of(user, opinion.jurisdiction) or can_steer(user, opinion)


def can_print_summary(user, jurisdiction):
    """Who sorts the opinions of the place (B27)."""
    return is_staff_of(user, jurisdiction)
