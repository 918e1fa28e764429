"""The stages of a proposal that everybody can follow: 起草、受理、交办、办理、评价、办结."""

from dataclasses import dataclass
from datetime import date

from proposals.enums import ProposalStatus as S
from proposals.road_stages import road_of, takes_road


WRITING, REVIEW, ASSIGNING, HANDLING, RATING, CLOSING = range(6)
STAGES = [
    ("起草", "起草、联名、提交"),
    ("受理", "审查受理，编号"),
    ("交办", "交办承办单位"),
    ("办理", "单位办理，答复代表"),
    ("评价", "代表评价答复"),
    ("办结", "办结归档"),
]
NOW = {
    **dict.fromkeys((S.DRAFT, S.COSIGNING, S.RETURNED), WRITING),
    **dict.fromkeys((S.SUBMITTED, S.UNDER_REVIEW), REVIEW),
    **dict.fromkeys((S.ACCEPTED, S.UNIT_RETURNED), ASSIGNING),
    **dict.fromkeys((S.MERGED, S.ASSIGNED, S.HANDLING, S.CO_OPINION_DONE), HANDLING),
    **dict.fromkeys((S.REPLY_REVIEW, S.REHANDLING), HANDLING),
    **dict.fromkeys((S.REPLIED, S.FEEDBACK, S.REPLIED_AGAIN), RATING),
    S.COMMITTEE_REVIEW: CLOSING,
}


@dataclass(frozen=True)
class Stage:
    """``state`` is done, now or todo. The stage under way has the clock; ``who`` did it or is to do it."""

    label: str
    title: str
    state: str
    who: str = ""
    done_on: date | None = None
    due_on: date | None = None
    due_sentence: str = ""
    days_late: int = 0


def stages_of(proposal, lead, units):
    """The stages of a proposal led by ``lead`` (a name) and handled by ``units`` (names)."""
    if takes_road(proposal):
        return _road(proposal, lead)
    done = [
        proposal.submitted_on,
        proposal.accepted_on,
        proposal.assigned_on,
        proposal.replied_on,
        proposal.closed_on,
        proposal.closed_on,
    ]
    office = proposal.jurisdiction.office_name
    people = [f"{lead}代表", office, office, "、".join(units), "提出代表", office]
    now = NOW.get(proposal.status)
    if now == RATING and proposal.step_due_on is None:
        # Everybody has rated.
        now = CLOSING
    return [
        _stage(place, proposal, day, who, now)
        for place, (day, who) in enumerate(zip(done, people, strict=True))
    ]


def _road(proposal, lead):
    found, begun = [], False
    for label, title, statuses, day, who in road_of(proposal, lead):
        if proposal.status in statuses:
            begun = True
            clock = {"due_on": proposal.step_due_on, "due_sentence": proposal.step_due_sentence}
            found.append(Stage(label, title, "now", who, **clock))
        elif day is None or begun:
            found.append(Stage(label, title, "todo", who))
        else:
            found.append(Stage(label, title, "done", who, done_on=day))
    return found


def _stage(place, proposal, day, who, now):
    label, title = STAGES[place]
    if now == place:
        clock = {"due_on": proposal.step_due_on, "due_sentence": proposal.step_due_sentence}
        return Stage(label, title, "now", who, **clock)
    if day is None or (now is not None and place > now):
        return Stage(label, title, "todo", who)
    late = max((day - proposal.due_on).days, 0) if place == HANDLING else 0
    return Stage(label, title, "done", who, done_on=day, days_late=late)
