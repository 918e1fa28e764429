"""A voter's matter becomes a deputy's motion or suggestion, and he is told what came of it (B14, B96)."""

from django.core.exceptions import ValidationError

from congress.fields import PHONE
from congress.workflow import whole
from proposals import workflow as proposing
from proposals.models import Proposal
from reception.clocks import in_workdays
from reception.enums import OpinionStatus as S
from reception.enums import Outcome
from reception.models import Opinion
from reception.workflow.merging import lock_in_order, tell_merged
from reception.workflow.steps import opinions, require


@whole
def convert(opinion, *, by, note="", proposal=None):
    """The matter becomes the ``proposal``, of which its voter is told.

    What an office's register tells of earlier days names no more than an intended title: the ``note``.
    """
    if proposal is None:
        require(note, "请写拟提出的议案或者建议的标题。")
    told = f"转为{proposal.word}“{proposal}”。{note}" if proposal else note
    event = opinions.take(
        "convert",
        opinion,
        by=by,
        note=told,
        outcome=Outcome.CONVERTED,
        outcome_note=proposal.title if proposal else note,
        proposal=proposal,
        **in_workdays(opinion, "answer_workdays"),
    )
    if proposal is None:
        tell_merged(opinion, by=by)
    return event


@whole
def convert_all(found, *, by, proposal=None, **draft):
    """Let one or several matters become one proposal: the draft ``proposal``, or a new one; return it.

    ``draft`` is what :func:`proposals.workflow.draft` takes. Raises as that does, and ``ValidationError``
    for a draft that is none any more.
    """
    lock_in_order(found)
    if proposal is None:
        for field in ("title", "text", "subject", "grounds", "plan"):
            check_private(found, field, draft.get(field, ""))
        proposal = proposing.draft(by=by, note=f"由{len(found)}件选民意见转来。", **draft)
    else:
        # Nobody hands it in, or takes it back, while matters join it.
        proposal = Proposal.objects.select_for_update(of=("self",)).get(pk=proposal.pk)
        if not proposal.is_written:
            raise ValidationError(
                {"proposal": f"“{proposal}”已是“{proposal.get_status_display()}”，不能再并入意见。"}
            )
    for opinion in found:
        convert(opinion, by=by, proposal=proposal)
    return proposal


def check_private(found, field, text):
    """Refuse a text with the name of somebody whose matter it is (D10): proposals are read by many."""
    for opinion in found:
        if opinion.visit.visitor.is_named_in(text):
            raise ValidationError({field: "这里不写来访人的姓名，请改成“有选民反映”这样的说法。"})


def suggested_title(found):
    return f"关于解决{found[0].title}问题的建议"[:80]


def suggested_text(found):
    """The voters' words, matter by matter, and what was proposed when they came, without who they are."""
    parts = [_impersonal(opinion, opinion.words) for opinion in found]
    ideas = [
        _impersonal(opinion, opinion.proposed_note)
        for opinion in found
        if opinion.proposed_outcome == Outcome.CONVERTED
    ]
    asked = f"建议：{'；'.join(filter(None, ideas))}"
    if len(parts) == 1:
        return f"选民反映：{parts[0]}\n\n{asked}"
    listed = "\n".join(f"{place}．{part}" for place, part in enumerate(parts, 1))
    return f"选民反映：\n{listed}\n\n{asked}"


def _impersonal(opinion, words):
    """Words about one matter with the visitor's name, address and any telephone struck out."""
    visitor = opinion.visit.visitor
    if visitor.name and visitor.is_named_in(words):
        words = words.replace(visitor.name, visitor.masked_name)
    if visitor.address and len(visitor.address) > 5:
        words = words.replace(visitor.address, "（住址略）")
    return PHONE.sub("（电话略）", words)


@proposing.on_result
def hear_result(proposal, *, by):
    """Each voter whose matter became the proposal is to be told what came of it."""
    came = "已答复" if proposal.replied_on else proposal.get_status_display()
    told = f"{proposal.called}{came}，请答复选民。"
    waiting = Opinion.objects.filter(proposal=proposal, status=S.CONVERTED)
    for opinion in waiting.select_related("jurisdiction__parent").order_by("pk"):
        opinions.take("learn", opinion, by=by, note=told, **in_workdays(opinion, "answer_workdays"))
        tell_merged(opinion, by=by)
