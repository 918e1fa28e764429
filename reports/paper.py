"""The paper of a report: its text from the records' figures and the deputy's own words.

A :class:`Paper` is what the editor shows and the PDF prints. Its generated sentences consist of fragments, so
that a figure on the page can lead to its evidence; nobody can type over one.
"""

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from congress import figures
from congress.calendar import chinese_date
from congress.enums import Level
from congress.text import paragraphs
from deputies.enums import StartGround
from reports import wording
from reports.composing import Fragment, compose, number_text
from reports.periods import period_of
from reports.sections import BY_KEY, SECTIONS, Section


# A paragraph that the writer numbered himself begins with a heading: up to its first stop.
_HEADINGS = {
    "heiti": re.compile(r"[一二三四五六七八九十]+、[^。；：]*[。；：]?"),
    "kaiti": re.compile(r"[（(][一二三四五六七八九十]+[）)][^。；：]*[。；：]?"),
}
CLOSING = "以上报告如有不妥之处，敬请各位选民批评指正。"


@dataclass(frozen=True)
class Paragraph:
    """A printed paragraph; ``head`` at its beginning is set in the ``face`` of its level (D8)."""

    face: str
    head: str
    rest: str

    @classmethod
    def of(cls, text):
        for face, heading in _HEADINGS.items():
            if found := heading.match(text):
                return cls(face, found[0], text[found.end() :])
        return cls("", "", text)


@dataclass(frozen=True)
class FigureLine:
    """A figure that the text names, with the rule by which it was counted."""

    key: str
    label: str
    unit: str
    rule: str
    value: str


@dataclass(frozen=True)
class PaperSection:
    """A section as it stands: generated ``fragments``, own ``words``, ``number`` of its heading (or None)."""

    section: Section
    number: int | None
    fragments: tuple
    words: str

    @property
    def generated(self):
        """The generated sentences as plain text."""
        return "".join(fragment.text for fragment in self.fragments)

    @property
    def texts(self):
        """What is printed below the heading, paragraph by paragraph."""
        own = [Paragraph.of(line) for line in paragraphs(self.words)]
        generated = [Paragraph("", "", self.generated)] if self.fragments else []
        return own + generated if self.section.words_first else generated + own

    @property
    def field(self):
        """Name and id of the section's field in the editor."""
        return f"words_{self.section.key}"

    @property
    def length(self):
        return len("".join(self.words.split()))

    @property
    def hints(self):
        return wording.hints(self.words)

    @property
    def own_paragraphs(self):
        """The own words by paragraphs, each as pieces that say whether they are odd."""
        return [wording.pieces(line) for line in paragraphs(self.words)]


@dataclass(frozen=True)
class Paper:
    """A duty report, ready to be shown or printed; ``final`` once the office has accepted it.

    ``ended_on`` is the last day of a seat that was over when the year began and has no report: its paper says
    so in one sentence, and nothing else.
    """

    seat: object
    year: int
    values: dict
    rules: dict
    names: dict
    words: dict
    salutation: str
    date_style: str
    final: bool
    signed_on: date
    ended_on: date | None = None

    @property
    def as_of(self):
        """The last day that the figures know of."""
        return period_of(self.year, until=self.signed_on).end

    @property
    def title(self):
        return f"{self.year}年人大代表向选民述职报告"

    @property
    def byline(self):
        term = self.seat.term
        return f"{term.jurisdiction.name}{term.ordinal}人大代表　{self.seat.deputy.name}"

    @cached_property
    def sections(self):
        """All sections; the headed ones are numbered, and a final paper leaves out those that are empty."""
        if self.ended_on:
            return [PaperSection(BY_KEY["opening"], None, (Fragment(former(self)),), "")]
        found, number = [], 0
        for section in SECTIONS:
            fragments = tuple(self._fragments(section))
            own = self.words.get(section.key, "")
            printed = fragments or wording.is_written(own) or not self.final
            if section.title and printed:
                number += 1
            if printed:
                found.append(PaperSection(section, number if section.title else None, fragments, own))
        return found

    @property
    def left_out(self):
        """The headings below which nothing stands yet: the final paper goes without them."""
        return [
            row.section.title
            for row in self.sections
            if row.section.title and not row.fragments and not wording.is_written(row.words)
        ]

    @cached_property
    def figures(self):
        """The figures that the text names, each once, in the order of the text; not parts of breakdowns."""
        keys = (fragment.key for section in self.sections for fragment in section.fragments)
        return [self._figure_line(key) for key in dict.fromkeys(keys) if key in self.values]

    def _figure_line(self, key):
        figure = figures.get(key)
        rule = self.rules.get(key) or figure.rule
        return FigureLine(key, figure.label, figure.unit, rule, number_text(self.values[key]))

    @property
    def length(self):
        """How many characters the deputy wrote himself."""
        return sum(section.length for section in self.sections)

    @property
    def hints(self):
        """What should be looked at before the report is handed in: [(section, hint)]."""
        return [(section, hint) for section in self.sections for hint in section.hints]

    def _fragments(self, section):
        if section.key == "opening":
            yield Fragment(opening(self.seat, self.year))
        if section.key == "closing":
            yield Fragment(CLOSING)
        for sentence in section.sentences:
            yield from compose(sentence, self.values, self.names)


def opening(seat, year):
    """The opening paragraph: elected when and where, in which term, by whose arrangement (C1)."""
    term, place = seat.term, seat.term.jurisdiction
    start = seat.starts_on or term.starts_on
    when = f"{start.year}年{start.month}月，" if start else ""
    elected = "补选" if seat.start_ground == StartGround.BY_ELECTED else "选举"
    where = f"在{_constituency(seat)}" if seat.constituency_id else ""
    delegation = f"，编入{seat.delegation.name}" if seat.delegation_id else ""
    return (
        f"{when}我{where}被{elected}为{place.name}{term.ordinal}人民代表大会代表{delegation}。"
        f"根据{standing_body(place)}的安排，现将{year}年履行代表职责的情况向各位选民作简要报告，"
        "不当之处，恳请提出宝贵意见。"
    )


def former(paper):
    """The only sentence on a seat that was over when the year began."""
    term = paper.seat.term
    return (
        f"{paper.seat.deputy.name}的{term.jurisdiction.name}{term.ordinal}人民代表大会代表职务"
        f"至{chinese_date(paper.ended_on)}为止，{paper.year}年不在任，不需述职，本年度各项履职数据均计为0。"
    )


def standing_body(jurisdiction):
    """The body that arranges the reports, by its right name (finding 6: a town has a presidium)."""
    if jurisdiction.level == Level.TOWN:
        return f"{jurisdiction.name}人大主席团"
    return f"{jurisdiction.name}人大常委会"


def _constituency(seat):
    name = f"（{seat.constituency.name}）" if seat.constituency.name else ""
    return f"第{seat.constituency.number}选区{name}"
