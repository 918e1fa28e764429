"""The paper as a PDF in the official layout."""

from congress import pdf


def pdf_of(paper):
    """Return the paper as the bytes of a PDF; a report that the office has not accepted carries 草稿."""
    draft = not (paper.final or paper.ended_on)
    return pdf.render("reports/pdf/duty_report.html", {"paper": paper}, draft=draft)


def filename(seat):
    """云渚区_第1选区_欧阳䶮.pdf: what tells homonyms apart, in the order in which people sort."""
    constituency = f"第{seat.constituency.number}选区_" if seat.constituency_id else ""
    return f"{seat.term.jurisdiction.name}_{constituency}{seat.deputy.name}.pdf"
