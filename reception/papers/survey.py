"""The two questions to the voter (满意度测评表, B33): to be filled in by hand, or as they were answered."""

from congress.calendar import chinese_date
from congress.enums import Satisfaction
from congress.papers import Cell, Paper, Paragraph, Table, facts
from reception.papers.matter import NONE, called, day_of, title_of, units_of


WIDTHS = (32, 46, 32, 46)
ASKED = "请您对这件事的办理情况和代表所起的作用作出评价，在相应的方框内打“√”；不满意的，请写明原因。"
BOX, TICKED = "□", "☑"


def survey_paper(opinion, answer, survey=None):
    """The form of a matter; with a ``survey`` filled in. No visitor's name stands on it."""
    mode = answer.get_mode_display() if answer else opinion.get_outcome_display()
    by = called([answer.seat]) if answer and answer.seat else opinion.jurisdiction.office_name
    rows = (
        facts(("编号", opinion.number), ("收到日期", day_of(opinion.received_on))),
        facts(("事由", title_of(opinion)), span=3),
        facts(("承办单位", units_of(opinion)), ("单位答复日期", day_of(opinion.replied_on))),
        facts(("答复方式", mode or NONE), ("答复选民日期", day_of(opinion.answered_on))),
        facts(("答复人", by), ("类别", str(opinion.category or "未分类"))),
        _question("对办理情况", survey.handling_rating if survey else ""),
        _question("对代表作用", survey.deputy_rating if survey else ""),
        (
            Cell("不满意的原因", head=True, centred=True),
            Cell((survey.reason or "无") if survey else "", span=3, room=30),
        ),
        (
            Cell("选民签名", head=True, centred=True),
            Cell(room=13),
            Cell("测评日期", head=True, centred=True),
            Cell(chinese_date(survey.surveyed_on) if survey else "　　年　　月　　日", centred=True),
        ),
    )
    return Paper(
        title=(opinion.jurisdiction.office_name, "选民意见办理满意度测评表"),
        parts=(Paragraph(ASKED), Table(WIDTHS, rows)),
    )


def _question(label, rating):
    ticks = "　　".join(f"{TICKED if rating == choice else BOX}{choice.label}" for choice in Satisfaction)
    return (Cell(label, head=True, centred=True), Cell(ticks, span=3, centred=True, room=13))
