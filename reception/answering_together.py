"""One answer to several voters of a constituency (B32: 按选区分别答复): each matter has its own."""

from django.core.exceptions import ValidationError
from django.db.models import Q

from congress.workflow import whole
from reception.answer_workflow import answer, receivers
from reception.models import Opinion, Visit
from reception.workflow import lock_in_order, opinions


@whole
def answer_together(opinion, *, by, seat=None, reaction="", also=(), **told):
    """Answer the voter, and those of the matters ``also`` with the same words; the reaction is the first's.

    All or none. Raises ``ValidationError`` at ``also`` for a matter that cannot be answered so.
    """
    lock_in_order([opinion, *also])
    event = answer(opinion, by=by, seat=seat, reaction=reaction, **told)
    for other in also:
        if seat and not receivers(other).filter(pk=seat.pk).exists():
            raise ValidationError(
                {"also": f"{other.number}的来访人不是{seat.called}代表接待的，请单独答复。"}
            )
        try:
            answer(other, by=by, seat=seat, **told)
        except ValidationError as error:
            raise ValidationError({"also": [f"{other.number}：{one}" for one in error.messages]}) from error
    return event


def waiting_beside(opinion, user):
    """The matters whose voters may be told together with this one's: of its constituency, or merged with it.

    Those that wait for an answer of ``user``, who received the voters, or whose office it is.
    """
    same = Q(merged_into=opinion)
    if opinion.merged_into_id:
        same |= Q(merged_into=opinion.merged_into_id) | Q(pk=opinion.merged_into_id)
    if opinion.constituency_id:
        same |= Q(constituency=opinion.constituency_id)
    waiting = Opinion.objects.visible_to(user).filter(
        same,
        jurisdiction=opinion.jurisdiction_id,
        status__in=opinions.steps["answer"].sources,
        step_due_on__isnull=False,
    )
    if user.is_deputy:
        own = Visit.objects.filter(deputies__deputy__user=user)
        waiting = waiting.filter(visit__in=own.values("pk"))
    return waiting.exclude(pk=opinion.pk).select_related("jurisdiction").order_by("step_due_on", "pk")
