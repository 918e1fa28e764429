"""Taking over an office's files: which sheet is which register, in which order, and all that is to be said.

Every app declares in ``<app>/registers`` what its registers' rows become. A preview is the same run, rolled
back; a second run finds everything unchanged.
"""

from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from types import SimpleNamespace

from django.db import transaction
from simple_history.models import HistoricalRecords

from congress.registers.headings import recognise
from congress.registers.importer import importer_of, importers, kinds_with
from congress.registers.layouts import gathered, stacked, turned
from congress.registers.opening import open_sheets
from congress.registers.report import Report
from congress.registers.sheet import UnreadableFile
from congress.registers.titles import texts_of


LARGEST_EXPLANATION = 80  # cells of a sheet that explains another


@dataclass
class Book:
    """One file: its sheets, or why it cannot be opened. ``chosen``: not merely found in a folder."""

    name: str
    sheets: list = field(default_factory=list)
    problem: str = ""
    chosen: bool = True

    @property
    def texts(self):
        """What its sheet names and titles say, for finding the district and the terms."""
        return [text for sheet in self.sheets for text in texts_of(sheet)]


def open_book(file, name, *, chosen=True):
    """Open a file given by path or as an open binary file."""
    try:
        return Book(name, [sheet for sheet in open_sheets(file, name) if not sheet.is_empty], chosen=chosen)
    except UnreadableFile as error:
        return Book(name, problem=str(error), chosen=chosen)


@contextmanager
def rolled_back():
    """Do the work and undo it: a preview."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@contextmanager
def done_by(user):
    """Let the history of every record name ``user``, as it does while he uses the pages."""
    before = getattr(HistoricalRecords.context, "request", None)
    HistoricalRecords.context.request = SimpleNamespace(user=user)
    try:
        yield
    finally:
        HistoricalRecords.context.request = before


def doer():
    """The user in whose name the work is done, None where nobody is named."""
    request = getattr(HistoricalRecords.context, "request", None)
    user = getattr(request, "user", None)
    return user if user and user.is_authenticated else None


def take_over(books, area, report=None, *, kinds=None, mappings=None):
    """Take over what belongs to ``kinds`` (None: all); return the Report. Each file as a whole or not at all.

    ``mappings`` gives, by kind, the headings that people set by hand.
    """
    kinds = kinds if kinds is None else kinds_with(kinds)
    report = report or area.report or Report()
    readings = [(book, _recognitions(book, mappings or {})) for book in books]
    report.rows_in_all = sum(_lines_in(recognitions, kinds) for _, recognitions in readings)
    for book, recognitions in sorted(readings, key=lambda reading: _first_order(reading[1])):
        with transaction.atomic():
            _take_book(book, recognitions, area, report, kinds)
    return report


def _lines_in(recognitions, kinds):
    return sum(len(found.lines) for found in _wanted(recognitions, kinds) if found.is_complete)


def _wanted(recognitions, kinds):
    return [found for found in recognitions if kinds is None or found.register.kind in kinds]


def _recognitions(book, mappings):
    """The best reading of each sheet, those of lower floors first."""
    found = [_best_reading(sheet, mappings) for sheet in book.sheets]
    beside = tuple(reading.sheet for reading in found if not reading.is_complete and _is_small(reading.sheet))
    if beside:
        found = [replace(reading, beside=beside) if reading.is_complete else reading for reading in found]
    return sorted(found, key=_order)


def _is_small(sheet):
    """Whether a sheet may explain another."""
    return sum(cell.is_own for row in sheet.rows for cell in row) <= LARGEST_EXPLANATION


def _best_reading(sheet, mappings):
    """The reading of a sheet as a register; of one with its names across, the sheet turned."""
    registers = [importer.register for importer in importers()]
    turnable = [register for register in registers if register.open_ended]
    sheet, second = stacked(gathered(sheet, turnable, mappings))
    best = _reading(sheet, registers, mappings)
    if best.is_complete:
        return replace(best, second_block=second)
    others = [_reading(other, turnable, mappings) for other in (turned(sheet) if turnable else ())]
    return next((reading for reading in others if reading.is_complete), best)


def _reading(sheet, registers, mappings):
    readings = [recognise(sheet, [register], mappings.get(register.kind)) for register in registers]
    return max(readings, key=lambda reading: reading.rank)


def _order(recognition):
    return importer_of(recognition.register.kind).order


def _first_order(recognitions):
    return min((_order(found) for found in recognitions if found.is_complete), default=0)


def _take_book(book, recognitions, area, report, kinds):
    wanted = _wanted(recognitions, kinds)
    complete = [found for found in wanted if found.is_complete]
    if not complete:
        problem = _problem(book, recognitions, wanted, kinds)
        if problem:
            report.problems.append(problem)
            for found in wanted:
                report.add_sheet(found)
        return
    for found in wanted:
        report.add_sheet(found)
        if found.is_complete:
            _tell_of_layout(found, report)
            importer = importer_of(found.register.kind)
            if area.own and not importer.towns_too:
                report.problems.append(f"{found.sheet.title}：{found.register.label}由区里导入，未导入。")
            else:
                importer(area, found, report).take_sheet()


def _tell_of_layout(found, report):
    title = found.sheet.title
    if found.second_block:
        report.notice(
            f"{title}：有并排的几块，第二块从{found.second_block}列开始；已接在第一块下面一起读入。"
        )
    if found.sheet.is_gathered:
        report.notice(f"{title}：每名代表每场会议一行，已并成每名代表一行、每场会议一栏读入。")
        if found.sheet.dropped:
            named = "、".join(f"“{text}”" for text in found.sheet.dropped)
            report.notice(f"{title}：{named}没有导入。")
    if found.sheet.turned_at is not None:
        report.notice(f"{title}：姓名横排，已按一人一行转过来读入；下面说的第几行是原表的第几列。")


def _problem(book, recognitions, wanted, kinds):
    """Why a file of the wanted kinds gave nothing; "" for a file that only lies in the same folder."""
    words = [
        word
        for importer in importers()
        if kinds is None or importer.register.kind in kinds
        for word in importer.register.title_words
    ]
    named = [book.name, *(sheet.name or "" for sheet in book.sheets)]
    concerned = book.chosen or any(word in name for name in named for word in words)
    if not concerned or (not book.chosen and any(found.is_complete for found in recognitions)):
        return ""
    if book.problem:
        return book.problem
    best = max(wanted, key=lambda found: found.rank, default=None)
    return best.sentence if best else f"{book.name}不是要导入的登记表，未导入。"
