"""The ledger of a year's matters (台账) with the four checks: 件件有登记、有交办、有人办、有回音 (B36)."""

from congress.calendar import chinese_date
from congress.handling import PromiseStatus
from congress.papers import Cell, Paper, Paragraph, Table, head
from reception.completeness import cells_of
from reception.papers.matter import NONE, receivers_of, title_of, units_of


HEADS = (
    *("序号", "编号", "收到日期", "事由", "类别", "接待代表", "处理方式", "承办单位"),
    *("转办", "单位答复", "答复选民", "对办理", "对代表", "登记", "交办", "承办", "回音"),
)
WIDTHS = (10, 29, 13, 43, 16, 21, 16, 24, 13, 13, 13, 14, 14, 7, 7, 7, 7)
MET, MISSING, WAITING = "√", "×", ""
MARKS = {"met": MET, "missing": MISSING, "waiting": WAITING}
LEGEND = (
    "注：“登记、交办、承办、回音”逐项核查，“√”为已做到或者不需要，“×”为还没有做到，空白为等前一项做到。"
    "已撤回的不列。日期写月.日，不在本年度的写明年份。"
)


def ledger_paper(place, year, opinions, *, on):
    """All matters of a year, of ``place`` and what lies below it; without anything of who came.

    ``opinions`` are of :func:`reception.papers.matter.with_promises` and ``completeness.checked``.
    """
    found = [(opinion, [MARKS[cell.state] for cell in cells_of(opinion)]) for opinion in opinions]
    rows = tuple(_row(number, *one, year) for number, one in enumerate(found, start=1))
    missing = [
        f"没有{what}{sum(marks[at] == MISSING for _, marks in found)}件" for at, what in enumerate(HEADS[-4:])
    ]
    told = f"共{len(rows)}件；其中{'，'.join(missing)}"
    until = f"截至{chinese_date(on)}，" if on.year <= year else ""
    table = Table(WIDTHS, rows, (head(*HEADS),), size=8.5)
    return Paper(
        title=(f"{place.office_name}{year}年选民意见办理台账",),
        byline=f"（{until}{told}）",
        parts=(Paragraph(LEGEND, size=10.5), *([table] if rows else [])),
        wide=True,
    )


def _row(number, opinion, marks, year):
    dates = (opinion.referred_on, opinion.replied_on, opinion.answered_on)
    return (
        Cell(str(number), centred=True),
        Cell(opinion.number),
        Cell(_day(opinion.received_on, year), centred=True),
        Cell(title_of(opinion)),
        Cell(str(opinion.category or "未分类")),
        Cell(receivers_of(opinion)),
        Cell(_dealt(opinion)),
        Cell(units_of(opinion)),
        *[Cell(_day(date, year), centred=True) for date in dates],
        Cell(opinion.get_handling_rating_display() or NONE, centred=True),
        Cell(opinion.get_deputy_rating_display() or NONE, centred=True),
        *[Cell(mark, centred=True) for mark in marks],
    )


def _day(day, year):
    if day is None:
        return NONE
    return f"{day.month}.{day.day}" if day.year == year else f"{day.year}.{day.month}.{day.day}"


def _dealt(opinion):
    if opinion.merged_into_id:
        return f"并入{opinion.merged_into.number}"
    dealt = opinion.get_outcome_display() or opinion.get_status_display()
    if not opinion.promises:
        return dealt
    kept = sum(made.status == PromiseStatus.KEPT for made in opinion.promises)
    return f"{dealt}\n承诺{len(opinion.promises)}项\n落实{kept}项"
