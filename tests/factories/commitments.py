"""What units promise in their replies, walked to a state by real steps."""

from datetime import timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from congress import clock
from congress.handling import PromiseStatus
from proposals import workflow
from proposals.enums import ProposalStatus
from proposals.workflow import commitments
from tests.factories.ratings import filed


PROMISE = "年底前修通断头路"


def promised(proposal, who, *, text=PROMISE, due_on=None):
    """A promise that the leading unit makes beside its reply."""
    part = next(part for part in proposal.assignments.order_by("-pk") if part.leads)
    due_on = due_on or clock.today() + timedelta(days=200)
    workflow.promise(proposal, by=who.clerk, part=part, text=text, due_on=due_on)
    return proposal.commitments.order_by("pk").last()


def proof():
    return SimpleUploadedFile("照片.png", b"\x89PNG\r\n\x1a\n")


def told_kept(made, who):
    commitments.report_kept(made, by=who.clerk, outcome="路已通车。", proof=proof())
    return made


def kept(made, who):
    workflow.confirm_kept(told_kept(made, who), by=who.office)
    return made


def given_up(made, who):
    workflow.give_up_promise(made, by=who.office, note="规划调整，不再建设")
    return made


def resumed(made, who):
    due_on = clock.today() + timedelta(days=90)
    workflow.resume_promise(made, by=who.office, due_on=due_on, note="又坏了")
    return made


COMMITMENT_WALK = {
    "progress": lambda made, who: commitments.tell_progress(made, by=who.clerk, note="已完成招标"),
    "report_kept": told_kept,
    "confirm": lambda made, who: workflow.confirm_kept(made, by=who.office),
    "send_back": lambda made, who: commitments.send_back(made, by=who.office, note="还没有通车"),
    "move": lambda made, who: commitments.move(
        made, by=who.office, due_on=made.due_on + timedelta(days=30), note="汛期停工"
    ),
    "give_up": given_up,
    "resume": resumed,
}


def commitment_at(status, proposal, who):
    """A promise of the proposal's leading unit that walked to ``status``."""
    made = promised(proposal, who)
    if status == PromiseStatus.REPORTED:
        return told_kept(made, who)
    if status == PromiseStatus.KEPT:
        return kept(made, who)
    return given_up(made, who) if status == PromiseStatus.NOT_FEASIBLE else made


def _implement(proposal, who):
    kept(_going(proposal) or promised(proposal, who), who)
    _file(proposal, who)


def _end_unkept(proposal, who):
    given_up(_going(proposal) or promised(proposal, who), who)
    _file(proposal, who)


def _going(proposal):
    return proposal.commitments.going().first()


def _file(proposal, who):
    proposal.refresh_from_db()
    if proposal.closed_on is None:
        filed(proposal, who)


def _track(proposal, who):
    promised(proposal, who)
    filed(proposal, who)


def _follow_up(proposal, who):
    settled = proposal.commitments.last()
    if settled:
        resumed(settled, who)
    else:
        promised(proposal, who)


# As WALK and PATHS of proposals.
WALK = {
    "promise": promised,
    "track": _track,
    "implement": _implement,
    "end_unkept": _end_unkept,
    "follow_up": _follow_up,
}
PATHS = {
    ProposalStatus.TRACKING: (ProposalStatus.REPLIED, "track"),
    ProposalStatus.IMPLEMENTED: (ProposalStatus.TRACKING, "implement"),
    ProposalStatus.NOT_FEASIBLE: (ProposalStatus.TRACKING, "end_unkept"),
}


def promises_of_everybody(proposal, who):
    """A promise at each state that a page or a step is asked about."""
    wanted = (PromiseStatus.OPEN, PromiseStatus.REPORTED, PromiseStatus.NOT_FEASIBLE)
    return {f"commitment_{status.value}": commitment_at(status, proposal, who) for status in wanted}
