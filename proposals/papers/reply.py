"""The unit's letters (D8, 信函): the reply to who put a proposal forward, a joining unit's opinion."""

import re

from congress.calendar import chinese_date
from congress.papers import Paper, Paragraph, Signature
from congress.text import paragraphs
from proposals.enums import ReplyStatus
from proposals.papers.matter import lead_of, number_of


# A title of so many characters stands on one line.
ONE_LINE = 20
# 尊敬的代表：, but neither an opening sentence, 现答复如下：, nor a heading, 一、办理情况：
GREETING = re.compile(
    r"(?![一二三四五六七八九十（(\d])(?!.*(?:如下|情况|意见|措施|结果))"
    r"[^，。；]{1,60}[：:]"
)
BY_HAND = "　　年　　月　　日"


def reply_letter(reply, proposal, lead_unit=None):
    """The letter of a reply: to all who signed, or a joining unit's to the ``lead_unit``."""
    if reply.assignment.leads:
        return _letter(reply, proposal, f"{_addressees(proposal)}：", _told(proposal), "的答复")
    to = f"{lead_unit.name}：" if lead_unit else "主办单位："
    told = f"你单位主办的《{proposal.title}》（{number_of(proposal)}）收悉。现提出会办意见如下："
    return _letter(reply, proposal, to, told, "的会办意见")


def letters_one_by_one(reply, proposal):
    """The same reply as one letter for each deputy who signed (领衔、联名逐人一份)."""
    return [
        _letter(reply, proposal, f"{row.seat.deputy.name}代表：", _told(proposal, row.seat), "的答复")
        for row in proposal.signed
    ]


def _letter(reply, proposal, salutation, told, ending):
    unit = reply.assignment.unit
    return Paper(
        title=_title(proposal, ending),
        masthead=unit.name,
        number=reply.document_number,
        mark=f"{reply.result_class.code}类" if reply.result_class else "",
        parts=tuple(_body(paragraphs(reply.text), salutation, told)),
        signature=Signature(
            unit.name, chinese_date(reply.replied_on) if reply.replied_on else BY_HAND, sealed=True
        ),
        remark=_contact(reply, unit),
        copies=f"{reply.copied_to or proposal.copied_to}。" if reply.assignment.leads else "",
        draft=reply.status != ReplyStatus.SENT or not reply.document_number,
    )


def _body(lines, salutation, told):
    """What the unit wrote, with the greeting and the opening sentence where it did not write its own."""
    greeted = bool(lines) and GREETING.fullmatch(lines[0]) is not None
    yield Paragraph(lines[0] if greeted else salutation, indented=False)
    rest = lines[1:] if greeted else lines
    if not (rest and "收悉" in rest[0]):
        yield Paragraph(told)
    yield from (Paragraph(line) for line in rest)


def _told(proposal, seat=None):
    whose = "您" if len(proposal.signed) == 1 else f"您等{len(proposal.signed)}名代表"
    if seat is not None and len(proposal.signed) > 1:
        whose = "您领衔" if seat == lead_of(proposal) else "您联名"
    return f"{whose}提出的《{proposal.title}》（{number_of(proposal)}）收悉。现答复如下："


def _addressees(proposal):
    return f"{'、'.join(row.seat.deputy.name for row in proposal.signed)}代表"


def _title(proposal, ending):
    """关于云渚区人大第九届四次会议第12号建议的答复, broken where the sense breaks."""
    begun, place, ended = number_of(proposal).rpartition(f"第{proposal.serial}号")
    begun, ended = f"关于{proposal.term.jurisdiction.name}人大{begun}", f"{place}{ended}{ending}"
    return (begun + ended,) if len(begun + ended) <= ONE_LINE else (begun, ended)


def _contact(reply, unit):
    signed = f"签发人：{reply.signatory}" if reply.signatory else ""
    person, number = reply.contact_person or unit.contact, reply.contact_phone or unit.phone
    contact = f"联系人：{person}" if person else ""
    phone = f"联系电话：{number}" if number else ""
    return "，".join(filter(None, [signed, contact, phone]))
