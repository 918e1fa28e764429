"""What an import has to say: defects of cells and rows, what became of each row, and the counts."""

from collections import Counter
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace

from django.db.models import TextChoices


SHOWN_LENGTH = 60
SHOWN_PLACES = 5


class Severity(TextChoices):
    """An error refuses the row; a warning takes the row over and tells; an info was put right."""

    ERROR = "error", "错误"
    WARNING = "warning", "提醒"
    INFO = "info", "已处理"


class Outcome(TextChoices):
    """What a row does to the records."""

    NEW = "new", "新增"
    CHANGED = "changed", "更新"
    UNCHANGED = "unchanged", "无变化"
    WRONG = "wrong", "有错误"


@dataclass(frozen=True)
class Defect:
    """One finding. ``column`` is the letter, ``field`` the heading, ``text`` what stands in the cell."""

    level: Severity
    topic: str
    file: str
    sheet: str | None
    row: int
    column: str | None
    field: str | None
    text: str
    message: str


@dataclass(frozen=True)
class Change:
    """One field of a record that a row would change, in words for the preview."""

    field: str
    old: str
    new: str


@dataclass(frozen=True)
class RowResult:
    """What became of one row; ``label`` names it for people, such as the deputy's name."""

    file: str
    sheet: str | None
    row: int
    outcome: Outcome
    label: str = ""
    changes: tuple[Change, ...] = ()


@dataclass
class UnknownMark:
    """A mark that nobody knows: the kind of register, how it is written, where; ``count`` of its cells.

    ``group``: of which words it should be one, where a register has marks of several kinds.
    ``by_colour``: nothing is written, the cells are coloured.
    """

    kind: str
    writing: str
    group: str = ""
    by_colour: bool = False
    count: int = 0
    places: list[str] = field(default_factory=list)

    @property
    def where(self):
        """4格：考勤 D3、考勤 F3等; the first few of them."""
        coloured = "只填了颜色的" if self.by_colour else ""
        more = "等" if self.count > len(self.places) else ""
        return f"{coloured}{self.count}格：{'、'.join(self.places)}{more}"


@dataclass(frozen=True)
class MeetingNote:
    """What is known of the meeting that a heading stands for, "" for what is not: the day as 2025-01-12.

    ``reason`` says what keeps its column from being taken over, "" nothing.
    """

    heading: str
    reason: str = ""
    on: str = ""
    part: str = ""
    kind: str = ""
    name: str = ""


@dataclass(frozen=True)
class SheetNote:
    """How a sheet was read: its kind, where the headings stand, what each means, which are unknown.

    ``kind`` is None where the sheet was not taken over; ``likely`` is the kind that it resembles most.
    ``left_out``: the headings that people said to leave out. ``values``: what stands below these and the
    unknown ones of an open-ended register. ``meetings``: its headings that people have to say, or have said,
    the meeting of; ``session`` the session that they are of.
    """

    file: str
    sheet: str | None
    kind: str | None
    likely: str
    heading_row: int | None
    columns: dict[str, str]
    unknown: tuple[str, ...]
    missing: tuple[str, ...]
    message: str
    values: dict[str, str] = field(default_factory=dict)
    session: str = ""
    meetings: tuple[MeetingNote, ...] = ()
    left_out: tuple[str, ...] = ()


@dataclass
class Report:
    """Everything one import found, over all of its files.

    ``notices`` are sentences about the whole, ``problems`` say which files were not read and why.
    ``watch`` is called with the report at each of the ``rows_in_all``.
    """

    sheets: list[SheetNote] = field(default_factory=list)
    defects: list[Defect] = field(default_factory=list)
    results: list[RowResult] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    marks: list[UnknownMark] = field(default_factory=list)
    rows_in_all: int = 0
    rows_read: int = 0
    watch: Callable = field(default=lambda report: None, repr=False)

    def count_row(self):
        self.rows_read += 1
        self.watch(self)

    @property
    def counts(self):
        """Number of rows by outcome, every outcome named."""
        return _counts(self.results)

    def counts_of(self, note):
        """Number of rows by outcome in the sheet of a SheetNote."""
        place = (note.file, note.sheet)
        return _counts(result for result in self.results if (result.file, result.sheet) == place)

    def notice(self, sentence):
        """Say something about the whole, once."""
        if sentence not in self.notices:
            self.notices.append(sentence)

    def warn_of_sheet(self, recognition, topic, message):
        """Warn of a sheet as a whole, at the row of its headings."""
        sheet, row = recognition.sheet, recognition.first_row
        self.defects.append(
            Defect(
                Severity.WARNING, topic, sheet.file, sheet.name, row, None, None, sheet.name or "", message
            )
        )

    def unknown_mark(self, kind, writing, place, *, group="", by_colour=False):
        """Count a cell whose mark nobody knows, standing at ``place``; return the count."""
        found = next((mark for mark in self.marks if (mark.kind, mark.writing) == (kind, writing)), None)
        if found is None:
            found = UnknownMark(kind, writing, group, by_colour)
            self.marks.append(found)
        found.count += 1
        if len(found.places) < SHOWN_PLACES:
            found.places.append(place)
        return found.count

    @property
    def defect_counts(self):
        found = Counter(defect.level for defect in self.defects)
        return {level.value: found[level] for level in Severity}

    def add_sheet(self, recognition):
        """Note how a sheet was read, or that it was not."""
        sheet, register = recognition.sheet, recognition.register
        read = recognition.is_complete
        unknown = tuple(
            heading.text for heading in recognition.unknown if heading not in recognition.expected
        )
        left_out = tuple(heading.text for heading in recognition.left_out)
        if left_out:
            named = "、".join(f"“{text}”" for text in left_out)
            self.notice(f"{sheet.title}：按先前的指定不导入：{named}。")
        message = recognition.sentence
        if read:
            message = f"{sheet.title}：按{register.label}读入。"
            if unknown:
                message += f"没有认出的栏：{'、'.join(unknown)}，未导入；可以在导入页面指定。"
        self.sheets.append(
            SheetNote(
                sheet.file,
                sheet.name,
                register.kind if read else None,
                register.kind,
                recognition.first_row or None,
                {heading.text: key for key, heading in recognition.columns.items()},
                unknown,
                tuple(column.label for column in recognition.missing),
                message,
                recognition.values if register.open_ended else {},
                left_out=left_out,
            )
        )

    def note_meetings(self, session, meetings):
        """Say of the sheet noted last which session it is of, and its headings set by hand or to be set."""
        self.sheets[-1] = replace(self.sheets[-1], session=session, meetings=tuple(meetings))

    def as_dict(self):
        """The report as plain values for JSON: counts, how each sheet was read, and the defects."""
        return {
            "counts": self.counts,
            "defect_counts": self.defect_counts,
            "notices": self.notices,
            "problems": self.problems,
            "marks": [asdict(mark) | {"where": mark.where} for mark in self.marks],
            "sheets": [asdict(note) | {"counts": self.counts_of(note)} for note in self.sheets],
            "defects": [asdict(defect) for defect in self.defects],
        }


def _counts(results):
    found = Counter(result.outcome for result in results)
    return {outcome.value: found[outcome] for outcome in Outcome}


def shortened(text):
    """A cell's content for a message: on one line, not longer than a line."""
    text = " ".join(str(text).split())
    return text if len(text) <= SHOWN_LENGTH else text[: SHOWN_LENGTH - 1] + "…"
