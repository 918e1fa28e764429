"""Similar proposals handled as one (并案), each of whose sponsors is answered all the same (D2)."""

from django.core.exceptions import ValidationError

from congress.handling import NO_CLOCK, HandlingStatus
from congress.workflow import whole
from proposals import rules
from proposals.clocks import in_workdays
from proposals.enums import ProposalStatus as S
from proposals.enums import ReplyStatus
from proposals.models import Assignment, Proposal, Reply
from proposals.workflow.listeners import on_result, tell_result
from proposals.workflow.replying import post
from proposals.workflow.steps import assignments, proposals


@whole
def merge(proposal, *, by, into, note=""):
    """Handle it together with ``into``; its own sponsors get the same reply, and rate it for themselves."""
    _lock(proposal, into)
    step = proposals.prepare("merge", proposal, by=by)
    if not rules.mergeable_into(proposal).filter(pk=into.pk).exists():
        raise ValidationError({"into": "只能并入同一级人大、同一种类、已受理还没有答复的一件。"})
    if proposal.merged.filter(status=S.MERGED).exists():
        raise ValidationError("已有别的建议并入这一件，不能再把它并入别处；请先解除并案。")
    proposals.take("take_in", into, by=by, note=f"{proposal.called}并案办理。{note}")
    return proposals.take(
        step, proposal, by=by, note=f"并入{into.called}办理。{note}", merged_into=into, **NO_CLOCK
    )


def _lock(*records):
    """In the order of their keys: two people who merge crosswise never wait for each other."""
    rows = Proposal.objects.select_for_update(of=("self",)).filter(pk__in=[one.pk for one in records])
    list(rows.order_by("pk").values_list("pk"))


@whole
def unmerge(proposal, *, by, note=""):
    """Handle it by itself after all, before what it was merged into is replied to."""
    return _free("unmerge", proposal, by=by, note=note)


def _free(name, proposal, *, by, note):
    timing = in_workdays(proposal, "assign_workdays")
    return proposals.take(name, proposal, by=by, note=note, merged_into=None, **timing)


@on_result
def answer_merged(main, *, by):
    """What becomes of those merged into ``main``: its reply is theirs; where it ends without one, they go on.

    Each gets the units' parts and replies as its own, so that it is rated, counted and filed by itself.
    """
    merged = Proposal.objects.filter(merged_into=main, status=S.MERGED).order_by("pk")
    for proposal in merged.select_related("jurisdiction__parent", "term", "session"):
        proposal.merged_into = main
        if main.status in S.ended_early:
            _free("set_free", proposal, by=by, note=f"{main.called}{main.get_status_display()}，另行交办。")
        else:
            _answer(proposal, main, by=by)


def _answer(proposal, main, *, by):
    told = f"与{main.called}并案办理。"
    # A joining unit that gave no opinion stands so under what it was merged into.
    parts = main.assignments.filter(round=main.round, status=HandlingStatus.REPLIED).select_related("unit")
    copies = [_copy(part, proposal, by=by, note=told) for part in parts]
    proposals.take(
        "answer_merged",
        proposal,
        by=by,
        note=f"{told}{_units(main)}已答复。",
        assigned_on=main.assigned_on,
        due_on=main.due_on,
        replied_on=main.replied_on,
        step_due_on=main.step_due_on,
        step_due_sentence=main.step_due_sentence,
    )
    post(proposal, [row for row in Reply.objects.filter(assignment__in=copies) if row.assignment.leads])
    tell_result(proposal, by=by)


def _units(main):
    parts = main.assignments.standing().filter(round=main.round).select_related("unit")
    return "、".join(str(part.unit) for part in parts if part.leads)


def _copy(part, proposal, *, by, note):
    fields = ("unit", "role", "issued_on", "accept_by", "accept_sentence", "due_on", "due_sentence")
    fields += ("accepted_on", "extended", "replied_on")
    copy = Assignment(
        proposal=proposal, round=proposal.round, **{field: getattr(part, field) for field in fields}
    )
    assignments.start(copy, by=by, label="并案", note=note)
    assignments.take("answer_merged", copy, by=by, note=note)
    for reply in part.replies.filter(status=ReplyStatus.SENT):
        reply.pk, reply.assignment = None, copy
        # The ledger of promises has it once, under what it was merged into.
        reply.promised, reply.promise_due_on = "", None
        reply._state.adding = True
        reply.save()
    return copy
