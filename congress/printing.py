"""Which papers a page offers, and how one is sent: as PDF that is shown, as a document that is saved."""

from dataclasses import dataclass

from congress import docx, papers, pdf


PDF, DOCX = "pdf", "docx"
FORMATS = [(PDF, "PDF（直接打印）"), (DOCX, "Word（可以修改）")]


@dataclass(frozen=True)
class Offer:
    """A paper in the menu, at an address that makes a PDF and with ``?as=docx`` a document.

    One that ``asks`` does so first, on a page of its own.
    """

    label: str
    url: str
    asks: bool = False


def send(found, name, kind=PDF):
    """The papers as a response: with ``kind`` docx a document that is saved, else a PDF that is shown."""
    if kind == DOCX:
        return docx.response(docx.docx_of(found), f"{name}.docx")
    return pdf.response(papers.pdf_of(found), f"{name}.pdf")
