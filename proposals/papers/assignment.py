"""The paper by which a proposal goes to a unit (交办单): with both clocks and how they were reckoned (D2)."""

from congress.calendar import chinese_date
from congress.enums import Role
from congress.handling import HandlingStatus
from congress.papers import Cell, Heading, Paper, Paragraph, Signature, Table, facts
from congress.text import paragraphs
from proposals.papers.matter import (
    category_of,
    day_of,
    lead_of,
    made_at,
    number_of,
    signers_of,
)


WIDTHS = (26, 52, 26, 52)
BY_HAND = "　　年　　月　　日"


def assignment_paper(assignment, others, events):
    """The paper of one unit's part; ``others`` are the parts beside it, ``events`` its history."""
    proposal = assignment.proposal
    by = next((event.by for event in events if event.by and event.by.jurisdiction), None)
    given_up = (
        f"（{assignment.get_status_display()}）" if assignment.status in HandlingStatus.given_up else ""
    )
    again = f"（第{assignment.round}轮办理）" if assignment.round > 1 else ""
    told = "书面答复代表" if assignment.leads else "将会办意见书面送主办单位"
    return Paper(
        title=(f"{proposal.jurisdiction.congress_name}", f"代表{proposal.word}交办单"),
        byline=f"{number_of(proposal)}{again}{given_up}",
        parts=(
            Paragraph(f"{assignment.unit.name}：", indented=False),
            Paragraph(
                f"现将《{proposal.title}》交你单位{assignment.get_role_display()}，请于"
                f"{chinese_date(assignment.accept_by)}前签收或者申请退回，"
                f"于{chinese_date(assignment.due_on)}前{told}。"
            ),
            _table(assignment, others),
            Heading(f"附：{proposal.word}全文"),
            *text_of(proposal),
        ),
        signature=Signature(issuer_of(proposal, by), chinese_date(assignment.issued_on), sealed=True),
    )


def text_of(proposal):
    """What was written: the text of a suggestion, the three parts of a motion under their names."""
    parts = (("案由", proposal.subject), ("案据", proposal.grounds), ("方案", proposal.plan))
    if not proposal.text:
        for name, told in parts:
            if told:
                yield Heading(name, 2)
                yield from (Paragraph(line) for line in paragraphs(told))
    yield from (Paragraph(line) for line in paragraphs(proposal.text))


def issuer_of(proposal, by):
    """The office of who handed it to the unit, or urged it; without anybody the congress's own."""
    if by and by.role == Role.GOV_OFFICE:
        return f"{by.jurisdiction.name}人民政府办公室"
    return (by.jurisdiction if by else proposal.jurisdiction).office_name


def _table(assignment, others):
    proposal = assignment.proposal
    lead = lead_of(proposal)
    beside = "、".join(f"{other.unit}（{other.get_role_display()}）" for other in others) or "无"
    open_to_all = "代表要求不公开" if proposal.secret else "可以公开"
    rows = (
        facts(("编号", number_of(proposal)), ("类别", category_of(proposal))),
        facts(("领衔代表", lead.called if lead else "—"), ("代表团", _delegation(lead))),
        facts(("提出代表", f"{signers_of(proposal)}（共{len(proposal.signed)}名）"), span=3),
        facts(("提出时间", f"{day_of(proposal.submitted_on)}，{made_at(proposal)}"), span=3),
        facts(("承办方式", assignment.get_role_display()), ("其他单位", beside)),
        facts(("签收期限", assignment.accept_sentence or day_of(assignment.accept_by)), span=3),
        facts(
            (
                "答复期限" if assignment.leads else "会办期限",
                assignment.due_sentence or day_of(assignment.due_on),
            ),
            span=3,
        ),
        *_contact(assignment),
        facts(("公开", open_to_all), ("交办日期", day_of(assignment.issued_on))),
        (
            Cell("单位签收", head=True, centred=True),
            Cell("已在系统签收" if assignment.accepted_on else "", room=11),
            Cell("签收日期", head=True, centred=True),
            Cell(day_of(assignment.accepted_on) if assignment.accepted_on else BY_HAND, centred=True),
        ),
    )
    return Table(WIDTHS, rows)


def _contact(assignment):
    """Until when the unit first gets in touch with the deputies."""
    if assignment.contact_by:
        yield facts(("联系代表", assignment.contact_sentence or day_of(assignment.contact_by)), span=3)


def _delegation(lead):
    return str(lead.delegation) if lead and lead.delegation else "—"
