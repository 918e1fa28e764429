"""The steps of a matter as a bar (B25–33): notice, reception, sorting, referral, handling, answer, survey.

A matter that goes to no unit has what became of it in place of referral and handling.
"""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from congress.handling import HandlingStatus
from reception.enums import OpinionStatus as Status
from reception.enums import Outcome


NOTICE, RECEPTION, SORTING, REFERRAL, HANDLING, ANSWER, SURVEY = range(7)
STEPS = [
    ("公告", "公告接待日"),
    ("接待", "接待选民，登记意见"),
    ("整理", "归纳整理，分类"),
    ("转办", "转办，抄送接待代表"),
    ("办理", "研究办理，书面答复"),
    ("答复", "分条抄送，答复选民"),
    ("测评", "跟踪测评"),
]
NOW = {
    Status.DRAFT: RECEPTION,
    **dict.fromkeys((Status.REGISTERED, Status.REOPENED), SORTING),
    **dict.fromkeys((Status.TRIAGED, Status.RETURNED, Status.ESCALATED), REFERRAL),
    **dict.fromkeys((Status(value) for value in Status.with_unit), HANDLING),
    **dict.fromkeys((Status.REPLIED, Status.COPIED, Status.MERGED), ANSWER),
    **dict.fromkeys((Status.NOT_ACCEPTED, Status.CONVERTED), ANSWER),
    **dict.fromkeys((Status.EXPLAINED, Status.ANSWERED), SURVEY),
    Status.SURVEYED: SURVEY + 1,
}
# Which step of the workflow ends which of the seven, and from which of them on a step begins anew.
ENDS = {
    "register": RECEPTION,
    "triage": SORTING,
    "refer": REFERRAL,
    "explain": REFERRAL,
    "not_accept": REFERRAL,
    "convert": REFERRAL,
    "merge": REFERRAL,
    "reply": HANDLING,
    "answer": ANSWER,
    "survey": SURVEY,
}
BEGINS_ANEW = {
    "reopen": SORTING,
    "return": REFERRAL,
    "reassign": HANDLING,
    "escalate": REFERRAL,
    "redo": HANDLING,
}


@dataclass(frozen=True)
class Stage:
    """One of the steps: ``state`` is done, now or todo; ``done_on`` the day on which it was done.

    ``due_on`` and its sentence are the clock of the step under way, and of one that is done the clock that
    ran for it; a step to come has none. ``who`` did it, or is to do it.
    """

    label: str
    title: str
    state: str
    who: str = ""
    done_on: date | None = None
    due_on: date | None = None
    due_sentence: str = ""

    @property
    def days_late(self):
        """By how many days a step that is done was late; 0 in time or without a clock."""
        if not (self.done_on and self.due_on):
            return 0
        return max((self.done_on - self.due_on).days, 0)


def stages_of(opinion, events):
    """The stages of an opinion by its history ``events``, oldest first."""
    ended = _ended(events)
    now = NOW.get(opinion.status)
    steps = [step for step in range(len(STEPS)) if _applies(step, opinion)]
    return [_notice(opinion) if step == NOTICE else _stage(step, opinion, ended, now) for step in steps]


def _ended(events):
    """{step: the event that ended it}, of the round that stands."""
    ended = {}
    for event in events:
        if (first := BEGINS_ANEW.get(event.step)) is not None:
            ended = {step: ending for step, ending in ended.items() if step < first}
        elif event.step in ENDS:
            ended[ENDS[event.step]] = event
    return ended


def _applies(step, opinion):
    if step == NOTICE:
        return opinion.visit.day is not None
    if opinion.outcome in Outcome.on_the_spot:
        return step not in (HANDLING, ANSWER)
    return step != HANDLING or not (opinion.merged_into_id or opinion.outcome in Outcome.without_unit)


def _notice(opinion):
    """The notice of the reception day; one that was never published stays open."""
    day = opinion.visit.day
    published = day.notice_published_on
    return Stage(
        *STEPS[NOTICE],
        state="done" if published else "todo",
        who=opinion.jurisdiction.office_name,
        done_on=published,
        due_on=day.notice_due_on if published else None,
        due_sentence="公告应比接待日提前的天数，由本机关的工作规则定。" if published else "",
    )


def _stage(step, opinion, ended, now):
    label, title = _called(step, opinion)
    event = ended.get(step)
    if now == step:
        clock = {"due_on": opinion.step_due_on, "due_sentence": opinion.step_due_sentence}
        return Stage(label, title, "now", _charged(step, opinion), **clock)
    if event is None:
        # A matter that is over shows what was reached before; of a taken-over one the register may tell less.
        return Stage(label, title, "done" if now is not None and step < now else "todo")
    return Stage(
        label,
        title,
        "done",
        _did(step, opinion, event),
        done_on=_day(step, opinion, event),
        due_on=event.due_on,
        due_sentence=event.due_sentence,
    )


def _called(step, opinion):
    """A matter without a unit: what became of it."""
    if step == REFERRAL and opinion.merged_into_id:
        return "并件", f"并入{opinion.merged_into.number}"
    if step == REFERRAL and opinion.outcome in Outcome.without_unit:
        return opinion.get_outcome_display(), opinion.get_outcome_display()
    return STEPS[step]


def _charged(step, opinion):
    """Who is to do the step under way."""
    office = opinion.jurisdiction.office_name
    if step == HANDLING:
        return _units(opinion)
    if step == ANSWER and opinion.status != Status.REPLIED:
        deputies = "、".join(seat.deputy.name for seat in opinion.visit.deputies.all())
        return f"{deputies}代表" if deputies else office
    return "区级机关" if step == REFERRAL and opinion.escalated else office


def _did(step, opinion, event):
    """The units, the deputy for whom somebody entered his answer, else who took the step."""
    if step == HANDLING:
        return _units(opinion)
    answers = list(opinion.answers.all()) if step == ANSWER else []
    if answers and answers[-1].seat:
        return f"{answers[-1].seat.called}代表"
    return str(event.by or "系统")


def _units(opinion):
    return "、".join(str(part.unit) for part in _parts(opinion))


def _parts(opinion):
    """The units' parts in the round that stands, the leading one first."""
    parts = (part for part in opinion.referrals.all() if part.round == opinion.round)
    standing = [part for part in parts if part.status not in HandlingStatus.given_up]
    return sorted(standing, key=lambda part: not part.leads)


def _day(step, opinion, event):
    """Replies and answers are dated by what was written, the rest by when it was done here."""
    if step == HANDLING:
        return _parts(opinion)[0].replied_on
    if step == ANSWER:
        return opinion.answered_on
    return timezone.localdate(event.at)
