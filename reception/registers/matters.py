"""The history of a matter that a ledger tells: its real steps, each on the day that was recorded."""

from dataclasses import dataclass, field
from datetime import date

from congress.enums import Satisfaction
from congress.handling import HandlingStatus
from congress.registers.moments import taken_over
from congress.registers.report import Change
from reception import answer_workflow, referral_workflow, workflow
from reception.enums import AnswerMode, Competence, Outcome, Urgency
from reception.enums import OpinionStatus as S
from reception.models import Opinion, OpinionCategory
from reception.registers.words import nature_of


NO_RESULT = "登记表没有写办理结果"
NO_REASON = "登记表没有写原因"
NOT_TOLD = "未写明"
CLOSED = "登记表各栏齐全，群众没有不满意"
TITLE_LENGTH = 60
RECEIVED, DECIDED, HANDED, REPLIED, ANSWERED, SURVEYED = 9, 10, 11, 14, 16, 17  # o'clock


@dataclass
class ToldMatter:
    """What a row of a ledger tells of one matter."""

    words: str
    title: str
    received_on: date
    category: OpinionCategory | None = None
    outcome: str = ""
    units: list = field(default_factory=list)
    referred_on: date | None = None
    replied_on: date | None = None
    result: str = ""
    answered_on: date | None = None
    mode: str = ""
    handling_rating: str = ""
    deputy_rating: str = ""
    reason: str = ""

    @property
    def facts(self):
        """What is compared with the record: {label: (field of Opinion, value)}, untold ones left out."""
        found = {
            "类别": ("category", self.category),
            "处理方式": ("outcome", self.outcome),
            "转办日期": ("referred_on", self.referred_on),
            "单位答复日期": ("replied_on", self.replied_on),
            "答复群众日期": ("answered_on", self.answered_on),
            "对办理满意度": ("handling_rating", self.handling_rating),
            "对代表满意度": ("deputy_rating", self.deputy_rating),
        }
        return {label: (name, value) for label, (name, value) in found.items() if value}


