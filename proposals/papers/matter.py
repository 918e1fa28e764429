"""What papers tell of a proposal, and in which words."""

from django.db.models import Prefetch

from congress.calendar import chinese_date
from deputies.models.seat import naming
from proposals.models import Assignment, Proposal, Reply, Sponsorship


NONE = "—"


def with_parts(proposals):
    """The proposals with who signed and which units hold them, in a number of queries that does not grow."""
    signed = Sponsorship.objects.confirmed().select_related(*naming("seat__"), "seat__delegation")
    replies = Reply.objects.sent().select_related("result_class").order_by("replied_on", "pk")
    parts = (
        Assignment.objects.standing().select_related("unit").prefetch_related(Prefetch("replies", replies))
    )
    return proposals.select_related(
        "jurisdiction__parent", "term__jurisdiction", "session__term", "category__parent"
    ).prefetch_related(
        Prefetch("sponsorships", signed, to_attr="signed"),
        Prefetch("assignments", parts.order_by("round", "-role", "pk"), to_attr="parts"),
    )


def proposals_of(user):
    """The visible proposals with all that their papers tell."""
    return with_parts(Proposal.objects.visible_to(user))


def lead_of(proposal):
    """The seat of the leading deputy; None of a draft that he has not agreed to."""
    return next((row.seat for row in proposal.signed if row.leads), None)


def signers_of(proposal):
    """李明、王芳: who signed, the leading deputy first."""
    return "、".join(row.seat.called for row in proposal.signed) or NONE


def units_of(proposal):
    """The units of the present round, with their parts: 区住建局（主办）、区交通局（会办）."""
    parts = [part for part in proposal.parts if part.round == proposal.round]
    if len(parts) == 1:
        return str(parts[0].unit)
    return "、".join(f"{part.unit}（{part.get_role_display()}）" for part in parts) or NONE


def day_of(day):
    return chinese_date(day) if day else NONE


def number_of(proposal):
    """第九届四次会议第12号建议; before it is accepted 未编号."""
    return proposal.number if proposal.serial is None else f"{proposal.number}{proposal.word}"


def category_of(proposal):
    return str(proposal.category or "未分类")


def made_at(proposal):
    """How it was put forward: at which session, or after which."""
    if proposal.session is None:
        return "尚未提交"
    session = f"{proposal.term.ordinal}{proposal.session.ordinal}会议"
    return f"{session}期间提出" if proposal.in_session else f"{session}以后，闭会期间提出"
