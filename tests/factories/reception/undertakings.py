"""What units promise voters with their replies, walked to a state by real steps."""

from datetime import timedelta

from congress import clock
from congress.handling import PromiseStatus
from reception import referral_workflow
from reception.enums import OpinionStatus
from reception.workflow import undertakings
from tests.factories.commitments import proof
from tests.factories.reception.opinions import opinion_at, referral_of


def undertaken(who, *, text="年底前更换路灯", due_on=None, opinion=None):
    """A promise of the leading unit, made with its reply."""
    opinion = opinion or opinion_at(OpinionStatus.ACCEPTED, who)
    referral_workflow.reply(
        referral_of(opinion),
        by=who.clerk,
        text="已列入计划。",
        signatory="李局长",
        promised=text,
        promise_due_on=due_on or clock.today() + timedelta(days=200),
    )
    return opinion.undertakings.last()


def undertaking_at(status, who, **fields):
    """A promise that walked to ``status``."""
    made = undertaken(who, **fields)
    if status in (PromiseStatus.REPORTED, PromiseStatus.KEPT):
        undertakings.report_kept(made, by=who.clerk, outcome="路灯已换。", proof=proof())
    if status == PromiseStatus.KEPT:
        undertakings.confirm(made, by=who.office)
    if status == PromiseStatus.NOT_FEASIBLE:
        undertakings.give_up(made, by=who.office, note="线路要整体改造")
    return made


def undertakings_of_everybody(who):
    """A promise at each state that a page or a step is asked about."""
    wanted = (PromiseStatus.OPEN, PromiseStatus.REPORTED, PromiseStatus.KEPT, PromiseStatus.NOT_FEASIBLE)
    return {f"undertaking_{status.value}": undertaking_at(status, who) for status in wanted}
