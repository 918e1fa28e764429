"""The proposal itself as a printed sheet (建议表、议案表), with all who signed it (domain.md B88, E2)."""

from django.utils import timezone

from congress.calendar import chinese_date
from congress.papers import Cell, Paper, Paragraph, Signature, Table, facts, head
from proposals.enums import ProposalKind
from proposals.papers.assignment import text_of
from proposals.papers.matter import category_of, day_of, lead_of, made_at, number_of


WIDTHS = (26, 52, 26, 52)
SIGNED = (14, 34, 34, 44, 30)


def proposal_sheet(proposal):
    """The sheet; a draft until it is handed in."""
    kind = ProposalKind(proposal.kind)
    lead = lead_of(proposal)
    rows = (
        facts(("编号", number_of(proposal)), ("类别", category_of(proposal))),
        facts(("标题", proposal.title), span=3),
        facts(("领衔代表", lead.called if lead else "（待确认）"), ("联名人数", _count(proposal))),
        facts(("提出时间", day_of(proposal.submitted_on)), ("提出方式", made_at(proposal))),
        facts(("公开", "代表要求不公开" if proposal.secret else "可以公开"), span=3),
    )
    return Paper(
        title=(proposal.jurisdiction.congress_name, f"代表{kind.label}"),
        parts=(
            Table(WIDTHS, rows),
            *text_of(proposal),
            *_signers(proposal),
        ),
        signature=_signature(proposal, lead),
        draft=proposal.submitted_on is None or proposal.is_written,
    )


def _count(proposal):
    others = sum(not row.leads for row in proposal.signed)
    return f"{others}名" if others else "无"


def _signers(proposal):
    if not proposal.signed:
        return []
    rows = tuple(
        (
            Cell(str(number), centred=True),
            Cell(row.seat.deputy.name, centred=True),
            Cell(row.get_role_display(), centred=True),
            Cell(str(row.seat.delegation or row.seat.constituency or "—")),
            Cell(day_of(timezone.localdate(row.status_since)), centred=True),
        )
        for number, row in enumerate(proposal.signed, start=1)
    )
    table = Table(SIGNED, rows, (head("序号", "姓名", "身份", "代表团、选区", "确认日期"),), size=10.5)
    return [Paragraph("提出代表：", indented=False), table]


def _signature(proposal, lead):
    if lead is None or proposal.submitted_on is None:
        return None
    return Signature(f"领衔代表　{lead.deputy.name}", chinese_date(proposal.submitted_on))
