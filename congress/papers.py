"""What an official paper says, apart from what it is made of.

A :class:`Paper` is written once and printed twice: as PDF by ``congress/pdf.py``, as an editable document by
``congress/docx``. So both say the same.
"""

from dataclasses import dataclass

from congress import pdf


@dataclass(frozen=True)
class Heading:
    """一、 in 黑体 (level 1), （一） in 楷体 (level 2) (domain.md D8)."""

    text: str
    level: int = 1


@dataclass(frozen=True)
class Paragraph:
    """Running text; one that is not ``indented`` begins at the left edge, as 主送机关 does.

    ``size`` in points is that of a note below a table; 0 is that of the text.
    """

    text: str
    indented: bool = True
    size: float = 0


@dataclass(frozen=True)
class Cell:
    """``lines`` of text, over ``span`` columns; a ``head`` names what stands beside or below it.

    ``room`` is the least height in millimetres, for what is written by hand.
    """

    text: str = ""
    span: int = 1
    head: bool = False
    centred: bool = False
    room: float = 0

    @property
    def lines(self):
        return self.text.split("\n")


@dataclass(frozen=True)
class Table:
    """Rows of :class:`Cell`, ``head`` rows repeated on each page; ``widths`` in mm, ``size`` in points."""

    widths: tuple
    rows: tuple
    head: tuple = ()
    size: float = 12


@dataclass(frozen=True)
class Signature:
    """Who signs and when; ``sealed`` leaves the room of a seal."""

    name: str
    date: str
    sealed: bool = False


@dataclass(frozen=True)
class Paper:
    """A paper: ``title`` in lines, broken where the sense breaks, then its ``parts``.

    With a ``masthead`` it has the layout of a letter (信函) and its ``number`` at the right; ``mark`` then
    stands in the corner at the top right of its first page, ``copies`` (抄送) at the foot of its last.
    ``remark`` (附注) stands below the date; ``wide`` is a table on a page turned round. A ``draft`` carries
    草稿 on each page.
    """

    title: tuple
    parts: tuple
    byline: str = ""
    masthead: str = ""
    number: str = ""
    mark: str = ""
    signature: Signature | None = None
    remark: str = ""
    copies: str = ""
    wide: bool = False
    draft: bool = False

    @property
    def name(self):
        return "".join(self.title)

    @property
    def masthead_size(self):
        """The type size in points at which the masthead fits on the red line of 170 mm."""
        return min(30, int(170 / 25.4 * 72 / max(len(self.masthead), 1)))


def head(*texts):
    """A row of column headings."""
    return tuple(Cell(text, head=True, centred=True) for text in texts)


def facts(*pairs, span=1):
    """A row of labels with their values beside them; ``span`` is that of the last value."""
    cells = []
    for number, (label, value) in enumerate(pairs, start=1):
        cells += [Cell(label, head=True, centred=True), Cell(value, span if number == len(pairs) else 1)]
    return tuple(cells)


def pdf_of(papers):
    """The papers as one PDF, the pages of each counted by themselves."""
    documents = [pdf.render("congress/pdf/paper.html", {"paper": one}, draft=one.draft) for one in papers]
    return documents[0] if len(documents) == 1 else pdf.merge(documents)
