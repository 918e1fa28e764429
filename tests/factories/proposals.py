"""Proposals that walk to a status by their real steps, and who signs them."""

from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile

from congress import clock
from congress.models import Session
from deputies.models import Seat
from proposals import handling_workflow, workflow, yearly_report
from proposals.enums import ProposalKind, ProposalStatus, RejectReason, ReturnReason, WithholdReason
from proposals.models import Proposal, ProposalCategory
from proposals.workflow import publication
from tests.factories import commitments, ratings, supervision
from tests.factories.deputies import SeatFactory
from tests.factories.reception.people import people
from tests.factories.sessions import SessionFactory


S = ProposalStatus


def session_of(term, **fields):
    """The term's first session, in January 2025 unless it is there or ``fields`` say otherwise."""
    found = Session.objects.filter(term=term).first()
    return found or SessionFactory(term=term, **{"number": 4, "ends_on": date(2025, 1, 12), **fields})


def sitting_now(term):
    """A session that sits today."""
    return SessionFactory(term=term, number=5, starts_on=clock.today(), ends_on=clock.today())


def cosigners(seat, count):
    """``count`` more seats of the same congress, whose deputies have accounts."""
    return SeatFactory.create_batch(count, jurisdiction=seat.term.jurisdiction, with_user=True)


def drafted(who, *, by=None, signers=1, **fields):
    """A proposal drafted by the deputy of ``who`` that ``signers`` deputies have signed, himself included."""
    if fields.get("kind") == ProposalKind.MOTION:
        told = {"title": "关于更换路灯的议案", "subject": "路灯", "grounds": "坏了半年", "plan": "更换"}
    else:
        told = {"title": "关于更换路灯的建议", "text": "路灯坏了半年，请更换。"}
    fields = told | fields
    draft = workflow.draft(by=by or who.deputy, lead=fields.pop("lead", who.seat), **fields)
    if others := cosigners(who.seat, signers - 1):
        workflow.invite(draft, by=who.deputy, seats=others)
    for row in draft.sponsorships.filter(seat__in=others):
        workflow.confirm(row, by=row.seat.deputy.user)
    return draft


def motion_with(who, signers):
    """A motion that ``signers`` deputies have signed, the leading one included."""
    return drafted(who, kind=ProposalKind.MOTION, signers=signers)


def category():
    return ProposalCategory.objects.filter(parent__isnull=False).first()


def assignment_of(proposal, unit=None):
    """The latest assignment: the leading unit's, or that of ``unit``."""
    found = proposal.assignments.order_by("pk")
    return found.filter(unit=unit).last() if unit else next(row for row in reversed(found) if row.leads)


def _submit(proposal, who):
    if proposal.is_motion:
        Session.objects.filter(term=proposal.term, number=5).exists() or sitting_now(proposal.term)
    else:
        session_of(proposal.term)
    workflow.submit(proposal, by=who.deputy)


def _give_back(proposal, who):
    part = assignment_of(proposal)
    handling_workflow.request_return(part, by=who.clerk, reason="不属本单位职责")
    handling_workflow.confirm_return(part, by=who.office)


def _sign(proposal, who):
    workflow.invite(proposal, by=who.deputy, seats=cosigners(who.seat, 1))
    row = proposal.sponsorships.filter(status="invited").last()
    workflow.confirm(row, by=row.seat.deputy.user)


def _unit_act(proposal, who):
    part = assignment_of(proposal)
    if part.status == "issued":
        return handling_workflow.request_return(part, by=who.clerk, reason="不属本单位职责")
    if part.status == "replied":
        return ratings.met(proposal, who)
    until = part.due_on.replace(day=28)
    return handling_workflow.request_extension(part, by=who.clerk, until=until, reason="涉及面广")


def _hand_over(proposal, who):
    """Only what an office wrote can be handed over; the walk asks for such a draft."""
    other = SeatFactory(jurisdiction=proposal.jurisdiction, deputy__name="王芳")
    workflow.hand_over(proposal, by=who.office, lead=other)


def _merge(proposal, who):
    workflow.merge(proposal, by=who.office, into=proposal_at(S.ACCEPTED, who))


def _cosigner(proposal):
    return proposal.sponsorships.confirmed().filter(role="co").first()


