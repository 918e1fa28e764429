"""Publishing a proposal and its reply, unless they are secret or private (domain.md D2; 代表法第五十一条)."""

import re

from django.core.exceptions import ValidationError

from congress import clock
from congress.fields import phones_in
from congress.text import paragraphs
from congress.workflow import whole
from proposals.enums import PublicationStatus, WithholdReason
from proposals.workflow.steps import proposals, require


#: A number of a citizen's identity card.
_IDENTITY = re.compile(r"(?<![0-9])[1-9]\d{5}(?:18|19|20)\d{9}[0-9Xx](?![0-9])")


@whole
def publish(proposal, *, by, text, reply, agreed=False, note=""):
    """Put out ``text`` and ``reply``. ``agreed``: the deputy who asked for secrecy has agreed."""
    step = proposals.prepare("publish", proposal, by=by)
    if proposal.secret and not agreed:
        raise ValidationError({"agreed": "代表要求不公开，代表同意以后才能公开。"})
    errors = {}
    for name, told in (("text", text), ("reply", reply)):
        if not told.strip():
            errors[name] = "公开的内容不能空着。"
        elif found := personal_data_in(told):
            errors[name] = f"还有个人信息“{found[0]}”，请删去或者打上*号再公开。"
    if errors:
        raise ValidationError(errors)
    told = "代表已同意公开。" if proposal.secret else ""
    return proposals.take(
        step,
        proposal,
        by=by,
        note=f"{told}{note}",
        publication=PublicationStatus.PUBLISHED,
        publication_reason="",
        publication_decided_on=clock.today(),
        published_on=clock.today(),
        public_text=text,
        public_reply=reply,
    )


@whole
def withhold(proposal, *, by, reason, note=""):
    """Say why it is not published."""
    return _hide("withhold", proposal, PublicationStatus.WITHHELD, by=by, reason=reason, note=note)


@whole
def unpublish(proposal, *, by, reason, note):
    """Take it down again."""
    step = proposals.prepare("unpublish", proposal, by=by)
    require(note, "请写明为什么撤下。")
    return _hide(step, proposal, PublicationStatus.TAKEN_DOWN, by=by, reason=reason, note=note)


def _hide(step, proposal, state, *, by, reason, note):
    reason = WithholdReason(reason)
    return proposals.take(
        step,
        proposal,
        by=by,
        note=f"{reason.label}。{note}",
        publication=state,
        publication_reason=reason,
        publication_decided_on=clock.today(),
        published_on=None,
        public_text="",
        public_reply="",
    )


def personal_data_in(text):
    """The telephone and identity card numbers in a text."""
    return [*_IDENTITY.findall(text), *phones_in(text)]


def masked(text):
    """The text with such numbers masked: 138****1234."""
    for number in personal_data_in(text):
        text = text.replace(number, f"{number[:3]}{'*' * (len(number) - 7)}{number[-4:]}")
    return text


def text_to_publish(proposal):
    """What a proposal says, as the office is offered it: masked, without blank lines."""
    parts = [proposal.text] if proposal.text else [proposal.subject, proposal.grounds, proposal.plan]
    return masked("\n".join(line for part in parts for line in paragraphs(part)))


def reply_to_publish(proposal):
    """What the leading units last replied, each under its name where there are several; masked."""
    parts = [part for part in proposal.assignments.standing() if part.leads and part.round == proposal.round]
    told = []
    for part in parts:
        if last := part.replies.sent().last():
            told += [f"【{part.unit.name}】"] * (len(parts) > 1) + paragraphs(last.text)
    return masked("\n".join(told))
