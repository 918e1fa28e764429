"""What turns the rows of one register into records; each app declares its own in ``<app>/registers``."""

from dataclasses import replace

from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, transaction

from congress.enums import Level
from congress.models import HeadingMapping
from congress.registers.records import sentence_of
from congress.registers.rows import read_rows
from congress.workflow import StepNotAvailable


_importers = []


class Refused(Exception):
    """A row that cannot be taken although some of it is written already; as :meth:`Row.reject`."""


class Importer:
    """Takes over the sheets of one register. A subclass says which register, its place in the order, and
    in ``take`` what a row becomes; it ends in ``row.becomes(…)`` or ``row.reject(…)``.

    ``towns_too``: a town's office may import its own. ``withheld``: columns that are known but never read
    or stored, such as identity numbers (domain.md D10). ``part_of``: the kind of the register that it is kept
    with and imported with. ``meanings``: the labels of what a mark may mean, by the keys that are stored;
    a register with marks of several groups tells them by ``meanings_of``.
    """

    register = None
    order = 0
    towns_too = False
    withheld = ()
    part_of = ""
    meanings = {}

    def __init__(self, area, recognition, report):
        self.area = area
        self.recognition = self._without_withheld(recognition, report)
        self.report = report

    def take_sheet(self):
        """Take every data row; one that cannot be kept is refused with the reason."""
        is_empty = True
        for row in read_rows(self.recognition, self.report):
            is_empty = False
            self._take_whole(row)
        if is_empty:
            self.report.warn_of_sheet(
                self.recognition, "no_rows", "只有表头，没有数据行，请核对是否选错了文件"
            )

    def take(self, row):
        raise NotImplementedError

    def recall(self):
        """Remember the records anew: what was rolled back is no more. Called after a row that was refused."""

    def _take_whole(self, row):
        """Take a row as a whole or not at all."""
        notices = len(self.report.notices)
        try:
            with transaction.atomic():
                self.take(row)
            return
        except Refused as refusal:
            reason = refusal.args
        except ValidationError as error:
            reason = "value_invalid", f"{sentence_of(error)}，本行不导入"
        except StepNotAvailable as refusal:
            reason = "step_refused", f"{str(refusal).rstrip('。')}，本行不导入"
        except IntegrityError:
            reason = "record_conflict", "与已有的记录冲突，如同名、同号或者重复登记，请核对，本行不导入"
        except DataError:
            reason = "value_invalid", "有的内容太长，或者有不能保存的字符，请核对，本行不导入"
        del self.report.notices[notices:]
        row.reject(*reason)
        self.area.recall()
        self.recall()

    @classmethod
    def label_of_column(cls, key):
        """What a HeadingMapping's key says in words, 不导入 for none."""
        labels = {HeadingMapping.MEETING: "一场会议"} | {one.key: one.label for one in cls.register.columns}
        return labels.get(key, "不导入")

    @classmethod
    def meanings_of(cls, group="", office=None):
        """The labels of what a mark of that group may mean, by the keys that are stored; "" for all.

        Where districts differ they are those of the ``office``; None: of all.
        """
        return cls.meanings

    @classmethod
    def label_of_mark(cls, mapping, meanings=None):
        """What a MarkMapping's meaning says in words, 不计 for none; ``meanings`` where they are read."""
        meanings = meanings or cls.meanings_of(office=mapping.jurisdiction)
        return meanings.get(mapping.meaning, "不计")

    @staticmethod
    def name_of_meeting(heading):
        """A short name to propose for the meeting that a heading stands for."""
        return heading

    @staticmethod
    def meeting_of(heading, text):
        """The fields of a MeetingMapping that 2025-01-12上午开幕会 tells, None where it tells no day; a name
        that it leaves out is the heading's.
        """

    def _without_withheld(self, recognition, report):
        headings = [recognition.columns[key] for key in self.withheld if key in recognition.columns]
        if not headings:
            return recognition
        for heading in headings:
            report.notice(f"{recognition.sheet.title}：“{heading.text}”不导入、不保存。")
        hidden = {heading.column for heading in headings}
        rows = tuple(
            tuple(replace(cell, value=None, formula="") if cell.column in hidden else cell for cell in row)
            for row in recognition.sheet.rows
        )
        return replace(recognition, sheet=replace(recognition.sheet, rows=rows))


def register_importer(importer):
    """Declare an Importer; used as a decorator."""
    _importers.append(importer)
    return importer


def importers():
    """Every declared Importer in the order in which their registers are taken over."""
    return sorted(_importers, key=lambda importer: importer.order)


def importers_of(jurisdiction):
    """Those of the registers that the office of a jurisdiction may import."""
    is_local = jurisdiction.level in Level.local
    return [importer for importer in importers() if importer.towns_too or not is_local]


def kinds_with(kinds):
    """The kinds and those that are imported with them."""
    return set(kinds) | {importer.register.kind for importer in _importers if importer.part_of in kinds}


def importer_of(kind):
    return next(importer for importer in _importers if importer.register.kind == kind)
