"""The road of a motion and of a recall: presidium, agenda, committee, ballot, decision (domain.md E2)."""

from django.core.exceptions import ValidationError

from congress import clock
from congress.calendar import short_date
from congress.models import Session
from congress.validation import validate_new
from congress.workflow import whole
from proposals.clocks import NO_CLOCK, assign_clock, committee_clock, session_clock
from proposals.enums import Act, Body, Mode, ProposalKind, RecallPost
from proposals.models import Proceeding
from proposals.voting import tallied
from proposals.workflow.listeners import tell_result
from proposals.workflow.numbering import next_serial
from proposals.workflow.steps import proposals, require
from proposals.workflow.writing import as_suggestion_of


def minute(proposal, act, *, held_on, paper=None, **fields):
    """Record one act of the road; a day that cannot be is refused."""
    if held_on > clock.today():
        raise ValidationError({"held_on": "日期不能晚于今天。"})
    if held_on < proposal.submitted_on:
        raise ValidationError({"held_on": f"日期不能早于提交的{short_date(proposal.submitted_on)}。"})
    row = Proceeding(
        proposal=proposal, act=act, held_on=held_on, round=proposal.round, paper=paper or "", **fields
    )
    validate_new(row)
    row.save()
    return row


@whole
def present(proposal, *, by, note=""):
    """Put it before the presidium of the session."""
    step = proposals.prepare("present", proposal, by=by)
    return proposals.take(step, proposal, by=by, note=note)


@whole
def put_on_agenda(proposal, *, by, held_on, note="", paper=None):
    """The presidium puts a motion on the agenda, or brings a recall before the congress."""
    step = proposals.prepare("put_on_agenda", proposal, by=by)
    minute(proposal, Act.AGENDA, body=Body.PRESIDIUM, held_on=held_on, text=note, paper=paper)
    what = "提请大会审议" if proposal.kind == ProposalKind.RECALL else "列入会议议程"
    told = f"主席团{short_date(held_on)}决定{what}。{note}"
    return proposals.take(step, proposal, by=by, note=told, **session_clock(proposal.session))


@whole
def send_to_committee(proposal, *, by, held_on, committee, note="", paper=None):
    """The presidium, in recess the chairs, give a motion to a committee (地方组织法第二十二条).

    For a recall the congress sets up a committee of inquiry (第三十一条).
    """
    step = proposals.prepare("send_to_committee", proposal, by=by)
    require(committee, "请写明交给哪个委员会。", field="committee")
    if proposal.kind == ProposalKind.RECALL:
        body = Body.CONGRESS
    else:
        body = Body.PRESIDIUM if proposal.in_session else Body.CHAIRS
    minute(proposal, Act.REFERRAL, body=body, committee=committee, held_on=held_on, text=note, paper=paper)
    who = Body(body).label.removesuffix("会议") if body == Body.PRESIDIUM else Body(body).label
    told = f"{who}{short_date(held_on)}决定交{committee}审议。{note}"
    timing = NO_CLOCK if proposal.kind == ProposalKind.RECALL else committee_clock(proposal)
    return proposals.take(step, proposal, by=by, note=told, **timing)


@whole
def report(proposal, *, by, held_on, text, document_number="", paper=None):
    """The committee reports; who put the motion was heard (代表法第五十条)."""
    step = proposals.prepare("report", proposal, by=by)
    require(text, "请写明审议结果和意见。", field="text")
    referral = proposal.proceedings.filter(act=Act.REFERRAL).last()
    body = Body.INVESTIGATION if proposal.kind == ProposalKind.RECALL else Body.COMMITTEE
    minute(
        proposal,
        Act.REPORT,
        body=body,
        committee=referral.committee,
        held_on=held_on,
        text=text,
        document_number=document_number,
        paper=paper,
    )
    number = f"（{document_number}）" if document_number else ""
    told = f"{referral.committee}{short_date(held_on)}提出审议结果报告{number}。"
    return proposals.take(step, proposal, by=by, note=told, **NO_CLOCK)


@whole
def decide(proposal, *, by, held_on, adopted, document_number, note="", paper=None):
    """The standing committee decides on what a committee reported."""
    step = proposals.prepare("decide", proposal, by=by)
    require(document_number, "请填写决定的文号。", field="document_number")
    minute(
        proposal,
        Act.DECISION,
        body=Body.STANDING_COMMITTEE,
        held_on=held_on,
        document_number=document_number,
        text=note,
        adopted=adopted,
        paper=paper,
    )
    outcome = "通过" if adopted else "不通过"
    told = f"常委会{short_date(held_on)}会议决定{outcome}（{document_number}）。{note}"
    event = proposals.take(step, proposal, by=by, note=told, adopted=adopted, **NO_CLOCK)
    tell_result(proposal, by=by)
    return event


