"""A proposal while it is written: drafted, edited, signed, handed in (domain.md E2)."""

from django.core.exceptions import ValidationError
from django.utils import timezone

from congress import clock
from congress.calendar import short_date
from congress.workflow import whole
from proposals import kinds, rules
from proposals.clocks import first_clock
from proposals.enums import Check, ProposalKind, SponsorRole, SponsorStatus
from proposals.models import Proposal, Sponsorship
from proposals.workflow.steps import proposals, sponsorships


UNCHECKED = "请逐项核对后再提交；没有做到的，先修改。"
WRITTEN = ("kind", "title", *kinds.TOLD)


@whole
def draft(*, by, lead, invited=(), note="", **fields):
    """Begin a proposal that the seat ``lead`` leads and ``invited`` seats are asked to sign; return it.

    Who drafts his own has signed it; for whom it is drafted is asked to.
    """
    if not rules.seats_to_lead(by).filter(pk=lead.pk).exists():
        raise ValidationError({"lead": "这名代表现在不能领衔，请另选。"})
    _check_written({"kind": ProposalKind.SUGGESTION, **fields}, lead.term.jurisdiction)
    proposal = Proposal(jurisdiction=lead.term.jurisdiction, term=lead.term, drafted_by=by, **fields)
    proposals.start(proposal, by=by, label="起草", note=note)
    own = Sponsorship(proposal=proposal, seat=lead, role=SponsorRole.LEAD)
    sponsorships.start(own, by=by, label="领衔")
    if lead.deputy.user_id == by.pk:
        sponsorships.take("confirm", own, by=by)
    if invited:
        invite(proposal, by=by, seats=invited)
    return proposal


def _check_written(fields, place):
    """Whom deputies of ``place`` may ask or recall, the law says (地方组织法第二十四条、第三十一条)."""
    if fields.get("organ") and fields["organ"] not in kinds.organs_of(place):
        raise ValidationError({"organ": f"{fields['organ']}不是{place}人大代表可以质询、询问的机关。"})
    if fields.get("post") and fields["post"] not in dict(kinds.posts_of(place)):
        raise ValidationError({"post": f"{place}人大代表不能提出对这一职务的罢免案。"})


@whole
def edit(proposal, *, by, note="", **fields):
    """Write it anew. Who signed another wording is asked once more, but for the writer himself."""
    step = proposals.prepare("edit", proposal, by=by)
    _check_written(fields, proposal.jurisdiction)
    changed = {name for name, value in fields.items() if getattr(proposal, name) != value}
    event = proposals.take(step, proposal, by=by, note=note, **fields)
    if changed & {*WRITTEN}:
        for signature in proposal.sponsorships.confirmed():
            if signature.seat.deputy.user_id != by.pk:
                sponsorships.take("ask_again", signature, by=by, note="文本改过，请重新确认。")
    return event


@whole
def invite(proposal, *, by, seats, note=""):
    """Ask deputies of the same congress to sign; who declined or left may be asked once more."""
    step = proposals.prepare("invite", proposal, by=by)
    seats = list(seats)
    if not seats:
        raise ValidationError({"seats": "请选择要邀请的代表。"})
    open_to = set(rules.seats_to_invite(proposal).values_list("pk", flat=True))
    if strangers := [seat.called for seat in seats if seat.pk not in open_to]:
        raise ValidationError(
            {"seats": f"不能邀请{'、'.join(strangers)}：应是本届本级的在任代表，已经邀请过的不用再邀。"}
        )
    names = "、".join(seat.called for seat in seats)
    event = proposals.take(step, proposal, by=by, note=f"邀请联名：{names}。{note}")
    for seat in seats:
        _ask(proposal, seat, by=by, note=note)
    return event


@whole
def hand_over(proposal, *, by, lead, note=""):
    """Ask another deputy to lead the draft that an office wrote; the first one is no longer asked."""
    step = proposals.prepare("hand_over", proposal, by=by)
    if lead.term_id != proposal.term_id or not rules.seats_to_lead(by).filter(pk=lead.pk).exists():
        raise ValidationError({"lead": "请选择同一级人大本届的在任代表。"})
    former = rules.lead_of(proposal)
    if former.seat_id == lead.pk and former.status == SponsorStatus.INVITED:
        raise ValidationError({"lead": "已经请这名代表领衔，等他确认即可。"})
    event = proposals.take(step, proposal, by=by, note=f"请{lead.called}领衔。{note}")
    sponsorships.take("step_down", former, by=by, note=note, role=SponsorRole.CO)
    _ask(proposal, lead, by=by, note=note, role=SponsorRole.LEAD)
    return event


def _ask(proposal, seat, *, by, note, role=SponsorRole.CO):
    """Ask the seat to sign, for the first time or once more."""
    before = proposal.sponsorships.filter(seat=seat).first()
    if before:
        return sponsorships.take("ask_again", before, by=by, note=note, role=role)
    asked = Sponsorship(proposal=proposal, seat=seat, role=role)
    return sponsorships.start(asked, by=by, label="邀请", note=note)


