"""The two questions to each deputy who signed (办理情况征询意见表): attitude and result apart (D2)."""

from congress.calendar import chinese_date
from congress.enums import Satisfaction
from congress.papers import Cell, Paper, Paragraph, Table, facts
from proposals.enums import ContactMode
from proposals.papers.matter import category_of, day_of, number_of, units_of


WIDTHS = (32, 46, 32, 46)
BOX, TICKED = "□", "☑"
BY_HAND = "　　年　　月　　日"


def rating_paper(proposal, signature, rating=None, modes=()):
    """The form of one who signed; with a ``rating`` filled in.

    ``modes`` are the words for how units met the deputies.
    """
    rows = (
        facts(("编号", number_of(proposal)), ("类别", category_of(proposal))),
        facts(("标题", proposal.title), span=3),
        facts(("代表姓名", signature.seat.called), ("身份", f"{signature.get_role_display()}代表")),
        facts(("承办单位", units_of(proposal)), span=3),
        facts(("答复日期", day_of(proposal.replied_on)), ("答复期限", day_of(proposal.due_on))),
        _boxes("办理中的联系", [(mode, mode in modes) for mode in (*ContactMode.labels, "没有联系")]),
        _question("对办理态度", rating and rating.get_attitude_display()),
        _question("对办理结果", rating and rating.get_result_display()),
        (
            Cell("意见和\n不满意的原因", head=True, centred=True),
            Cell((rating.reason or "无") if rating else "", span=3, room=40),
        ),
        (
            Cell("代表签名", head=True, centred=True),
            Cell(room=13),
            Cell("日期", head=True, centred=True),
            Cell(chinese_date(rating.rated_on) if rating else BY_HAND, centred=True),
        ),
    )
    return Paper(
        title=(proposal.jurisdiction.congress_name, f"代表{proposal.word}办理情况征询意见表"),
        parts=(Paragraph(_asked(proposal)), Table(WIDTHS, rows)),
    )


def _asked(proposal):
    until = f"请于{chinese_date(proposal.step_due_on)}前" if proposal.step_due_on else "请"
    return (
        f"您提出的{proposal.word}承办单位已经书面答复。{until}对承办单位的办理态度和办理结果分别作出评价，"
        f"在方框内打“√”，交回{proposal.jurisdiction.office_name}；不满意的，请写明原因。"
    )


def _question(label, given):
    return _boxes(label, [(choice, choice == given) for choice in Satisfaction.labels])


def _boxes(label, boxes):
    ticks = "　".join(f"{TICKED if ticked else BOX}{words}" for words, ticked in boxes)
    return (Cell(label, head=True, centred=True), Cell(ticks, span=3, centred=True, room=13))