@whole
def convert(proposal, *, by, held_on, note, paper=None):
    """Let the motion be handled as a suggestion, under a number of that kind; its own stays its reference."""
    step = proposals.prepare("convert", proposal, by=by)
    require(note, "请写明转为建议的理由。")
    body = Body.PRESIDIUM if proposal.in_session else Body.CHAIRS
    minute(proposal, Act.CONVERSION, body=body, held_on=held_on, text=note, paper=paper)
    Session.objects.select_for_update().get(pk=proposal.session_id)
    serial = next_serial(proposal.session_id, ProposalKind.SUGGESTION)
    told = (
        f"{proposal.called}转为建议、批评和意见，编为{proposal.number_as(serial)}建议"
        f"（{Body(body).label}，{short_date(held_on)}）。{note}"
    )
    return proposals.take(
        step,
        proposal,
        by=by,
        note=told,
        motion_serial=proposal.serial,
        serial=serial,
        **as_suggestion_of(proposal),
        **assign_clock(proposal, proposal.session),
    )


@whole
def vote(proposal, *, by, held_on, present, in_favour, against, abstained, note="", paper=None):
    """The congress votes; more than half of all deputies adopt it (地方组织法第二十五条)."""
    step = proposals.prepare("vote", proposal, by=by)
    counts = tallied(
        proposal,
        held_on=held_on,
        present=present,
        in_favour=in_favour,
        against=against,
        abstained=abstained,
    )
    minute(proposal, Act.VOTE, body=Body.CONGRESS, held_on=held_on, text=note, paper=paper, **counts)
    ballot = "无记名投票" if proposal.kind == ProposalKind.RECALL else "表决"
    outcome = "通过" if counts["adopted"] else "未获通过"
    told = (
        f"大会{short_date(held_on)}{ballot}{outcome}：全体代表{counts['all_deputies']}名，出席{present}名，"
        f"赞成{in_favour}票，反对{against}票，弃权{abstained}票。{_further(proposal, counts)}{note}"
    )
    event = proposals.take(
        step,
        proposal,
        by=by,
        note=told,
        adopted=counts["adopted"],
        withdrawal_asked_on=None,
        withdrawal_note="",
        **NO_CLOCK,
    )
    tell_result(proposal, by=by)
    return event


def _further(proposal, counts):
    """What the law asks for beyond the ballot (地方组织法第十三条)."""
    if counts["adopted"] and proposal.post == RecallPost.PROCURATORATE:
        return "须报经上一级人民检察院检察长提请该级人大常委会批准。"
    return ""


@whole
def defend(proposal, *, by, held_on, mode, body="", text, paper=None):
    """Who is to be recalled defends himself at a meeting or in writing (地方组织法第三十一条)."""
    step = proposals.prepare("defend", proposal, by=by)
    require(text, "请写明申辩的意见。", field="text")
    body = where(mode, body, Body.for_defence)
    row = minute(
        proposal,
        Act.DEFENCE,
        mode=mode,
        body=body,
        speaker=proposal.person,
        held_on=held_on,
        text=text,
        paper=paper,
    )
    told = f"{proposal.person}{short_date(held_on)}{_at(row)}提出申辩意见。"
    return proposals.take(step, proposal, by=by, note=told)


def where(mode, body, bodies):
    """The meeting of what was said there; what was written has none."""
    if mode == Mode.WRITTEN:
        return ""
    if body not in bodies:
        raise ValidationError(
            {"body": f"口头的，请选择在哪个会议：{'、'.join(Body(b).label for b in bodies)}。"}
        )
    return body


def _at(row):
    return "书面" if row.mode == Mode.WRITTEN else f"在{row.get_body_display()}上"


@whole
def ask_presidium(proposal, *, by, note):
    """All who signed agree to take back what is on the agenda; the presidium decides (代表法第十五条)."""
    return proposals.take(
        "ask_presidium", proposal, by=by, note=note, withdrawal_asked_on=clock.today(), withdrawal_note=note
    )


@whole
def consent_withdrawal(proposal, *, by, held_on, note="", paper=None):
    """The presidium consents: the congress deliberates no further on it."""
    step = proposals.prepare("consent_withdrawal", proposal, by=by)
    minute(proposal, Act.CONSENT, body=Body.PRESIDIUM, held_on=held_on, text=note, paper=paper)
    told = f"主席团{short_date(held_on)}同意撤回，会议对该项{proposal.word}的审议终止。{note}"
    event = proposals.take(step, proposal, by=by, note=told, decision_note=told, **NO_CLOCK)
    tell_result(proposal, by=by)
    return event


@whole
def refuse_withdrawal(proposal, *, by, held_on, note, paper=None):
    """The presidium does not consent: it stays on the agenda."""
    step = proposals.prepare("refuse_withdrawal", proposal, by=by)
    require(note, "请写明不同意的理由。")
    minute(proposal, Act.REFUSAL, body=Body.PRESIDIUM, held_on=held_on, text=note, paper=paper)
    told = f"主席团{short_date(held_on)}不同意撤回：{note}"
    return proposals.take(step, proposal, by=by, note=told, withdrawal_asked_on=None, withdrawal_note="")


@whole
def conclude(proposal, *, by, note=""):
    """File what was voted on, decided or answered."""
    step = proposals.prepare("conclude", proposal, by=by)
    return proposals.take(step, proposal, by=by, note=note, closed_on=clock.today(), **NO_CLOCK)
