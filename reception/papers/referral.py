"""The paper by which a matter goes to a unit (转办单, B28)."""

from congress.calendar import chinese_date
from congress.enums import Role
from congress.handling import HandlingStatus
from congress.papers import Cell, Paper, Paragraph, Signature, Table, facts
from reception.enums import Urgency
from reception.papers.matter import called, came_by, day_of, title_of, words_of


WIDTHS = (26, 52, 26, 52)


def referral_paper(referral, others, events):
    """The paper of one unit's part; ``others`` are the parts beside it, ``events`` its history."""
    opinion, unit = referral.opinion, referral.unit
    office = _issuer(opinion, events)
    given_up = f"（{referral.get_status_display()}）" if referral.status in HandlingStatus.given_up else ""
    again = f"（第{referral.round}轮办理）" if referral.round > 1 else ""
    return Paper(
        title=("选民意见转办单",),
        byline=f"编号：{opinion.number}{again}{given_up}",
        parts=(
            Paragraph(f"{unit.name}：", indented=False),
            Paragraph(
                f"现将选民反映的“{title_of(opinion)}”一事转给你单位{referral.get_role_display()}，请于"
                f"{chinese_date(referral.accept_by)}前签收，于{chinese_date(referral.due_on)}前书面答复。"
            ),
            _table(referral, others),
        ),
        signature=Signature(office, chinese_date(referral.issued_on), sealed=True),
    )


def _issuer(opinion, events):
    """Whose office handed it to the unit: that of the first event; otherwise who decides about the matter."""
    by = next((event.by for event in events if event.by and event.by.jurisdiction), None)
    if by and by.role == Role.GOV_OFFICE:
        return f"{by.jurisdiction.name}人民政府办公室"
    place = opinion.jurisdiction
    return (by.jurisdiction if by else place.district if opinion.escalated else place).office_name


def _table(referral, others):
    opinion = referral.opinion
    visit, visitor = opinion.visit, opinion.visit.visitor
    voter = visitor.masked_name + (f"，{visitor.masked_phone}" if visitor.phone else "")
    beside = "、".join(f"{other.unit}（{other.get_role_display()}）" for other in others) or "无"
    urgent = Urgency(opinion.urgency).label
    rows = (
        facts(("收到日期", day_of(opinion.received_on)), ("反映渠道", came_by(opinion))),
        facts(("来访人", voter), ("接待代表", called(visit.deputies.all()))),
        facts(
            ("类别", str(opinion.category or "未分类")),
            ("性质缓急", _joined(opinion.get_nature_display(), urgent)),
        ),
        facts(("选民原话", words_of(opinion)), span=3),
        facts(("希望的结果", opinion.wish or "没有说明"), span=3),
        facts(("承办方式", referral.get_role_display()), ("其他单位", beside)),
        facts(("答复期限", referral.due_sentence or day_of(referral.due_on)), span=3),
        (Cell("单位拟办\n意见", head=True, centred=True), Cell(span=3, room=22)),
        (
            Cell("单位签收", head=True, centred=True),
            _by_hand(referral),
            Cell("签收日期", head=True, centred=True),
            Cell(
                day_of(referral.accepted_on) if referral.accepted_on else "　　年　　月　　日", centred=True
            ),
        ),
    )
    return Table(WIDTHS, rows)


def _by_hand(referral):
    return Cell("已在系统签收" if referral.accepted_on else "", room=11)


def _joined(*words):
    return "，".join(filter(None, words))