@whole
def confirm(signature, *, by, note=""):
    """The deputy signs, himself."""
    return sign("confirm", signature, by=by, note=note)


@whole
def decline(signature, *, by, note=""):
    """The deputy does not sign."""
    return sign("decline", signature, by=by, note=note)


def sign(name, signature, *, by, note):
    """Take a signer's step, and tell of it in the proposal's history; the proposal is locked first."""
    proposal = signature.proposal
    step = proposals.prepare("sign", proposal, by=by)
    if name == "confirm" and (cutoff := rules.cutoff_of(signature)):
        moment = timezone.localtime(cutoff)
        raise ValidationError(
            f"已过本次会议的议案截止时间（{short_date(moment)}{moment:%H:%M}），不能再确认；请领衔代表重新邀请。"
        )
    event = sponsorships.take(name, signature, by=by, note=note)
    word = "同意领衔" if signature.leads and name == "confirm" else event.label
    proposals.take(step, proposal, by=by, note=f"{signature.seat.called}：{word}。{note}", label="回复")
    return event


@whole
def submit(
    proposal,
    *,
    by,
    as_suggestion=False,
    checks=Check.values,
    note="",
    session=None,
    in_session=None,
):
    """Hand it in. What has too few signers, or comes too late, is handed in as a suggestion or not at all.

    ``checks`` are what was looked over (:class:`Check`), each of them, and are kept; of a register's nobody
    knows. Who was asked and has not answered is not among those who put it forward. ``session`` and
    ``in_session`` are what a register tells of it; else the day decides.
    """
    step = proposals.prepare("submit", proposal, by=by)
    if {*Check} - {*checks}:
        raise ValidationError({"checks": UNCHECKED})
    signed = [row for row in proposal.sponsorships.all() if row.status == SponsorStatus.CONFIRMED]
    if not any(row.leads for row in signed):
        raise ValidationError("领衔代表还没有确认，确认后才能提交。")
    session = session or kinds.session_for(proposal, clock.today())
    if session is None:
        raise ValidationError("本届还没有登记人民代表大会会议，请先在“会议”里登记会次，再提交。")
    sits = kinds.session_covers(session, clock.today()) if in_session is None else in_session
    changes = {"session": session, "in_session": sits}
    if refusal := why_not(proposal):
        if not (as_suggestion and proposal.kind in ProposalKind.convertible):
            other = "可以作为建议、批评和意见提交。" if proposal.kind in ProposalKind.convertible else ""
            raise ValidationError(f"{refusal}{other}")
        changes |= as_suggestion_of(proposal)
        note = f"{refusal}作为建议提交。{note}"
    _check_complete(proposal, changes)
    for row in proposal.sponsorships.all():
        if row.status == SponsorStatus.INVITED:
            sponsorships.take("expire", row, by=by, note="提交时还没有确认。")
    return proposals.take(
        step,
        proposal,
        by=by,
        note=note,
        submitted_on=clock.today(),
        checks=[] if clock.is_taken_over() else Check.values,
        decision_note="",
        withdrawal_note="",
        **changes,
        **first_clock(proposal, changes.get("kind", proposal.kind), session),
    )


def why_not(proposal):
    """Why it cannot be handed in as what it is now: a sentence; "" for what can, and for a suggestion.

    What a register tells of was of its kind.
    """
    if proposal.kind == ProposalKind.SUGGESTION or clock.is_taken_over():
        return ""
    signers = proposal.sponsorships.confirmed().count()
    return kinds.why_not(proposal, signers, kinds.session_for(proposal, clock.today()), clock.now())


def as_suggestion_of(proposal):
    """What a motion, an interpellation or a question says, as a suggestion says it."""
    if proposal.kind == ProposalKind.MOTION:
        told = proposal.text or "\n\n".join(filter(None, [proposal.subject, proposal.grounds, proposal.plan]))
    else:
        told = "\n\n".join(filter(None, [proposal.organ, proposal.subject, proposal.text]))
    return {"kind": ProposalKind.SUGGESTION, "text": told}


def _check_complete(proposal, changes):
    kind = changes.get("kind", proposal.kind)
    missing = [
        word
        for field, word in kinds.PARTS[ProposalKind(kind)].items()
        if not (changes.get(field) or getattr(proposal, field)).strip()
    ]
    if missing:
        raise ValidationError(f"还没有写{'、'.join(missing)}，请先修改补全。")


@whole
def expire_invitations():
    """Let those invitations to motions expire that the session's cut-off has overtaken; return how many."""
    late = Sponsorship.objects.overtaken(clock.now()).select_related("proposal__drafted_by", "seat__deputy")
    for row in (found := list(late)):
        sponsorships.take("expire", row, by=None, note="过了本次会议的议案截止时间还没有确认。")
    return len(found)