def _leave(proposal, who):
    row = _cosigner(proposal)
    workflow.leave(row, by=row.seat.deputy.user)


def _answer_withdrawal(proposal, who, verb):
    workflow.ask_withdrawal(proposal, by=who.deputy, note="已经解决")
    row = _cosigner(proposal)
    verb(row, by=row.seat.deputy.user)


def _answer_main(proposal, who):
    main = proposal.merged_into
    for name in ("assign", "take_on", "reply"):
        take(name, main, who)


def _publish(proposal, who):
    publication.publish(proposal, by=who.office, text="路灯坏了半年。", reply="已更换。")


def _unpublish(proposal, who):
    """Of what was published before it is handled anew."""
    told = {"publication": "published", "published_on": clock.today()}
    Proposal.objects.filter(pk=proposal.pk).update(**told)
    proposal.refresh_from_db()
    publication.unpublish(proposal, by=who.office, reason=WithholdReason.ERROR, note="答复日期写错")


WALK = {
    "edit": lambda proposal, who: workflow.edit(proposal, by=who.deputy, text="请尽快更换。"),
    "invite": lambda proposal, who: workflow.invite(proposal, by=who.deputy, seats=cosigners(who.seat, 1)),
    "hand_over": _hand_over,
    "submit": _submit,
    "return": lambda proposal, who: workflow.return_to_deputy(
        proposal, by=who.office, reason=ReturnReason.VAGUE, note="请写明是哪条路"
    ),
    "reject": lambda proposal, who: workflow.reject(
        proposal, by=who.office, reason=RejectReason.BEYOND, note="请向省里反映"
    ),
    "accept": lambda proposal, who: workflow.accept(proposal, by=who.office, category=category()),
    "assign": lambda proposal, who: workflow.assign(proposal, by=who.office, lead=who.unit),
    "take_on": lambda proposal, who: handling_workflow.accept(assignment_of(proposal), by=who.clerk),
    "give_back": _give_back,
    "unit_act": _unit_act,
    **ratings.WALK,
    "withdraw": lambda proposal, who: workflow.withdraw(proposal, by=who.deputy, note="已经解决"),
    "begin_review": lambda proposal, who: workflow.begin_review(proposal, by=who.office),
    "merge": _merge,
    "unmerge": lambda proposal, who: workflow.unmerge(proposal, by=who.office),
    "take_in": lambda proposal, who: workflow.merge(
        proposal_at(S.ACCEPTED, who), by=who.office, into=proposal
    ),
    "answer_merged": _answer_main,
    "set_free": lambda proposal, who: take("withdraw", proposal.merged_into, who),
    "add_units": lambda proposal, who: workflow.add_units(proposal, by=who.office, co_units=[who.co_unit]),
    "ask_withdrawal": lambda proposal, who: workflow.ask_withdrawal(proposal, by=who.deputy, note="已经解决"),
    "consent": lambda proposal, who: _answer_withdrawal(proposal, who, workflow.refuse),
    "withdraw_together": lambda proposal, who: _answer_withdrawal(proposal, who, workflow.agree),
    "sign_off": _leave,
    "end": _leave,
    "sign": _sign,
    "publish": _publish,
    "withhold": lambda proposal, who: publication.withhold(
        proposal, by=who.office, reason=WithholdReason.PRIVACY
    ),
    "unpublish": _unpublish,
    **commitments.WALK,
    **supervision.WALK,
}
# Whose step it is: of what several signed, of a motion with its least signers.
NEEDS = {
    **dict.fromkeys(("ask_withdrawal", "consent", "withdraw_together", "sign_off"), {"signers": 2}),
    "end": {"kind": ProposalKind.MOTION, "signers": 5},
}
# How each status is reached: (the status before, the step).
PATHS = {
    S.COSIGNING: (S.DRAFT, "invite"),
    S.SUBMITTED: (S.DRAFT, "submit"),
    S.RETURNED: (S.SUBMITTED, "return"),
    S.REJECTED: (S.SUBMITTED, "reject"),
    S.ACCEPTED: (S.SUBMITTED, "accept"),
    S.ASSIGNED: (S.ACCEPTED, "assign"),
    S.UNIT_RETURNED: (S.ASSIGNED, "give_back"),
    S.HANDLING: (S.ASSIGNED, "take_on"),
    **ratings.PATHS,
    S.WITHDRAWN: (S.SUBMITTED, "withdraw"),
    **commitments.PATHS,
    S.UNDER_REVIEW: (S.SUBMITTED, "begin_review"),
    S.MERGED: (S.ACCEPTED, "merge"),
    S.ENDED: (S.SUBMITTED, "end"),
}


