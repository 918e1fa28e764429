"""Of which steps deputies, units and offices are told on this floor."""

from django.db.models import Q

from congress import messages
from congress.calendar import short_date
from congress.enums import Role
from congress.handling import told_to_unit
from congress.models import User
from congress.models.unit import unit_clerks
from proposals.enums import SponsorRole
from proposals.models import Sponsorship
from proposals.workflow import assignments, commitments, proposals, sponsorships, waited_for
from proposals.workflow.supervision_steps import key_supervisions


# Who is told


def _signers(proposal):
    """Who signed it."""
    return proposal.sponsorships.confirmed().values_list("seat__deputy__user", flat=True)


def _promised(made):
    """Who signed what it was promised for, and what was merged into that."""
    about = Q(proposal=made.proposal_id) | Q(proposal__merged_into=made.proposal_id)
    return Sponsorship.objects.confirmed().filter(about).values_list("seat__deputy__user", flat=True)


def _asked(row):
    return [row.seat.deputy.user_id]


def _writers(row):
    """Who leads, and who wrote it down."""
    leads = row.proposal.sponsorships.filter(role=SponsorRole.LEAD)
    return [*leads.values_list("seat__deputy__user", flat=True), row.proposal.drafted_by_id]


def _office(proposal):
    here = User.objects.filter(role__in=Role.offices, jurisdiction=proposal.jurisdiction_id, is_active=True)
    return here.values_list("pk", flat=True)


def _government(proposal):
    """Where the copies of replies go besides the office (D3)."""
    here = User.objects.filter(role=Role.GOV_OFFICE, jurisdiction=proposal.jurisdiction_id, is_active=True)
    return here.values_list("pk", flat=True)


def _leading_clerks(proposal):
    """Who acts for the units that lead it now."""
    parts = proposal.assignments.standing().filter(round=proposal.round)
    units = [part.unit_id for part in parts if part.leads]
    clerks = User.objects.filter(role=Role.UNIT_CLERK, unit__in=units, is_active=True)
    return clerks.values_list("pk", flat=True)


def _clerks(assignment):
    return unit_clerks(assignment.unit_id).values_list("pk", flat=True)


def _handling_clerks(proposal):
    """The clerks of the units that hold it."""
    units = proposal.assignments.standing().values("unit")
    clerks = User.objects.filter(role=Role.UNIT_CLERK, unit__in=units, is_active=True)
    return clerks.values_list("pk", flat=True)


# What they are told


def _invitation(row, event):
    wanted = "领衔提出" if row.leads else "联名提出"
    return f"请您{wanted}{row.proposal.word}“{row.proposal}”，由您本人确认。{event.note}"


def _consent(row, event):
    return f"领衔代表申请撤回“{row.proposal}”，请您确认是否同意。{event.note}"


