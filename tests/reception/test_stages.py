"""The bar of a matter's seven steps, each with its own clock."""

from datetime import date, timedelta

import pytest

from congress import clock
from reception.enums import Channel, DayStatus
from reception.enums import OpinionStatus as Status
from reception.models import Opinion
from reception.stages import stages_of
from tests.factories.reception import NOON, day_at, opinion_at, take


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]
TODAY = date(2025, 3, 20)


def stages(opinion):
    return stages_of(Opinion.objects.get(pk=opinion.pk), opinion.events.all())


def bar(opinion):
    return [(stage.label, stage.state) for stage in stages(opinion)]


def at_states(labels, now=None):
    """Pairs (label, state): done before ``now``, todo after it."""
    labels = labels.split()
    place = labels.index(now) if now else len(labels)
    return [
        (label, "now" if n == place else "done" if n < place else "todo") for n, label in enumerate(labels)
    ]


def test_steps_of_a_reception_day_have_each_its_clock(who):
    day = day_at(DayStatus.OPEN, who)
    opinion = opinion_at(Status.REGISTERED, who, day=day, channel=Channel.RECEPTION)
    with clock.at(NOON + timedelta(days=7)):
        for name in ("triage", "refer", "accept"):
            take(name, opinion, who)
        notice, reception, sorting, referral, handling, *rest = stages(opinion)
    assert (notice.state, notice.done_on, notice.days_late) == ("done", TODAY, 5)
    assert (reception.who, reception.done_on) == (str(who.liaison), TODAY)
    # 3 workdays from the 20th are the 25th; it was sorted on the 27th.
    assert (sorting.done_on, sorting.due_on, sorting.days_late) == (date(2025, 3, 27), date(2025, 3, 25), 2)
    assert "3个工作日" in sorting.due_sentence
    assert (referral.who, referral.state) == ("张主席", "done")
    assert (handling.state, handling.who, handling.due_on) == ("now", str(who.unit), opinion.step_due_on)
    assert [(stage.label, stage.state, stage.due_on) for stage in rest] == [
        ("答复", "todo", None),
        ("测评", "todo", None),
    ]


def test_answered_matter_names_units_and_deputy(who):
    opinion = opinion_at(Status.COPIED, who)
    *_, handling, answer, survey = stages(opinion)
    assert (handling.who, handling.done_on, handling.due_on) == (str(who.unit), TODAY, opinion.due_on)
    assert (answer.state, answer.who) == ("now", f"{who.seat.deputy.name}代表")
    assert survey.state == "todo"
    take("answer", opinion, who)
    assert bar(opinion) == at_states("接待 整理 转办 办理 答复 测评", "测评")
    assert stages(opinion)[4].who == f"{who.seat.called}代表"


def test_explained_matter_goes_through_no_unit(who):
    opinion = opinion_at(Status.EXPLAINED, who)
    assert bar(opinion) == at_states("接待 整理 当场解释 测评", "测评")
    take("escalate", opinion, who)
    assert bar(opinion) == at_states("接待 整理 转办 办理 答复 测评", "转办")


def test_refused_and_merged_matters_are_answered_without_a_unit(who):
    assert bar(opinion_at(Status.NOT_ACCEPTED, who)) == at_states("接待 整理 不予受理 答复 测评", "答复")
    assert bar(opinion_at(Status.MERGED, who)) == at_states("接待 整理 并件 答复 测评", "答复")


def test_new_round_begins_its_steps_anew(who):
    opinion = opinion_at(Status.SURVEYED, who)
    whole = "接待 整理 转办 办理 答复 测评"
    assert bar(opinion) == at_states(whole)
    assert bar(take("redo", opinion, who)) == at_states(whole, "办理")
    assert stages(opinion)[4].done_on is None


def test_withdrawn_matter_shows_what_was_reached(who):
    opinion = take("withdraw", opinion_at(Status.TRIAGED, who), who)
    assert [stage.state for stage in stages(opinion)] == ["done", "done", "todo", "todo", "todo", "todo"]