def take(name, proposal, who):
    """Take the step ``name`` as the person whose task it is."""
    WALK[name](proposal, who)
    proposal.refresh_from_db()
    return proposal


def proposal_at(status, who=None, **fields):
    """A suggestion that walked to ``status`` among the people ``who``."""
    who = who or people()
    if status == S.DRAFT:
        return drafted(who, **fields)
    before, step = PATHS[status]
    return take(step, proposal_at(before, who, **NEEDS.get(step, {}) | fields), who)


def signature_of(proposal, seat: Seat):
    return proposal.sponsorships.get(seat=seat)


def _joint(who, colleague):
    """Handed in by the deputy of ``who`` and his colleague together."""
    draft = drafted(who)
    workflow.invite(draft, by=who.deputy, seats=[colleague])
    workflow.confirm(signature_of(draft, colleague), by=colleague.deputy.user)
    return take("submit", draft, who)


def proposals_of_everybody(who, colleague):
    """A proposal at each status that a page or a step is asked about; signatures, parts and replies."""
    session_of(who.seat.term, number=80)
    found = {f"proposal_{status.value}": proposal_at(status, who) for status in (S.SUBMITTED, S.ACCEPTED)}
    asked, signed = drafted(who), drafted(who)
    for draft in (asked, signed):
        workflow.invite(draft, by=who.deputy, seats=[colleague])
    confirmed = signature_of(signed, colleague)
    workflow.confirm(confirmed, by=colleague.deputy.user)
    issued, returning, accepted, extending, answered = (
        proposal_at(status, who) for status in (S.ASSIGNED, S.ASSIGNED, S.HANDLING, S.HANDLING, S.HANDLING)
    )
    handling_workflow.request_return(assignment_of(returning), by=who.clerk, reason="不属本单位职责")
    longer = assignment_of(extending)
    until = longer.due_on.replace(month=longer.due_on.month + 1)
    handling_workflow.request_extension(longer, by=who.clerk, until=until, reason="涉及面广")
    handling_workflow.reply(
        assignment_of(answered),
        by=who.clerk,
        text="已更换。",
        signatory="李镇长",
        replied_on=clock.today(),
        attachment=SimpleUploadedFile("答复.pdf", b"%PDF-1.7"),
    )
    bare = proposal_at(S.REPLIED, who)
    joint, asked_back = (_joint(who, colleague) for _ in range(2))
    workflow.ask_withdrawal(asked_back, by=who.deputy, note="已经解决")
    found |= supervision.supervised_for_everybody(issued, who)
    found |= commitments.promises_of_everybody(proposal_at(S.REPLIED, who), who)
    return found | {
        "proposal_cosigning": asked,
        "proposal_joint": joint,
        "proposal_merged": proposal_at(S.MERGED, who),
        "signature_asked_back": signature_of(asked_back, colleague),
        "proposal_office": drafted(who, by=who.office),
        "proposal_assigned": issued,
        "proposal_replied": bare,
        "handling_report": yearly_report.draw_up(
            by=who.office,
            jurisdiction=who.town,
            starts_on=clock.today().replace(day=1),
            ends_on=clock.today(),
        ),
        "proposal_published": take("publish", proposal_at(S.REPLIED, who), who),
        "signature_invited": signature_of(asked, colleague),
        "signature_confirmed": confirmed,
        "assignment_issued": assignment_of(issued),
        "assignment_accepted": assignment_of(accepted),
        "assignment_returning": assignment_of(returning),
        "assignment_extending": longer,
        "proposal_reply": assignment_of(answered).replies.get(),
        "bare_proposal_reply": assignment_of(bare).replies.get(),
        "proposal_category": category(),
        "proposal_replied_again": proposal_at(S.REPLIED_AGAIN, who),
        **ratings.under_check(proposal_at(S.REHANDLING, who), proposal_at(S.HANDLING, who), who),
    }
