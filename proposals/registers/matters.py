"""The history of a proposal that a ledger tells: its real steps, each on the day that was recorded."""

from dataclasses import dataclass, field
from datetime import date

from congress.calendar import DueDate
from congress.enums import Satisfaction
from congress.handling import HandlingStatus
from congress.models import ResultClass, Session
from congress.registers.moments import taken_over
from congress.registers.report import Change
from proposals import handling_workflow, workflow
from proposals.enums import ProposalKind, SponsorRole
from proposals.enums import ProposalStatus as S
from proposals.models import ProposalCategory, Rating


NO_TEXT = "（台账没有正文，原件见档案。）"
NO_REPLY = "台账没有写答复内容"
NO_OPINION = "台账没有写会办意见"
NO_REASON = "台账没有写原因"
REDO = "台账写明重新办理"
NOTE_OF_END = "台账各栏齐全，代表没有不满意"
NOT_TOLD = "未写明"
# The steps with which deputies get a reply.
ANSWERING = ("reply", "reply_again", "pass_reply", "pass_again", "answer_merged")
WRITTEN, ACCEPTED, ASSIGNED, REPLIED, RATED, REDONE, CLOSED = 9, 10, 11, 14, 15, 16, 17  # o'clock


@dataclass
class ToldProposal:
    """What a row of a ledger tells of one proposal."""

    kind: ProposalKind
    title: str
    lead: object
    signers: list
    session: Session
    in_session: bool
    submitted_on: date
    serial: int | None = None
    text: str = ""
    secret: bool = False
    category: ProposalCategory | None = None
    units: list = field(default_factory=list)
    co_units: list = field(default_factory=list)
    assigned_on: date | None = None
    due: DueDate | None = None
    replied_on: date | None = None
    reply: str = ""
    document_number: str = ""
    result_class: ResultClass | None = None
    attitude: str = ""
    result: str = ""
    reason: str = ""
    rated_on: date | None = None
    redone: bool = False
    replied_again_on: date | None = None
    attitude_again: str = ""
    result_again: str = ""

    @property
    def is_split(self):
        """Whether several units answer, each its part (分办)."""
        return len(self.units) > 1

    @property
    def key(self):
        """What no other proposal has; None of one without a number."""
        return (self.session.pk, self.kind, self.serial) if self.serial else None


