"""The history of a proposal that a ledger tells: its real steps, each on the day that was recorded."""

from dataclasses import dataclass, field
from datetime import date

from congress.calendar import DueDate
from congress.models import ResultClass, Session
from congress.registers.moments import taken_over
from congress.registers.report import Change
from proposals import handling_workflow, workflow
from proposals.enums import ProposalKind, SponsorRole
from proposals.enums import ProposalStatus as S
from proposals.models import ProposalCategory


NO_TEXT = "（台账没有正文，原件见档案。）"
NO_REPLY = "台账没有写答复内容"
NO_OPINION = "台账没有写会办意见"
NOT_TOLD = "未写明"
WRITTEN, ACCEPTED, ASSIGNED, REPLIED = 9, 10, 11, 14  # o'clock


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
        for step in (self._assign, self._reply):
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
        lead, *others = told.units
        with taken_over(told.assigned_on, ASSIGNED):
            workflow.assign(proposal, by=self.by, lead=lead, co_units=[*others, *told.co_units], due=told.due)

    def _reply(self, proposal, told):
        if not told.replied_on or proposal.status not in S.with_unit:
            return
        with taken_over(told.replied_on, REPLIED):
            parts = proposal.assignments.unanswered().filter(round=proposal.round)
            # The leading unit last: with its reply the proposal is replied to.
            for part in parts.select_related("unit").order_by("role", "pk"):
                part.proposal = proposal
                if part.status == "issued":
                    handling_workflow.accept(part, by=self.by)
                handling_workflow.reply(
                    part,
                    by=self.by,
                    text=(told.reply or NO_REPLY) if part.leads else NO_OPINION,
                    signatory=NOT_TOLD,
                    # When a joining unit gave its opinion is not told: not after it was due.
                    replied_on=told.replied_on if part.leads else min(told.replied_on, part.due_on),
                    document_number=told.document_number if part.leads else "",
                    result_class=told.result_class if part.leads else None,
                )
            proposal.refresh_from_db()


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
        "状态": proposal.get_status_display(),
    }


def _differing(state, told):
    """The labels of what the record has otherwise than the row tells."""
    found = {
        "标题": told.title,
        "领衔代表": told.lead,
        "联名代表": frozenset(told.signers),
        "类别": told.category,
        "主办单位": frozenset(told.units[:1]),
        "会办单位": frozenset([*told.units[1:], *told.co_units]),
        "交办日期": told.assigned_on,
        "答复日期": told.replied_on,
    }
    return [label for label, value in found.items() if value and state[label] != value]


def _text(value):
    if isinstance(value, frozenset):
        return "、".join(sorted(map(_text, value)))
    if isinstance(value, date):
        return value.isoformat()
    return str(getattr(value, "called", value) or "")
