"""The five stages that everybody can follow: 受理、交办、办理、答复、测评 (B35)."""

from reception.enums import OpinionStatus as Status
from reception.enums import Outcome


STAGE_NOW = {
    Status.DRAFT: 0,
    Status.REGISTERED: 0,
    Status.REOPENED: 0,
    Status.TRIAGED: 1,
    Status.RETURNED: 1,
    Status.ESCALATED: 1,
    Status.REFERRED: 2,
    Status.ACCEPTED: 2,
    Status.PLAN_MADE: 2,
    Status.EXTENDED: 2,
    Status.REDO: 2,
    Status.REPLIED: 3,
    Status.COPIED: 3,
    Status.ANSWERED: 4,
    Status.SURVEYED: 5,
}


def stages_of(opinion, surveyed_on=None):
    """The stage bar of an opinion: [{label, date, state: done | now | todo}].

    ``surveyed_on`` is the day of the last survey. A matter that went to no unit has the stages 受理, what
    became of it, and 办结.
    """
    if opinion.outcome in Outcome.without_unit:
        return _short_bar(opinion)
    dates = [
        opinion.received_on,
        opinion.referred_on,
        opinion.replied_on,
        opinion.answered_on,
        surveyed_on,
    ]
    now = STAGE_NOW.get(opinion.status)
    return [
        _stage(label, date, _state(position, now, date))
        for position, (label, date) in enumerate(
            zip(["受理", "交办", "办理", "答复", "测评"], dates, strict=True)
        )
    ]


def _state(position, now, date):
    """A matter that is over (closed, withdrawn, merged) shows what was reached before."""
    if now is None:
        return "done" if date else "todo"
    if position == now:
        return "now"
    return "done" if position < now else "todo"


def _short_bar(opinion):
    closed = opinion.closed_on
    return [
        _stage("受理", opinion.received_on, "done"),
        _stage(opinion.get_outcome_display(), None, "done"),
        _stage("办结", closed, "done" if closed else "now"),
    ]


def _stage(label, date, state):
    return {"label": label, "date": date if state == "done" else None, "state": state}