class Matters:
    """Walks proposals through the steps that rows tell; ``by`` is in whose name."""

    def __init__(self, by):
        self.by = by

    def write_down(self, told):
        with taken_over(told.submitted_on, WRITTEN):
            text = told.text or NO_TEXT
            body = {"subject": told.title, "grounds": text, "plan": text}
            proposal = workflow.write_down(
                by=self.by,
                lead=told.lead,
                signers=told.signers,
                kind=told.kind,
                title=told.title,
                secret=told.secret,
                **(body if told.kind == ProposalKind.MOTION else {"text": text}),
            )
            workflow.submit(proposal, by=self.by, session=told.session, in_session=told.in_session)
        with taken_over(told.submitted_on, ACCEPTED):
            workflow.accept(proposal, by=self.by, category=told.category, serial=told.serial)
        return proposal

    def walk(self, proposal, told):
        """Take the steps that are told and not taken yet; return (Changes, labels of what differs)."""
        before = _state(proposal)
        for step in (self._assign, self._reply, self._rate, self._redo, self._rate_again, self._close):
            step(proposal, told)
            proposal.refresh_from_db()
        after = _state(proposal)
        changes = tuple(
            Change(label, _text(before[label]), _text(value))
            for label, value in after.items()
            if before[label] != value
        )
        return changes, _differing(after, told)

    def _assign(self, proposal, told):
        if proposal.status != S.ACCEPTED or not told.units or told.assigned_on is None:
            return
        parts = {"lead": told.units[0], "co_units": told.co_units}
        if told.is_split:
            parts = {"split_units": told.units}
        with taken_over(told.assigned_on, ASSIGNED):
            workflow.assign(proposal, by=self.by, due=told.due, **parts)

    def _reply(self, proposal, told):
        if told.replied_on and proposal.status in S.with_unit and proposal.round == 1:
            with taken_over(told.replied_on, REPLIED):
                self._answer(proposal, told, told.replied_on)

    def _answer(self, proposal, told, day):
        """The units' replies of one round: the leading ones' last, for with theirs it is replied to."""
        parts = proposal.assignments.unanswered().filter(round=proposal.round)
        for part in parts.select_related("unit").order_by("role", "pk"):
            part.proposal = proposal
            if part.status == HandlingStatus.ISSUED:
                handling_workflow.accept(part, by=self.by)
            own = part.leads and proposal.round == 1
            handling_workflow.reply(
                part,
                by=self.by,
                text=(own and told.reply) or (NO_REPLY if part.leads else NO_OPINION),
                signatory=NOT_TOLD,
                # When a joining unit gave its opinion is not told: not after it was due.
                replied_on=day if part.leads else min(day, part.due_on),
                document_number=told.document_number if own else "",
                result_class=told.result_class if own else None,
            )

    def _rate(self, proposal, told):
        if told.result and proposal.status == S.REPLIED:
            self._take_rating(proposal, told, told.attitude, told.result, told.rated_on or told.replied_on)

    def _take_rating(self, proposal, told, attitude, result, day):
        """What a ledger tells is said for all: the deputy who leads says it."""
        dissatisfied = Satisfaction.DISSATISFIED in (attitude, result)
        with taken_over(day, RATED):
            workflow.rate(
                proposal,
                by=self.by,
                sponsorship=proposal.sponsorships.get(role=SponsorRole.LEAD),
                attitude=attitude,
                result=result,
                note=told.reason or (NO_REASON if dissatisfied else ""),
                rated_on=day,
            )

    def _redo(self, proposal, told):
        if told.redone and proposal.status in (S.REPLIED, S.FEEDBACK) and proposal.round == 1:
            day = told.rated_on or told.replied_on
            with taken_over(day, REDONE):
                workflow.redo(proposal, by=self.by, note=told.reason or REDO, co_units=[])
        if told.replied_again_on and proposal.status == S.REHANDLING:
            with taken_over(told.replied_again_on, REPLIED):
                self._answer(proposal, told, told.replied_again_on)

    def _rate_again(self, proposal, told):
        rated = Rating.objects.filter(sponsorship__proposal=proposal, round=proposal.round)
        if told.result_again and proposal.status == S.REPLIED_AGAIN and not rated.exists():
            self._take_rating(proposal, told, told.attitude_again, told.result_again, told.replied_again_on)

    def _close(self, proposal, told):
        """Who is content, at last, brings it to its end; not what is being rated here."""
        if _is_rated_here(proposal):
            return
        rated = proposal.result_rating in (Satisfaction.SATISFIED, Satisfaction.BASICALLY)
        again = told.redone and not told.replied_again_on
        if rated and not again and proposal.status in (S.FEEDBACK, S.REPLIED_AGAIN):
            day = told.replied_again_on or told.rated_on or told.replied_on
            with taken_over(day, CLOSED):
                workflow.close(proposal, by=self.by, note=NOTE_OF_END)


def _is_rated_here(proposal):
    """Whether the latest was done here; or anything since the reply, and deputies are still to rate it."""
    latest = proposal.events.order_by("-pk")
    reply = latest.filter(step__in=ANSWERING).first()
    here = latest.filter(taken_over=False, pk__gte=reply.pk if reply else 0)
    if not here.exists():
        return False
    return not latest.first().taken_over or bool(workflow.waited_for(proposal))


def _state(proposal):
    """What a ledger tells of a proposal, by the labels of the columns."""
    signed = proposal.sponsorships.confirmed()
    parts = list(proposal.assignments.standing().filter(round=1).select_related("unit"))
    return {
        "标题": proposal.title,
        "领衔代表": next((row.seat for row in signed if row.role == SponsorRole.LEAD), None),
        "联名代表": frozenset(row.seat for row in signed if row.role == SponsorRole.CO),
        "类别": proposal.category,
        "主办单位": frozenset(part.unit for part in parts if part.leads),
        "会办单位": frozenset(part.unit for part in parts if not part.leads),
        "交办日期": proposal.assigned_on,
        "答复日期": proposal.replied_on,
        "再次答复日期": proposal.replied_again_on,
        "对办理态度": proposal.get_attitude_rating_display(),
        "对办理结果": proposal.get_result_rating_display(),
        "状态": proposal.get_status_display(),
    }


def _differing(state, told):
    """The labels of what the record has otherwise than the row tells."""
    found = {
        "标题": told.title,
        "领衔代表": told.lead,
        "联名代表": frozenset(told.signers),
        "类别": told.category,
        "主办单位": frozenset(told.units),
        "会办单位": frozenset(told.co_units),
        "交办日期": told.assigned_on,
        "答复日期": told.replied_on,
        "再次答复日期": told.replied_again_on,
        "对办理态度": _word(told.attitude_again or told.attitude),
        "对办理结果": _word(told.result_again or told.result),
    }
    return [label for label, value in found.items() if value and state[label] != value]


def _word(rating):
    return Satisfaction(rating).label if rating else ""


def _text(value):
    if isinstance(value, frozenset):
        return "、".join(sorted(map(_text, value)))
    if isinstance(value, date):
        return value.isoformat()
    return str(getattr(value, "called", value) or "")