messages.table(sponsorships, to=_asked, start=_invitation, ask_again=_invitation, ask_consent=_consent)
messages.table(
    sponsorships,
    to=_writers,
    confirm=lambda row, event: f"{row.seat.called}确认联名“{row.proposal}”。",
    decline=lambda row, event: f"{row.seat.called}不联名“{row.proposal}”。{event.note}",
    leave=lambda row, event: f"{row.seat.called}退出联名“{row.proposal}”。{event.note}",
    agree=lambda row, event: f"{row.seat.called}同意撤回“{row.proposal}”。{event.note}",
    expire=lambda row, event: f"{row.seat.called}没有确认联名“{row.proposal}”：{event.note}",
)
messages.table(
    proposals,
    to=_signers,
    submit=lambda proposal, event: f"您提出的“{proposal}”已提交，等待审查。",
    accept=lambda proposal, event: f"您提出的“{proposal}”已受理，编号{proposal.number}。",
    **{"return": lambda proposal, event: f"您提出的“{proposal}”退回修改：{event.note}"},
    reject=lambda proposal, event: f"您提出的“{proposal}”不予受理：{event.note}",
    assign=lambda proposal, event: f"您提出的“{proposal}”已交办，应于{short_date(proposal.due_on)}前答复您。",
    reply=lambda proposal, event: f"您提出的“{proposal}”有了答复，请查看并评价。",
    reply_again=lambda proposal, event: f"您提出的“{proposal}”有了再次答复，请查看并评价。",
    pass_reply=lambda proposal, event: f"您提出的“{proposal}”有了答复，请查看并评价。",
    pass_again=lambda proposal, event: f"您提出的“{proposal}”有了再次答复，请查看并评价。",
    redo=lambda proposal, event: f"您提出的“{proposal}”{event.note}",
    refer_to_committee=lambda proposal, event: f"您提出的“{proposal}”{event.note}",
    close=lambda proposal, event: f"您提出的“{proposal}”已办结。",
    withdraw=lambda proposal, event: f"您联名的“{proposal}”已由领衔代表撤回。",
    withdraw_together=lambda proposal, event: f"“{proposal}”的联名代表都已同意，已经撤回。",
    consent=lambda proposal, event: event.note if event.label == "不撤回" else "",
    end=lambda proposal, event: event.note,
    begin_review=lambda proposal, event: f"您提出的“{proposal}”正在审查。",
    merge=lambda proposal, event: f"您提出的“{proposal}”{event.note}答复时一并答复您。",
    unmerge=lambda proposal, event: f"您提出的“{proposal}”解除并案，另行交办。{event.note}",
    set_free=lambda proposal, event: f"您提出的“{proposal}”解除并案：{event.note}",
    answer_merged=lambda proposal, event: f"您提出的“{proposal}”有了答复，请查看。",
)
messages.table(
    proposals,
    to=_office,
    submit=lambda proposal, event: f"代表提交了{proposal.word}“{proposal}”，请审查。",
    reply=lambda proposal, event: f"“{proposal}”有了答复，请查看。",
    reply_again=lambda proposal, event: f"“{proposal}”有了再次答复，请查看。",
    reply_for_review=lambda proposal, event: f"“{proposal}”的答复送审，请审核。",
    rate=lambda proposal, event: f"“{proposal}”：{event.note}",
    rate_again=lambda proposal, event: f"“{proposal}”：{event.note}",
    withdraw=lambda proposal, event: f"“{proposal}”已由领衔代表撤回。",
    withdraw_together=lambda proposal, event: f"“{proposal}”的联名代表都已同意，已经撤回。",
    end=lambda proposal, event: f"“{proposal}”：{event.note}",
    set_free=lambda proposal, event: f"“{proposal}”解除并案，请另行交办。{event.note}",
    answer_merged=lambda proposal, event: f"“{proposal}”有了答复，请查看。",
)
messages.table(
    proposals,
    to=_government,
    **dict.fromkeys(
        ("reply", "reply_again", "pass_reply", "pass_again", "answer_merged"),
        lambda proposal, event: f"“{proposal}”的答复抄送你办，请查看。",
    ),
)
messages.table(
    proposals,
    to=lambda proposal: [row.seat.deputy.user_id for row in waited_for(proposal)],
    urge_rating=lambda proposal, event: f"请您评价“{proposal}”的答复。{event.note}",
)
messages.table(
    proposals,
    to=lambda proposal: _leading_clerks(proposal),
    pass_reply=lambda proposal, event: f"“{proposal}”的答复审核通过，已送代表。",
    pass_again=lambda proposal, event: f"“{proposal}”的再次答复审核通过，已送代表。",
    rate=lambda proposal, event: f"“{proposal}”：{event.note}",
    rate_again=lambda proposal, event: f"“{proposal}”：{event.note}",
    gather=lambda proposal, event: f"“{proposal}”的会办意见已齐，可以答复。{event.note}",
)
messages.table(
    assignments,
    to=lambda part: _office(part.proposal),
    receipt=lambda part, event: f"{part.unit}回执“{part.proposal}”的催办：{event.note}",
)
messages.table(
    assignments,
    to=_clerks,
    urge=lambda part, event: f"催办“{part.proposal}”，请于{short_date(part.receipt_by)}前回执：{event.note}",
    confirm_return=lambda part, event: f"同意退回“{part.proposal}”，不再由你单位办理。",
    refuse_return=lambda part, event: (
        f"不同意退回“{part.proposal}”，请于{short_date(part.accept_by)}前签收。{event.note}"
    ),
    grant_extension=lambda part, event: f"同意延期：“{part.proposal}”应于{short_date(part.due_on)}前答复。",
    refuse_extension=lambda part, event: (
        f"不同意延期：“{part.proposal}”仍应于{short_date(part.due_on)}前答复。{event.note}"
    ),
    cancel=lambda part, event: f"“{part.proposal}”撤销交办，不用你单位再办理。",
    rewrite=lambda part, event: f"“{part.proposal}”的答复退回修改：{event.note}",
    declare_absent=lambda part, event: f"“{part.proposal}”记为你单位未交会办意见。{event.note}",
)
messages.table(
    commitments,
    to=_promised,
    confirm=lambda made, event: f"“{made.proposal}”答应您的事落实了：{made}。{made.outcome}",
    move=lambda made, event: f"“{made.proposal}”答应您的事改了时限：{event.note}",
    give_up=lambda made, event: f"“{made.proposal}”答应您的事不能落实：{event.note}",
    resume=lambda made, event: f"“{made.proposal}”答应您的事恢复跟踪：{event.note}",
)
messages.table(
    commitments,
    to=lambda made: unit_clerks(made.unit_id).values_list("pk", flat=True),
    **told_to_unit(),
)
messages.table(
    commitments,
    to=lambda made: _office(made.proposal),
    report_kept=lambda made, event: f"{made.unit}报告承诺已落实，请核实：{made}",
)


def _about(proposal, event):
    return f"“{proposal}”：{event.note}"


messages.table(
    proposals,
    to=_signers,
    present=lambda proposal, event: f"您提出的{proposal.word}“{proposal}”已提请主席团。",
    answer=lambda proposal, event: f"“{proposal}”有了答复，请查看。{event.note}",
    **dict.fromkeys(
        (
            *("put_on_agenda", "send_to_committee", "report", "decide", "convert", "vote", "defend"),
            *("consent_withdrawal", "refuse_withdrawal", "order_answer", "demand_again"),
        ),
        _about,
    ),
    conclude=lambda proposal, event: f"您提出的“{proposal}”已办结。",
)
messages.table(
    proposals,
    to=_office,
    ask_presidium=lambda proposal, event: f"“{proposal}”要求撤回，请提请主席团决定。{event.note}",
    demand_again=_about,
)
messages.table(
    proposals,
    to=_signers,
    key=lambda proposal, event: f"您提出的“{proposal}”列为重点督办：{event.note}",
    inspect=lambda proposal, event: f"您提出的“{proposal}”开展了督办：{event.note}",
)
messages.table(
    proposals,
    to=_handling_clerks,
    key=lambda proposal, event: f"你单位办理的“{proposal}”列为重点督办，请主要负责人领办：{event.note}",
    inspect=lambda proposal, event: f"你单位办理的“{proposal}”有督办要求：{event.note}",
)
messages.table(
    key_supervisions,
    to=lambda key: [key.leader_id],
    start=lambda key, event: f"请您领衔督办“{key.proposal}”：{event.note}",
)
