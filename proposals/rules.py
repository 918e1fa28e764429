"""Who may do what with proposals, signatures and assignments (domain.md D1, D2, E2).

Plain functions, asked by the workflows, views, admin and templates alike.
"""

from congress import clock
from congress.enums import Level, Role
from congress.models import Jurisdiction, Unit, User
from deputies.enums import SeatStatus
from deputies.models import Seat
from proposals.enums import ProposalKind, ProposalStatus, PublicationStatus, SponsorStatus
from proposals.models import Proposal, Sponsorship


def can_find_proposals(user):
    return user.role not in Role.keepers


def is_office_of(user, jurisdiction):
    """The office of the congress itself, or the district's above a town's."""
    return user.is_office and user.works_for(jurisdiction)


def signing_seats(user):
    """The seats for which the user may sign today: held, and not suspended (代表法第四十九条)."""
    held = Seat.objects.filter(deputy__user=user).in_office(clock.today())
    return held.exclude(status=SeatStatus.SUSPENDED)


def seats_to_lead(user):
    """The seats that may lead what the user drafts: his own, or those that an office looks after."""
    if user.is_deputy:
        return signing_seats(user)
    if not user.is_office:
        return Seat.objects.none()
    seats = Seat.objects.working_in(user.jurisdiction).in_office(clock.today())
    # Whether a seat is suspended is known of today, not of the days of a register.
    return seats if clock.is_taken_over() else seats.exclude(status=SeatStatus.SUSPENDED)


def may_draft(user):
    """Deputies in office write their own; an office writes down for a deputy what he then signs."""
    return user.is_office or (user.is_deputy and signing_seats(user).exists())


def seats_to_invite(proposal):
    """The deputies of the same congress and term who hold their seats and have not been asked."""
    seats = Seat.objects.filter(term=proposal.term_id).in_office(clock.today())
    asked = proposal.sponsorships.standing().values("seat")
    return seats.exclude(status=SeatStatus.SUSPENDED).exclude(pk__in=asked)


def is_lead(user, proposal):
    """The leading deputy himself."""
    return user.is_deputy and lead_of(proposal).seat.deputy.user_id == user.pk


def lead_of(proposal):
    """The signature of the leading deputy."""
    return next(signature for signature in proposal.sponsorships.all() if signature.leads)


def drafted_here(user, proposal):
    """An office that wrote the draft down."""
    writer = proposal.drafted_by
    return user.is_office and writer.is_office and writer.jurisdiction_id == user.jurisdiction_id


def can_write(user, proposal):
    """The leading deputy, and the office that wrote the draft for him."""
    return is_lead(user, proposal) or drafted_here(user, proposal)


def can_hand_over(user, proposal):
    """The office that wrote the draft, as long as the deputy has not agreed to lead it."""
    return drafted_here(user, proposal) and lead_of(proposal).status != SponsorStatus.CONFIRMED


def can_hand_in(user, proposal):
    """The leading deputy himself; for one without an account the office that wrote down what he signed."""
    return is_lead(user, proposal) or (
        drafted_here(user, proposal)
        and (clock.is_taken_over() or lead_of(proposal).seat.deputy.user_id is None)
    )


def can_withdraw(user, proposal):
    """Who hands it in; a draft that nobody signed, the office that wrote it.

    What was handed in together, all take back together: :func:`can_ask_withdrawal`.
    """
    if proposal.is_written:
        unsigned = drafted_here(user, proposal) and proposal.submitted_on is None
        return unsigned or can_hand_in(user, proposal)
    return can_hand_in(user, proposal) and not cosigners(proposal)


def can_ask_withdrawal(user, proposal):
    """Who handed it in asks those who signed it with him, once at a time (D2)."""
    return bool(can_hand_in(user, proposal) and cosigners(proposal) and not proposal.withdrawal_note)


def cosigners(proposal):
    """The signatures that were given, but for the leading one."""
    return [
        row for row in proposal.sponsorships.all() if row.status == SponsorStatus.CONFIRMED and not row.leads
    ]


def can_sign(user, sponsorship):
    """The deputy himself, nobody for him (E2); for one without an account who wrote down what he signed.

    So does who takes over a register, which tells of paper.
    """
    holder = sponsorship.seat.deputy.user_id
    if holder is None or clock.is_taken_over():
        return drafted_here(user, sponsorship.proposal)
    return (
        user.is_deputy and holder == user.pk and signing_seats(user).filter(pk=sponsorship.seat_id).exists()
    )