class Matters:
    """Walks opinions through the steps that rows tell; ``by`` is in whose name."""

    def __init__(self, by):
        self.by = by

    def add(self, visit, told):
        """A further matter of a visit that is written down already."""
        with taken_over(told.received_on, RECEIVED):
            matter = Opinion(
                jurisdiction=visit.jurisdiction,
                visit=visit,
                received_on=visit.date,
                title=told.title,
                words=told.words,
            )
            [opinion] = workflow.opinions.start_all([matter], by=self.by, label="记下意见")
            workflow.register(opinion, by=self.by)
        return opinion

    def walk(self, opinion, told):
        """Take the steps that are told and not taken yet; return (Changes, labels of what differs)."""
        before = {name: getattr(opinion, name) for name, _ in told.facts.values()}
        status = opinion.get_status_display()
        for step in (self._triage, self._decide, self._reply, self._answer, self._survey):
            step(opinion, told)
        changes, differing = [], []
        for label, (name, value) in told.facts.items():
            now = getattr(opinion, name)
            if before[name] != now:
                changes.append(Change(label, _words(before[name], name), _words(now, name)))
            if now != value:
                differing.append(label)
        if status != opinion.get_status_display():
            changes.append(Change("状态", status, opinion.get_status_display()))
        return tuple(changes), differing

    def _triage(self, opinion, told):
        if opinion.status != S.REGISTERED or not (told.category or told.outcome):
            return
        with taken_over(told.received_on, DECIDED):
            workflow.triage(
                opinion,
                by=self.by,
                category=told.category,
                nature=nature_of(told.words),
                competence=_competence(opinion, told),
                urgency=Urgency.NORMAL,
            )

    def _decide(self, opinion, told):
        if opinion.status != S.TRIAGED or not told.outcome:
            return
        if told.outcome == Outcome.REFERRED:
            if told.units:
                with taken_over(told.referred_on, HANDED):
                    lead, *others = told.units
                    workflow.refer(opinion, by=self.by, lead=lead, co_units=others)
            return
        note = told.result or f"登记表写“{Outcome(told.outcome).label}”"
        with taken_over(told.received_on, HANDED):
            if told.outcome == Outcome.NOT_ACCEPTED:
                workflow.not_accept(opinion, by=self.by, note=note)
            elif told.outcome == Outcome.CONVERTED:
                workflow.convert(opinion, by=self.by, note=told.title)
            else:
                workflow.explain(opinion, by=self.by, note=note, outcome=told.outcome)

    def _reply(self, opinion, told):
        if not told.replied_on or opinion.replied_on or opinion.status not in S.with_unit:
            return
        with taken_over(told.replied_on, REPLIED):
            parts = opinion.referrals.unanswered().filter(round=opinion.round)
            # The leading unit last: with its reply the matter is replied to.
            for referral in parts.select_related("unit").order_by("role", "pk"):
                referral.opinion = opinion
                if referral.status == HandlingStatus.ISSUED:
                    referral_workflow.accept(referral, by=self.by)
                referral_workflow.reply(
                    referral,
                    by=self.by,
                    text=told.result or NO_RESULT,
                    signatory=NOT_TOLD,
                    replied_on=told.replied_on,
                )
            opinion.refresh_from_db()

    def _answer(self, opinion, told):
        if not told.answered_on or opinion.answered_on:
            return
        if opinion.status == S.REPLIED:
            with taken_over(told.answered_on, REPLIED + 1):
                answer_workflow.copy_to_deputies(opinion, by=self.by)
        if opinion.status in (S.COPIED, S.NOT_ACCEPTED, S.CONVERTED):
            with taken_over(told.answered_on, ANSWERED):
                answer_workflow.answer(
                    opinion,
                    by=self.by,
                    mode=told.mode or AnswerMode.ORAL,
                    text=told.result or NO_RESULT,
                    answered_on=told.answered_on,
                    note="" if told.mode else "登记表没有写答复方式。",
                )

    def _survey(self, opinion, told):
        """Ask the voter; who is not dissatisfied brings the matter to its end."""
        asked = opinion.status in (S.ANSWERED, S.EXPLAINED) and not opinion.handling_rating
        if not told.handling_rating or not asked:
            return
        dissatisfied = told.handling_rating == Satisfaction.DISSATISFIED
        asked_on = opinion.answered_on or opinion.received_on
        with taken_over(asked_on, SURVEYED):
            answer_workflow.survey(
                opinion,
                by=self.by,
                handling_rating=told.handling_rating,
                deputy_rating=told.deputy_rating,
                reason=told.reason[:200] or (NO_REASON if dissatisfied else ""),
                surveyed_on=asked_on,
            )
            if not dissatisfied:
                answer_workflow.close(opinion, by=self.by, note=CLOSED)


def _competence(opinion, told):
    """In whose power a matter lies, as far as what was done with it tells."""
    if told.outcome == Outcome.NOT_ACCEPTED:
        return Competence.JUDICIAL
    local = all(unit.local_id == opinion.jurisdiction_id for unit in told.units)
    return Competence.LOCAL if local else Competence.DISTRICT


def title_of(words, name):
    """A title of a voter's words: their beginning, without who came and his number."""
    first = words.strip().split("\n")[0]
    for sign in "。！？；;":
        head = first.split(sign)[0].strip()
        first = head if len(head) >= 4 else first
    if len(name) > 1:
        first = first.replace(name, "来访人")
    return first if len(first) <= TITLE_LENGTH else f"{first[: TITLE_LENGTH - 1]}…"


def _words(value, name):
    field = Opinion._meta.get_field(name)
    if field.choices:
        return str(dict(field.choices).get(value, ""))
    return value.isoformat() if isinstance(value, date) else str(value or "")
