"""The yearly report as papers (D8): what the office wrote and the figures told; the tables annexed to it."""

from congress.calendar import chinese_date
from congress.enums import Level
from congress.papers import Cell, Heading, Paper, Paragraph, Signature, Table, head
from congress.text import paragraphs


WIDTH = 156  # mm
FIRST = 36


ANNEX = "代表议案和建议、批评和意见办理情况统计表"


def report_papers(report, content, *, on):
    """The report and, behind its signature, its annex (GB/T 9704 7.3.4); drafts until it is confirmed.

    ``content`` is as of :func:`proposals.yearly_report.content_of`.
    """
    papers = [_report(report, content, on)]
    return [*papers, _annex(report, content)] if content["tables"] else papers


def _report(report, content, on):
    place = report.jurisdiction
    told = content["told"]
    parts = [Paragraph(f"{_addressee(place)}：", indented=False)]
    parts += [Paragraph(line) for line in paragraphs(report.opening)]
    parts += [Heading("一、基本情况"), *map(Paragraph, told["basics"])]
    if told["results"]:
        parts += [Heading("二、办理情况"), *map(Paragraph, told["results"])]
    if report.closing.strip():
        parts.append(Heading(f"{'三' if told['results'] else '二'}、存在的问题和下一步工作"))
        parts += [Paragraph(line) for line in paragraphs(report.closing)]
    if content["tables"]:
        parts.append(Paragraph(f"附件：{ANNEX}"))
    return Paper(
        title=(f"关于{place.congress_name}{report.when}", "代表议案和建议、批评和意见办理情况的报告"),
        parts=tuple(parts),
        signature=Signature(place.office_name, chinese_date(report.confirmed_on or on)),
        draft=report.is_draft,
    )


def _annex(report, content):
    parts = []
    for table in content["tables"]:
        parts += [Heading(table["caption"], 2), _table(table)]
    return Paper(title=(report.when, ANNEX), parts=tuple(parts), draft=report.is_draft)


def _addressee(place):
    """A district's standing committee; a town, which has none, reports to its congress (代表法第五十一条)."""
    return place.congress_name if place.level == Level.TOWN else f"{place.name}人大常委会"


def _table(table):
    headings, rows = table["headings"], table["rows"]
    rest = (WIDTH - FIRST) / (len(headings) - 1)
    cells = tuple(tuple(_cell(value, place) for place, value in enumerate(row)) for row in rows)
    return Table((FIRST, *[rest] * (len(headings) - 1)), cells, (head(*headings),), size=10.5)


def _cell(value, place):
    return Cell(value, head=place == 0, centred=place > 0)