def can_ask_again(user, sponsorship):
    """Who writes the proposal asks for its signatures."""
    return can_write(user, sponsorship.proposal)


def can_ask_consent(user, sponsorship):
    return can_hand_in(user, sponsorship.proposal)


def can_see_consent(user, sponsorship):
    """What follows from one signer's answer concerns the others."""
    return takes_part(user, sponsorship.proposal)


def can_let_expire(user, sponsorship):
    """Who hands the proposal in ends the asking; at the session's cut-off nobody does, the day does."""
    return user is None or can_hand_in(user, sponsorship.proposal)


def can_resubmit(user, proposal):
    """Who signed it, and the offices that look after it, may bring it up again once it has come to an end."""
    over = proposal.has_result or proposal.status in ProposalStatus.final
    if not over:
        return False
    signed = any(
        row.status == SponsorStatus.CONFIRMED and row.seat.deputy.user_id == user.pk
        for row in proposal.sponsorships.all()
    )
    return signed or is_office_of(user, proposal.jurisdiction)


def takes_part(user, proposal):
    """Who signs, or writes down for who signs."""
    if user.is_deputy:
        return any(row.seat.deputy.user_id == user.pk for row in proposal.sponsorships.all())
    return drafted_here(user, proposal)


def can_review(user, proposal):
    """The office of the congress returns, refuses or accepts."""
    return is_office_of(user, proposal.jurisdiction)


def can_assign(user, proposal):
    """The office of the congress; in a district also the government office (分办)."""
    if user.role == Role.GOV_OFFICE:
        return user.jurisdiction_id == proposal.jurisdiction_id
    return can_review(user, proposal)


def can_open_assigning(user):
    """The list of what waits to be assigned: the office of a congress, and the government office."""
    return (user.is_office and user.jurisdiction.has_congress) or user.role == Role.GOV_OFFICE


def units_for(user, proposal):
    """The units to which the proposal can be given.

    A district's are all of the district's; a town's are its own, or all where its rules let it go to the
    district's directly.
    """
    place = proposal.jurisdiction
    units = Unit.objects.active().filter(jurisdiction=place.district)
    if not can_assign(user, proposal):
        return units.none()
    if (
        place.level not in Level.local
        or user.role == Role.DISTRICT_OFFICE
        or clock.is_taken_over()
        or user.office_rules.direct_referral
    ):
        return units
    return units.filter(local=place)


def follows(user, proposal):
    """A unit of the proposal, or who assigns it: for what follows from an assignment's step."""
    if user.is_unit_clerk:
        return proposal.assignments.filter(unit=user.unit_id).exists()
    return can_assign(user, proposal)


def can_handle(user, assignment):
    """The unit's own clerk; who assigned it on paper replies of one without an account, and of a register."""
    if user.is_unit_clerk:
        return user.unit_id == assignment.unit_id
    on_paper = clock.is_taken_over() or not assignment.unit_has_clerks
    return can_assign(user, assignment.proposal) and on_paper


def can_decide(user, assignment):
    """Who assigns decides about a unit's return and extension, and goes on without a joining one."""
    return can_assign(user, assignment.proposal)


def can_urge_unit(user, assignment):
    """Who assigns urges the units."""
    return can_assign(user, assignment.proposal)


def can_write_reply(user, reply):
    """Who acts for the unit whose letter it is."""
    return can_handle(user, reply.assignment)


def can_check_reply(user, reply):
    """Who assigned reads a letter before the deputies do (E2)."""
    return can_assign(user, reply.assignment.proposal)


def can_pass_first(user, proposal):
    """Who assigned decides on the first round's reply."""
    return proposal.round == 1 and can_assign(user, proposal)


def can_pass_again(user, proposal):
    """Who assigned decides on a later round's reply."""
    return proposal.round > 1 and can_assign(user, proposal)


def can_rate(user, proposal):
    """A deputy who signed; the office on the paper form of one without an account (征询意见表)."""
    return any(can_rate_for(user, row) for row in proposal.sponsorships.all())


def can_rate_for(user, sponsorship):
    """Each for himself (E2): nobody rates for a deputy who has an account, but what a register tells of."""
    if sponsorship.status != SponsorStatus.CONFIRMED:
        return False
    holder = sponsorship.seat.deputy.user_id
    if user.is_deputy:
        return holder == user.pk
    on_paper = clock.is_taken_over() or holder is None
    return on_paper and can_review(user, sponsorship.proposal)


def can_stop(user, assignment):
    """Who withdraws the proposal stops its units; so does who takes it back from them."""
    return takes_part(user, assignment.proposal) or can_assign(user, assignment.proposal)


