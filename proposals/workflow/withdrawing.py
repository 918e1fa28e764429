"""Taking back a proposal, or one's name under it (domain.md D2: joint ones, all agree)."""

from django.core.exceptions import ValidationError

from congress import clock
from congress.workflow import StepNotAvailable, whole
from deputies.enums import SeatStatus
from deputies.models import Seat
from proposals import kinds
from proposals.clocks import NO_CLOCK
from proposals.enums import Consent, ProposalKind, ProposalStatus, SponsorStatus
from proposals.workflow.assigning import stop_unanswered
from proposals.workflow.listeners import tell_result
from proposals.workflow.proceedings import ask_presidium
from proposals.workflow.steps import proposals, require, sponsorships
from proposals.workflow.writing import sign


@whole
def withdraw(proposal, *, by, note):
    """Take back what is still written, or what nobody else signed, in writing. Units stop handling it."""
    step = proposals.prepare("withdraw", proposal, by=by)
    require(note, "请写明撤回的理由。")
    return _withdraw(step, proposal, by=by, note=note)


@whole
def ask_withdrawal(proposal, *, by, note):
    """Ask each who signed it with the leading deputy whether it may be taken back.

    Who holds no seat any more, or may not act in it, is not asked; where nobody is left it is taken back.
    """
    step = proposals.prepare("ask_withdrawal", proposal, by=by)
    require(note, "请写明撤回的理由。")
    acting = Seat.objects.in_office(clock.today()).exclude(status=SeatStatus.SUSPENDED)
    signed = proposal.sponsorships.confirmed().filter(seat__in=acting.values("pk"))
    asked = [row for row in signed if not row.leads]
    if not asked:
        return _withdraw("withdraw_together", proposal, by=by, note=note)
    names = "、".join(row.seat.called for row in asked)
    event = proposals.take(step, proposal, by=by, note=f"请{names}各自确认：{note}", withdrawal_note=note)
    for row in asked:
        sponsorships.take("ask_consent", row, by=by, note=note, withdrawal=Consent.ASKED)
    return event


@whole
def agree(signature, *, by, note=""):
    """The deputy agrees that it is taken back; with the last one it is."""
    event = _answer("agree", signature, Consent.AGREED, by=by, note=note)
    _settle(signature.proposal, by=by)
    return event


@whole
def refuse(signature, *, by, note=""):
    """The deputy does not agree: it goes on, and nobody else is asked any longer."""
    event = _answer("refuse", signature, Consent.REFUSED, by=by, note=note)
    proposal = signature.proposal
    for row in proposal.sponsorships.filter(withdrawal=Consent.ASKED):
        sponsorships.take("ask_no_more", row, by=by, withdrawal="")
    told = f"{signature.seat.called}不同意撤回，继续办理。"
    proposals.take("consent", proposal, by=by, note=told, label="不撤回", withdrawal_note="")
    return event


def _answer(name, signature, consent, *, by, note):
    proposal = signature.proposal
    step = proposals.prepare("consent", proposal, by=by)
    signature.refresh_from_db()
    if signature.withdrawal != Consent.ASKED:
        raise StepNotAvailable("现在没有请您确认的撤回申请，可能已经撤销，请看最新情况。")
    event = sponsorships.take(name, signature, by=by, note=note, withdrawal=consent)
    proposals.take(
        step, proposal, by=by, note=f"{signature.seat.called}：{event.label}。{note}", label="回复"
    )
    return event


def _settle(proposal, *, by):
    """Take it back once nobody is left to agree."""
    waited = proposal.sponsorships.confirmed().filter(withdrawal=Consent.ASKED)
    if proposal.withdrawal_note and not waited.exists():
        _withdraw("withdraw_together", proposal, by=by, note=f"联名代表都已同意。{proposal.withdrawal_note}")


def _withdraw(step, proposal, *, by, note):
    if proposal.status == ProposalStatus.ON_AGENDA:
        return ask_presidium(proposal, by=by, note=note)
    stop_unanswered(proposal, by=by, note="代表已撤回")
    event = proposals.take(step, proposal, by=by, note=note, decision_note=note, **NO_CLOCK)
    tell_result(proposal, by=by)
    return event


@whole
def leave(signature, *, by, note=""):
    """The deputy takes his signature back, as long as no unit has the proposal and nothing is decided.

    A motion that too few are left to sign ends; once it is on the agenda the presidium decides (E2).
    """
    proposal = signature.proposal
    if signature.leads:
        raise ValidationError("您是领衔代表，不再提出的，请撤回。")
    if proposal.is_written:
        return sign("leave", signature, by=by, note=note)
    step = proposals.prepare("sign_off", proposal, by=by)
    event = sponsorships.take("leave", signature, by=by, note=note, withdrawal="")
    name = signature.seat.called
    proposals.take(step, proposal, by=by, note=f"{name}退出联名。{note}")
    signers = proposal.sponsorships.filter(status=SponsorStatus.CONFIRMED).count()
    if refusal := kinds.too_few(proposal, signers):
        _end(proposal, f"{name}退出联名后，{refusal}", by=by)
    else:
        _settle(proposal, by=by)
    return event


def _end(proposal, why, *, by):
    """Too few are left to sign it: ``why`` says so."""
    if proposal.status == ProposalStatus.ON_AGENDA:
        if proposal.withdrawal_asked_on is None:
            ask_presidium(proposal, by=by, note=f"{why}请主席团决定是否同意撤回。")
        return
    again = "，可以作为建议、批评和意见重新提出" if proposal.kind in ProposalKind.convertible else ""
    told = f"{why}{proposal.word}终止{again}。"
    proposals.take("end", proposal, by=by, note=told, decision_note=told, **NO_CLOCK)
    tell_result(proposal, by=by)
