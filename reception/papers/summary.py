"""The opinions of a day or a period, sorted by category (意见归纳整理表, B27)."""

from collections import Counter
from itertools import groupby

import cn2an

from congress.calendar import chinese_date
from congress.papers import Cell, Paper, Paragraph, Signature, Table, head
from reception.enums import DayStatus, Outcome
from reception.papers.matter import came_by, receivers_of, title_of, units_of, words_of


WIDTHS = (11, 34, 61, 22, 28)


def summary_of_day(day, opinions, *, on):
    """The table of one reception day; a draft until the day is summed up."""
    draft = day.status not in (DayStatus.SUMMARISED, DayStatus.ARCHIVED)
    where = f"{day.place}　{chinese_date(day.date)}"
    return _summary(day.jurisdiction, opinions, where, "接待日", on=on, draft=draft)


def summary_of_period(jurisdiction, opinions, first, last, *, on):
    """The table of a period, of all channels; a draft until the period is over."""
    when = f"{chinese_date(first)}至{chinese_date(last)}"
    return _summary(jurisdiction, opinions, when, "这一时期", on=on, draft=last >= on)


def _summary(jurisdiction, opinions, byline, during, *, on, draft):
    groups = [
        (name, list(members)) for name, members in groupby(sorted(opinions, key=_by_category), key=_category)
    ]
    rows = []
    for number, (name, members) in enumerate(groups, start=1):
        rows.append((Cell(f"{cn2an.an2cn(number)}、{name}（{len(members)}件）", len(WIDTHS), head=True),))
        rows += [_row(place, opinion) for place, opinion in enumerate(members, start=1)]
    table = Table(WIDTHS, tuple(rows), (head("序号", "编号", "选民意见", "接待代表", "处理意见"),), size=10.5)
    return Paper(
        title=(jurisdiction.office_name, "选民意见归纳整理表"),
        byline=f"（{byline}）",
        parts=(Paragraph(_told(opinions, during, groups)), *([table] if rows else [])),
        signature=Signature(jurisdiction.office_name, chinese_date(on)),
        draft=draft,
    )


def _by_category(opinion):
    """In the office's order; what has no category yet comes last."""
    own = opinion.category
    return (own.order, own.pk) if own else (float("inf"), 0), opinion.received_on, opinion.pk


def _category(opinion):
    return str(opinion.category or "未分类")


def _told(opinions, during, groups):
    if not opinions:
        return f"{during}没有登记选民意见。"
    visits = {opinion.visit_id: opinion.visit.party_size for opinion in opinions}
    outcomes = Counter(
        Outcome(opinion.outcome).label if opinion.outcome else "待处理" for opinion in opinions
    )
    parts = "，".join(f"{label}{count}件" for label, count in outcomes.items())
    came = f"接待选民{len(visits)}批{sum(visits.values())}人，"
    return f"{during}{came}登记意见{len(opinions)}件，归纳为{len(groups)}类；其中{parts}。"


def _row(number, opinion):
    said = f"{title_of(opinion)}\n{words_of(opinion)}"
    came = [] if opinion.visit.day else [f"（{came_by(opinion)}）"]
    return (
        Cell(str(number), centred=True),
        Cell(opinion.number),
        Cell("\n".join([said, *came])),
        Cell(receivers_of(opinion)),
        Cell(_decided(opinion)),
    )


def _decided(opinion):
    """What became of it, or what whoever took it down proposes."""
    if opinion.merged_into_id:
        return f"并入{opinion.merged_into.number}"
    if opinion.parts:
        return f"转{units_of(opinion)}办理"
    return opinion.get_outcome_display() or opinion.get_status_display()
