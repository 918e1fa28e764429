"""The paper by which a unit is urged (催办单), and the receipt that it sends back (domain.md B17, B30)."""

from congress.calendar import chinese_date
from congress.papers import Cell, Paper, Paragraph, Signature, Table, facts
from proposals.papers.assignment import issuer_of
from proposals.papers.matter import day_of, lead_of, number_of


WIDTHS = (26, 52, 26, 52)
BY_HAND = "　　年　　月　　日"


def urging_papers(assignment, urgings):
    """The slip and its receipt, of the last of ``urgings``, the events by which the unit was urged."""
    return [_slip(assignment, urgings), _receipt(assignment, urgings)]


def _slip(assignment, urgings):
    proposal = assignment.proposal
    lead = lead_of(proposal)
    rows = (
        facts(("编号", number_of(proposal)), ("领衔代表", lead.called if lead else "—")),
        facts(("标题", proposal.title), span=3),
        facts(("承办方式", assignment.get_role_display()), ("交办日期", day_of(assignment.issued_on))),
        facts(("签收", _accepted(assignment)), ("催办次数", f"第{len(urgings)}次")),
        facts(("期限", assignment.due_sentence or day_of(assignment.due_on)), span=3),
        facts(("催办要求", assignment.urge_note), span=3),
    )
    return Paper(
        title=_title(proposal, "催办单"),
        byline=number_of(proposal),
        parts=(
            Paragraph(f"{assignment.unit.name}：", indented=False),
            Paragraph(
                f"《{proposal.title}》交你单位{assignment.get_role_display()}，{_stands(assignment)}。"
                f"请抓紧办理，并于{chinese_date(assignment.receipt_by)}前填写所附回执，说明办到哪一步、什么时候办完。"
            ),
            Table(WIDTHS, rows),
        ),
        signature=Signature(
            issuer_of(proposal, urgings[-1].by), chinese_date(assignment.urged_on), sealed=True
        ),
    )


def _receipt(assignment, urgings):
    """For writing by hand, or as the unit has answered."""
    proposal = assignment.proposal
    given = assignment.receipt_on
    rows = (
        facts(("编号", number_of(proposal)), ("承办单位", assignment.unit.name)),
        facts(("标题", proposal.title), span=3),
        facts(("催办日期", day_of(assignment.urged_on)), ("回执期限", day_of(assignment.receipt_by))),
        facts(("催办要求", assignment.urge_note), span=3),
        (Cell("办理进度和\n办完时间", head=True, centred=True), Cell(assignment.receipt_note, 3, room=70)),
        (
            Cell("经办人", head=True, centred=True),
            Cell(room=13),
            Cell("联系电话", head=True, centred=True),
            Cell(),
        ),
        (
            Cell("承办单位\n（盖章）", head=True, centred=True),
            Cell("已在系统回执" if given else "", centred=True, room=22),
            Cell("回执日期", head=True, centred=True),
            Cell(chinese_date(given) if given else BY_HAND, centred=True),
        ),
    )
    return Paper(
        title=_title(proposal, "催办单回执"),
        parts=(
            Paragraph(f"{issuer_of(proposal, urgings[-1].by)}：", indented=False),
            Paragraph("来单收悉。所催办的事项，现将办理情况回复如下："),
            Table(WIDTHS, rows),
        ),
    )


def _title(proposal, name):
    return proposal.jurisdiction.congress_name, f"代表{proposal.word}{name}"


def _accepted(assignment):
    return day_of(assignment.accepted_on) if assignment.accepted_on else "未签收"


def _stands(assignment):
    """How the unit stood to its day when it was urged."""
    what = "书面答复代表" if assignment.leads else "交会办意见"
    left = (assignment.due_on - assignment.urged_on).days
    until = f"应于{chinese_date(assignment.due_on)}前{what}"
    if left < 0:
        return f"{until}，已超期{-left}天"
    return f"{until}，" + (f"还有{left}天" if left else "今天到期")
