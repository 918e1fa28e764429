"""Words of registers that an office may have to explain: what its own writing of a rating, a class means."""

import re

from congress.registers.bad_value import BadValue, is_blank
from congress.registers.importer import Importer
from congress.registers.office import marks_for


LONGEST_MARK = 20  # MarkMapping.writing


def writing_of(value):
    """A word as it is remembered for the office, without blanks."""
    return re.sub(r"\s", "", str(value))


class Marks:
    """The words of one register by groups, an office's own added: those that people said what they mean.

    ``words`` are the Vocabularies of the groups, ``records`` the records that a group's words may mean, by
    their keys as text, where they are records.
    """

    def __init__(self, chosen, words, records=None):
        self.chosen = chosen
        self.words = words
        self.records = records or {}

    def __call__(self, group, value):
        """The word that a cell means, None for a blank one or one not to count. Raises BadValue."""
        if is_blank(value):
            return None
        writing = writing_of(value)
        if writing in self.chosen:
            told, _, key = self.chosen[writing].partition(":")
            if not told:
                return None
            if told == group:
                return self.records[group].get(key) if group in self.records else key
        return self.words[group](value)


class MarkedImporter(Importer):
    """An importer of a register with words of several groups; ``marks`` are its :class:`Marks`."""

    marks = None

    def chosen_marks(self):
        """What the office said that its own words mean."""
        return marks_for(self.area.office, self.register.kind)

    @classmethod
    def choices_of(cls, office):
        """Of each group, the (key, label) of what a word may mean to the office; None: to all of them."""
        raise NotImplementedError

    @classmethod
    def meanings_of(cls, group="", office=None):
        """The words of a group by the keys that are stored: {"rating:basically": "基本满意"}; of "" all."""
        return {
            f"{name}:{key}": str(label)
            for name, found in cls.choices_of(office).items()
            for key, label in found
            if group in ("", name)
        }

    def word(self, row, key, group=""):
        """The word that a cell means; an unknown one is asked for, and the row taken without it."""
        cell = row.cell(key)
        if cell.is_error:
            return None
        try:
            return self.marks(group or key, cell.value)
        except BadValue:
            self._ask(row, key, group or key, writing_of(cell.value))
            return None

    def _ask(self, row, key, group, writing):
        """Tell of an unknown word where it stands first; the page lists all of them."""
        is_short = len(writing) <= LONGEST_MARK
        place = f"{row.sheet or ''} {self.recognition.sheet.place(row.cell(key))}".strip()
        count = self.report.unknown_mark(self.register.kind, writing, place, group=group) if is_short else 1
        if count == 1:
            row.warn("mark_unknown", f"{row.label(key)}“{writing}”没有认出，按空值导入；请指定它的意思", key)
