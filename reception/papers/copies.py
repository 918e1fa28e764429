"""The units' replies, copied item by item to each deputy who received the voters (抄送代表单, B32)."""

from itertools import groupby

import cn2an
from django.utils import timezone

from congress.calendar import chinese_date
from congress.papers import Heading, Paper, Paragraph, Signature, Table, facts
from congress.text import paragraphs
from reception.papers.matter import day_of, promised_in, title_of


WIDTHS = (26, 52, 26, 52)


def copy_papers(copies):
    """One paper for each deputy, with exactly his items; ``copies`` are in the order of deputies."""
    return [_paper(seat, list(items)) for seat, items in groupby(copies, key=lambda copy: copy.seat)]


def _paper(seat, copies):
    parts, last = [], copies[-1]
    items = groupby(copies, key=lambda copy: copy.reply.referral.opinion)
    for number, (opinion, replies) in enumerate(items, start=1):
        parts += _item(number, opinion, list(replies))
    count = len({copy.reply.referral.opinion_id for copy in copies})
    opening = (
        f"您接待选民时收到的意见，以下{count}件承办单位已经书面答复，现分条抄送给您，"
        "请您按选区向选民分别答复，并把答复情况告诉我们。"
    )
    office = last.reply.referral.opinion.jurisdiction.office_name
    sent = max(timezone.localdate(copy.copied_at) for copy in copies)
    return Paper(
        title=("选民意见办理情况抄送代表单",),
        byline=_place_of(seat),
        parts=(Paragraph(f"{seat.deputy.name}代表：", indented=False), Paragraph(opening), *parts),
        signature=Signature(office, chinese_date(sent), sealed=True),
    )


def _place_of(seat):
    return f"（{seat.place}{f'，代表证{seat.card_number}' if seat.card_number else ''}）"


def _item(number, opinion, copies):
    yield Heading(f"{cn2an.an2cn(number)}、{title_of(opinion)}")
    yield Table(
        WIDTHS,
        (
            facts(("编号", opinion.number), ("收到日期", day_of(opinion.received_on))),
            facts(("来访人", opinion.visit.visitor.masked_name), ("选区", str(opinion.constituency or "—"))),
        ),
    )
    for copy in copies:
        reply = copy.reply
        number = f"（{reply.document_number}）" if reply.document_number else ""
        result = f"，办理结果：{reply.result_class}" if reply.result_class else ""
        yield Paragraph(f"{reply.referral.unit.name}{chinese_date(reply.replied_on)}答复{number}{result}：")
        yield from (Paragraph(text) for text in paragraphs(f"{reply.text}\n{promised_in(reply)}"))
