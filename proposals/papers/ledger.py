"""The ledger of a session's or a year's proposals (议案建议办理台账), landscape (domain.md B36)."""

from congress.calendar import chinese_date
from congress.handling import UnitRole
from congress.papers import Cell, Paper, Paragraph, Table, head
from proposals.enums import ProposalStatus
from proposals.papers.matter import NONE, category_of, lead_of


HEADS = (
    *("序号", "编号", "标题", "类别", "提出代表", "联名", "主办单位", "会办单位"),
    *("交办", "期限", "答复", "按期", "结果", "态度", "成效", "办结", "状态"),
)
WIDTHS = (8, 28, 38, 16, 16, 9, 22, 22, 13, 13, 13, 9, 9, 11, 11, 13, 16)
LEGEND = (
    "注：日期写月.日，不在本年度的写明年份。“按期”看主办单位的第一次答复，“√”为按期，“×”为超过期限；"
    "“态度”“成效”是代表对办理态度和办理结果的评价，几名代表评价不同的取最低的一个；未受理和已撤回的不列。"
)


def ledger_paper(title, proposals, *, year, on):
    """All proposals given, on the day ``on``; that ``year`` goes unsaid."""
    rows = tuple(_row(number, one, year) for number, one in enumerate(proposals, start=1))
    replied = sum(one.replied_on is not None for one in proposals)
    closed = sum(one.closed_on is not None for one in proposals)
    table = Table(WIDTHS, rows, (head(*HEADS),), size=8.5)
    return Paper(
        title=(title,),
        byline=f"（截至{chinese_date(on)}，共{len(rows)}件，已答复{replied}件，已办结{closed}件）",
        parts=(Paragraph(LEGEND, size=10.5), *([table] if rows else [])),
        wide=True,
    )


def _row(number, proposal, year):
    lead = lead_of(proposal)
    others = sum(not row.leads for row in proposal.signed)
    return (
        Cell(str(number), centred=True),
        Cell(f"{proposal.number}{proposal.word}"),
        Cell(proposal.title),
        Cell(category_of(proposal)),
        Cell(lead.called if lead else NONE, centred=True),
        Cell(str(others) if others else NONE, centred=True),
        Cell(_units(proposal, leading=True)),
        Cell(_units(proposal, leading=False)),
        *[Cell(_day(day, year), centred=True) for day in _days(proposal)],
        Cell(_in_time(proposal), centred=True),
        Cell(_class(proposal), centred=True),
        Cell(proposal.get_attitude_rating_display() or NONE, centred=True),
        Cell(proposal.get_result_rating_display() or NONE, centred=True),
        Cell(_day(proposal.closed_on, year), centred=True),
        Cell(ProposalStatus(proposal.status).label, centred=True),
    )


def _days(proposal):
    return proposal.assigned_on, proposal.due_on, proposal.replied_on


def _units(proposal, *, leading):
    parts = [part for part in proposal.parts if part.round == proposal.round]
    return "、".join(str(part.unit) for part in parts if (part.role != UnitRole.CO) == leading) or NONE


def _in_time(proposal):
    first = [part for part in proposal.parts if part.round == 1 and part.leads]
    if not first or any(part.replied_on is None for part in first):
        return NONE
    return "√" if all(part.replied_on <= part.due_on for part in first) else "×"


def _class(proposal):
    """The class of the latest reply that has one."""
    replies = [reply for part in proposal.parts if part.leads for reply in part.replies.all()]
    return next((reply.result_class.code for reply in reversed(replies) if reply.result_class), NONE)


def _day(day, year):
    if day is None:
        return NONE
    return f"{day.month}.{day.day}" if day.year == year else f"{day.year}年\n{day.month}.{day.day}"
