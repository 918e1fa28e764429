"""The letter that answers a voter (答复函, B18, B32): of the deputy who received him, or of the office."""

from congress.calendar import chinese_date
from congress.papers import Paper, Paragraph, Signature
from congress.text import paragraphs
from reception.enums import VisitorKind
from reception.papers.matter import came_by, promised_in, units_of


# A title of so many characters stands on one line.
ONE_LINE = 20


def letter_of(opinion, answer, replies, *, on):
    """The letter with the voter's name; without an ``answer`` yet it is a draft made of the units' replies.

    ``opinion`` is one of ``papers.matter.opinions_of``.
    """
    office = opinion.jurisdiction.office_name
    seat = answer.seat if answer else None
    texts = [answer.text] if answer else [f"{reply.text}\n{promised_in(reply)}" for reply in replies]
    closing = (
        f"如果您对以上答复还有意见，请向接待您的代表或者{office}提出。感谢您对人大代表工作的关心和支持。"
    )
    return Paper(
        title=_title(opinion.title),
        masthead=f"{seat.term.jurisdiction.congress_name}代表" if seat else office,
        number=f"事项编号：{opinion.number}",
        parts=(
            Paragraph(_salutation(opinion.visit.visitor), indented=False),
            Paragraph(_opening(opinion)),
            *[Paragraph(line) for text in texts for line in paragraphs(text)],
            Paragraph(closing),
        ),
        signature=Signature(
            f"{seat.term.jurisdiction.name}人大代表　{seat.deputy.name}" if seat else office,
            chinese_date(answer.answered_on if answer else on),
        ),
        draft=answer is None,
    )


def _title(title):
    """关于“路灯不亮”的答复, broken before 的答复 where it is too long for a line."""
    begun, ended = f"关于“{title}”", "的答复"
    return (begun + ended,) if len(begun + ended) <= ONE_LINE else (begun, ended)


def _salutation(visitor):
    if visitor.kind == VisitorKind.ANONYMOUS:
        return "来访选民："
    return f"{visitor.name}{'同志' if visitor.kind == VisitorKind.PERSON else ''}："


def _opening(opinion):
    told = f"您于{chinese_date(opinion.received_on)}通过{came_by(opinion)}反映的“{opinion.title}”一事，"
    handled = f"已转{units_of(opinion)}办理，" if opinion.parts else ""
    return f"{told}{handled}现将有关情况答复如下："
