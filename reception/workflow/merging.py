"""Handling an opinion together with another one of its place, and telling its voter what came of it."""

from django.core.exceptions import ValidationError

from congress.workflow import whole
from reception.clocks import NO_CLOCK, in_workdays
from reception.enums import OpinionStatus as S
from reception.enums import Outcome
from reception.models import Opinion
from reception.workflow.steps import opinions


NOT_MAIN = (S.DRAFT, S.MERGED, S.WITHDRAWN, S.CLOSED)


@whole
def merge(opinion, *, by, into, note=""):
    """Handle the matter together with ``into``, of the same place; its voter is answered all the same."""
    lock_in_order([opinion, into])
    step = opinions.prepare("merge", opinion, by=by)
    into.refresh_from_db()
    if into.pk == opinion.pk or into.jurisdiction_id != opinion.jurisdiction_id:
        raise ValidationError({"into": "请选择本镇街的另一件意见。"})
    if into.status in NOT_MAIN:
        raise ValidationError({"into": f"{into.number}是“{into.get_status_display()}”，不能作主件。"})
    if opinion.merged.exists():
        raise ValidationError("已有他件并入本件，本件应作主件，不能再并入别件。")
    timing = in_workdays(opinion, "answer_workdays") if has_result(into) else NO_CLOCK
    note = f"并入{into.number}“{into.title}”。{note}"
    return opinions.take(step, opinion, by=by, note=note, merged_into=into, **timing)


def lock_in_order(found):
    """Lock the rows of several opinions by key, so that two people cannot wait for each other."""
    keys = [opinion.pk for opinion in found]
    list(Opinion.objects.select_for_update().filter(pk__in=keys).order_by("pk").values_list("pk"))


def has_result(opinion):
    """Whether there is something to tell the voter: a unit's reply, or a decision without one.

    What became a proposal has none before that does.
    """
    if opinion.awaits_proposal:
        return False
    return opinion.replied_on is not None or opinion.outcome in Outcome.without_unit


def tell_merged(opinion, *, by):
    """Let the voters of merged matters be answered; every step that gives a result or an end calls it.

    Who was told before and has not answered yet keeps his clock.
    """
    told = f"主件{opinion.number}现为“{opinion.get_status_display()}”，请答复选民。"
    timing = in_workdays(opinion, "answer_workdays")
    for merged in opinion.merged.filter(status=S.MERGED):
        opinions.take("hear", merged, by=by, note=told, **({} if merged.step_due_on else timing))
