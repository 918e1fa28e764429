"""交办会清单: what is accepted and not assigned yet, with the units thought of."""

from congress.calendar import chinese_date, short_date
from congress.handling import UnitRole
from congress.papers import Cell, Paper, Table, head


HEADS = (
    "序号",
    "编号",
    "标题",
    "领衔代表",
    "联名",
    "类别",
    "主办单位",
    "会办单位",
    "分办单位",
    "交办期限",
    "备注",
)
WIDTHS = (9, 30, 62, 18, 11, 22, 26, 30, 30, 18, 20)


def assigning_rows(proposals):
    """The list as rows of text under :data:`HEADS`; each proposal has ``signed`` (the leading one first)."""
    for number, one in enumerate(proposals, start=1):
        lead = next((row.seat.called for row in one.signed if row.leads), "")
        others = sum(not row.leads for row in one.signed)
        yield (
            str(number),
            f"{one.number}{one.word}",
            one.title,
            lead,
            str(others or ""),
            str(one.category or ""),
            *(_units(one, role) for role in (UnitRole.LEAD, UnitRole.CO, UnitRole.SPLIT)),
            short_date(one.step_due_on) if one.step_due_on else "",
            "重新交办" if one.status == "unit_returned" else "",
        )


def _units(proposal, role):
    return "、".join(str(one.unit) for one in proposal.proposed_units.all() if one.role == role)


def assigning_paper(place, proposals, *, on):
    rows = tuple(
        tuple(Cell(text, centred=place in (0, 3, 4, 9)) for place, text in enumerate(row))
        for row in assigning_rows(proposals)
    )
    return Paper(
        title=(f"{place.congress_name}代表议案建议交办会清单",),
        byline=f"（{chinese_date(on)}，共{len(rows)}件）",
        parts=(Table(WIDTHS, rows, (head(*HEADS),), size=9),),
        wide=True,
    )