def can_merge(user, proposal):
    """The office, what units handle."""
    return proposal.kind in ProposalKind.handled and can_review(user, proposal)


def mergeable_into(proposal):
    """What it can be handled with: of the same congress and kind, registered and not replied to yet."""
    open_to = ("accepted", "unit_returned", "assigned", "handling", "co_opinion_done")
    same = Proposal.objects.filter(
        jurisdiction=proposal.jurisdiction_id, kind=proposal.kind, status__in=open_to
    )
    return same.exclude(pk=proposal.pk)


def cutoff_of(sponsorship):
    """The session's cut-off that has overtaken the invitation; None while it stands."""
    found = Sponsorship.objects.overtaken(clock.now()).filter(pk=sponsorship.pk)
    return found.values_list("cutoff", flat=True).first()


def follows_main(user, proposal):
    """Who answers, assigns or takes back what the proposal was merged into."""
    main = proposal.merged_into
    return main is not None and (follows(user, main) or takes_part(user, main))


def follows_part(user, assignment):
    return follows_main(user, assignment.proposal)


def can_print_assignment(user, assignment):
    """Who assigned it, the staff of the congress, and the unit that it went to."""
    if user.is_unit_clerk:
        return user.unit_id == assignment.unit_id
    return can_assign(user, assignment.proposal) or can_print_ratings(user, assignment.proposal)


def can_print_ratings(user, proposal):
    """The staff of the congress print the forms for all who signed; a deputy his own."""
    return user.role in Role.staff and user.works_for(proposal.jurisdiction)


def can_keep_report(user, jurisdiction):
    """The office of the congress writes and confirms the yearly report (代表法第五十一条)."""
    return is_office_of(user, jurisdiction)


def can_read_reports(user):
    readers = (*Role.staff, Role.LEADER, Role.GOV_OFFICE)
    return user.role in readers and user.jurisdiction is not None and user.jurisdiction.has_congress


def can_read_statistics(user):
    """Who looks after a congress or handles its matters; deputies have their own figures."""
    return user.role in (*Role.staff, Role.LEADER, Role.GOV_OFFICE, Role.UNIT_CLERK)


def can_print_ledger(user):
    """Who follows all proposals of a congress: staff, leaders and the government office."""
    return user.role in (*Role.staff, Role.LEADER, Role.GOV_OFFICE) and user.jurisdiction.has_congress


def can_publish(user, proposal):
    """The office of the congress, what is not published."""
    return can_review(user, proposal) and proposal.publication != PublicationStatus.PUBLISHED


def can_withhold(user, proposal):
    """The office of the congress, as long as nothing is decided."""
    return can_review(user, proposal) and proposal.publication == PublicationStatus.PENDING


def can_unpublish(user, proposal):
    """The office of the congress, what is published."""
    return can_review(user, proposal) and proposal.publication == PublicationStatus.PUBLISHED


def can_decide_publication(user):
    """Offices see what waits for a decision, and how much of all is published."""
    return user.is_office


def can_promise(user, proposal):
    """The units that handle it, and the office."""
    if user.is_unit_clerk:
        return proposal.assignments.filter(unit=user.unit_id).exists()
    return can_review(user, proposal)


def can_keep(user, commitment):
    """The unit's own clerk; who assigned it tells for a unit without an account."""
    if user.is_unit_clerk:
        return user.unit_id == commitment.unit_id
    return can_assign(user, commitment.proposal) and not commitment.assignment.unit_has_clerks


def can_judge(user, commitment):
    """The office of the congress says whether it is kept."""
    return can_review(user, commitment.proposal)


def takes_part_in_keeping(user, commitment):
    """Who promises anew, or brings the new reply to the deputies."""
    return can_promise(user, commitment.proposal) or can_assign(user, commitment.proposal)


def can_read_commitments(user):
    """All who see proposals; keepers of the system see none."""
    return user.role not in Role.keepers


def can_export_commitments(user):
    """Who keeps the ledger by hand otherwise, and the unit its own."""
    return can_read_commitments(user) and not user.is_deputy


def can_supervise(user, key):
    """The office of the congress enters what its chairs decide."""
    return can_review(user, key.proposal)


def leaders_for(user):
    """The leaders of the place whose accounts are in use."""
    here = Jurisdiction.objects.within(user.jurisdiction.district).values("pk")
    return User.objects.filter(role=Role.LEADER, jurisdiction__in=here, is_active=True)
