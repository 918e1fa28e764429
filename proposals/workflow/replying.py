"""A unit's letter: drafted, signed, checked by who assigned, sent to the deputies; every version stays."""

from django.core.exceptions import ValidationError

from congress import clock
from congress.enums import LetterRule
from congress.handling import HandlingStatus, check_promise
from congress.models.office_rules import rules_for
from congress.workflow import whole
from proposals.clocks import in_workdays
from proposals.enums import ReplyStatus, SendBackReason
from proposals.models import Letter, Reply
from proposals.workflow.following import follow, gather, leading_clock, mention, waits_for
from proposals.workflow.listeners import tell_result
from proposals.workflow.reply_steps import replies
from proposals.workflow.steps import assignments, proposals, require


@whole
def draft_reply(assignment, *, by, text, note="", **fields):
    """The unit's case officer writes; nobody else sees it until it is signed."""
    step = assignments.prepare("draft_reply", assignment, by=by)
    _write(assignment, by=by, text=text, **fields)
    return assignments.take(step, assignment, by=by, note=note)


@whole
def reply(assignment, *, by, text, signatory, replied_on, note="", **fields):
    """The leading unit's letter to the deputies, or a joining unit's opinion to the leading one; signed.

    The leading unit replies when the joining ones have given their opinions, or are waited for no longer.
    Where the office's rule says so, who assigned reads the letter before the deputies do. ``fields`` are
    those of :class:`Reply`.
    """
    check_promise(fields.get("result_class"), fields.get("promised", ""), fields.get("promise_due_on"))
    event = assignments.reply(assignment, by=by, replied_on=replied_on, note=note)
    _check_joined(assignment)
    written = _write(assignment, by=by, text=text, signatory=signatory, replied_on=replied_on, **fields)
    checked = assignment.leads and must_be_checked(assignment.proposal)
    replies.take("sign" if checked else "issue", written, by=by)
    number = f"（{written.document_number}）" if written.document_number else ""
    told = f"{written}{number}。{note}"
    if not assignment.leads:
        mention(event, assignment, by=by, note=told)
        gather(assignment.proposal, by=by)
    elif others := waits_for(assignment):
        names = "、".join(str(part.unit) for part in others)
        told = f"{told}还要等{names}答复。"
        mention(event, assignment, by=by, note=told, **leading_clock(assignment))
    elif checked:
        timing = in_workdays(assignment.proposal, "reply_check_workdays")
        follow("reply_for_review", assignment, by=by, note=told, **timing)
    else:
        again = assignment.proposal.round > 1
        send(assignment.proposal, by=by, step="reply_again" if again else "reply", note=told)
    return event


def must_be_checked(proposal):
    """Whether who assigned reads the reply first; what a register tells of has been sent."""
    return rules_for(proposal.jurisdiction).reply_check and not clock.is_taken_over()


def _write(assignment, *, by, attachment=None, **fields):
    """The draft that lies there, written anew, or a new version."""
    if attachment:
        fields["attachment"] = attachment
    draft = assignment.replies.filter(status=ReplyStatus.DRAFT).last()
    if draft:
        replies.take("revise", draft, by=by, **fields)
        return draft
    written = Reply(assignment=assignment, version=assignment.replies.count() + 1, drafted_by=by, **fields)
    return replies.start(written, by=by, label="起草")


def _check_joined(assignment):
    if not assignment.leads:
        return
    parts = assignment.proposal.assignments.filter(round=assignment.round).select_related("unit")
    waited = [str(part.unit) for part in parts if not part.leads and part.status not in HandlingStatus.over]
    if waited:
        raise ValidationError(
            f"{'、'.join(waited)}还没有交会办意见，收到后再答复；到期仍不交的，请交办机关记为未交会办意见。"
        )


def send(proposal, *, by, step, note):
    """The deputies have the reply; they rate it within the office's days."""
    sent = Reply.objects.sent().filter(assignment__proposal=proposal, assignment__round=proposal.round)
    letters = [row for row in sent.select_related("assignment") if row.assignment.leads]
    day = max(row.replied_on for row in letters)
    field = "replied_again_on" if proposal.round > 1 else "replied_on"
    timing = in_workdays(proposal, "feedback_workdays")
    event = proposals.take(step, proposal, by=by, note=note, **{field: day}, **timing)
    post(proposal, letters)
    tell_result(proposal, by=by)
    return event


def post(proposal, letters):
    """Each deputy who signed gets them, or the leading one, who passes them on: the office's rule (D2).

    The congress's office and the government's have copies (D3): what those were called then stands.
    """
    signers = proposal.sponsorships.confirmed()
    if rules_for(proposal.jurisdiction).reply_letters == LetterRule.LEAD:
        signers = [row for row in signers if row.leads]
    Letter.objects.bulk_create(
        Letter(reply=row, sponsorship=signer, sent_on=clock.today()) for row in letters for signer in signers
    )
    copies = {"copied_to": proposal.copied_to, "copied_on": clock.today()}
    Reply.objects.filter(pk__in=[row.pk for row in letters]).update(**copies)


@whole
def pass_reply(proposal, *, by, note=""):
    """Who assigned has read the reply: it goes to the deputies."""
    name = "pass_again" if proposal.round > 1 else "pass_reply"
    step = proposals.prepare(name, proposal, by=by)
    for row in _under_check(proposal):
        replies.take("pass", row, by=by, note=note)
    return send(proposal, by=by, step=step, note=note)


@whole
def send_back(proposal, *, by, reason, note, assignment=None):
    """Back to the unit, before the deputies have it: with a coded reason, 答非所问 first (E2).

    ``assignment`` says whose letter, where several units have written one.
    """
    name = "send_back_again" if proposal.round > 1 else "send_back"
    step = proposals.prepare(name, proposal, by=by)
    require(note, "请写明要怎么改。")
    rows = [row for row in _under_check(proposal) if assignment in (None, row.assignment)]
    told = f"{SendBackReason(reason).label}：{note}"
    for row in rows:
        replies.take("send_back", row, by=by, note=told, send_back_reason=reason, send_back_note=note)
        assignments.take("rewrite", row.assignment, by=by, note=told, replied_on=None)
    part = rows[0].assignment
    event = proposals.take(step, proposal, by=by, note=f"退回{part.unit}：{told}", **leading_clock(part))
    gather(proposal, by=by)
    return event


def _under_check(proposal):
    rows = Reply.objects.filter(assignment__proposal=proposal, status=ReplyStatus.REVIEW)
    return list(rows.select_related("assignment__unit"))


def may_be_declared_absent(assignment):
    """Whether its day has passed; before, a unit that is not needed is cancelled."""
    late = clock.today() > assignment.due_on or clock.is_taken_over()
    return late and not assignment.leads


@whole
def declare_absent(assignment, *, by, note=""):
    """A joining unit's opinion did not come in time: the leading one replies without it; that stays seen."""
    step = assignments.prepare("declare_absent", assignment, by=by)
    if assignment.leads:
        raise ValidationError("主办单位应当答复，不能记为未交会办意见。")
    if not may_be_declared_absent(assignment):
        raise ValidationError("会办意见的期限还没有到；不用这个单位会办的，请撤销会办。")
    event = assignments.take(step, assignment, by=by, note=note)
    mention(event, assignment, by=by, note=f"{assignment.unit}未交会办意见，主办单位不再等。{note}")
    gather(assignment.proposal, by=by)
    return event
