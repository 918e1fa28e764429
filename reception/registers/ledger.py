"""Taking over the ledger of reception days (接待日登记表): who came, with what, and what became of it."""

import re
from functools import cached_property

from congress.calendar import short_date
from congress.registers.bad_value import BadValue
from congress.registers.importer import register_importer
from congress.registers.marks import MarkedImporter, writing_of
from congress.registers.moments import day_since, day_within
from congress.registers.records import outcome_of
from congress.registers.report import Outcome as Result
from congress.registers.units import Units
from deputies.registers.sitting_days import years_of
from deputies.registers.sitting_place import texts_around
from reception.enums import DayStatus, Outcome
from reception.registers.columns import LEDGER
from reception.registers.days import Days, ToldDay
from reception.registers.matters import Matters, ToldMatter, title_of
from reception.registers.places import Places
from reception.registers.receivers import Receivers
from reception.registers.visitors import is_no_matter, is_nobody, visitor_named
from reception.registers.visits import Visits, complete
from reception.registers.words import choices_of, marks_with, units_in_outcome


TAKING_VISITS = (DayStatus.OPEN, *map(DayStatus, DayStatus.held_states))
NUMBER_IN_TEXT = re.compile(r"(?<!\d)1\d{10}(?!\d)")


@register_importer
class LedgerImporter(MarkedImporter):
    """A row is a matter; 同上 for the visitor says that it is another one of the same visit."""

    register = LEDGER
    order = 51
    towns_too = True

    def __init__(self, *args):
        super().__init__(*args)
        self.years = years_of(texts_around(self.recognition))
        self.places = Places(self.area, self.recognition)
        self.receivers = Receivers(self.area.district)
        self.units = Units(self.area.district)
        self.marks = marks_with(self.chosen_marks())
        self.days = Days(self.area)
        self.sat = {}

    @classmethod
    def choices_of(cls, office):
        return choices_of()

    @cached_property
    def matters(self):
        return Matters(self.area.by)

    @cached_property
    def visits(self):
        return Visits(self.matters)

    def recall(self):
        self.days.recall()
        self.visits.recall()

    def take(self, row):
        place = self.places.read(row)
        on = row.read("date", day_within, reject=True, years=self.years) if place else None
        if on is None:
            if place and not row.rejected:
                row.require("date")
            return
        visitor, words = row.text("visitor"), row.text("words")
        nobody_came = (not visitor or is_nobody(visitor)) and (
            is_no_matter(words) if words else is_nobody(visitor)
        )
        if not nobody_came and not row.require("words"):
            return
        jurisdiction, name, station = place
        seats = self.receivers.read(row, "deputies", jurisdiction, on)
        told = ToldDay(jurisdiction, name, on, on, station, held=True, rota=seats)
        day, is_new = self._day(row, told)
        if nobody_came:
            self.visits.end()
            outcome = Result.NEW if is_new else Result.UNCHANGED
            row.becomes(outcome, f"{short_date(on)}{name}无来访")
        else:
            self._take_matter(row, told, day, seats)
        if day and day.status == DayStatus.OPEN:
            self.sat.setdefault((jurisdiction, name, on), []).extend(seats)

    def take_sheet(self):
        """Take every row; days of which the ledger alone tells end with all deputies that it names."""
        super().take_sheet()
        for (jurisdiction, name, on), seats in self.sat.items():
            day = self.days.on(jurisdiction, name, on)
            if day and day.status == DayStatus.OPEN:
                self.days.close(day, list(dict.fromkeys(seats)))

    def _day(self, row, told):
        """(the reception day of a row, whether it is new); None where no deputy is known who could sit.

        One that no rota told of is opened with its first row.
        """
        day = self.days.on(told.jurisdiction, told.place, told.date)
        if day and day.status in TAKING_VISITS:
            return day, False
        if not told.rota and not (day and day.slots.exists()):
            row.warn("day_without_deputies", "没有认出在任的接待代表，不记为接待日，来访照常登记", "deputies")
            return None, False
        if day is None:
            row.inform("day_not_planned", "没有排过这个接待日，按登记表补记为已举行", "date")
        is_new = day is None
        return self.days.open(told, day), is_new

    def _take_matter(self, row, where, day, seats):
        """Find the matter or write it down, and take its steps; ``where``: the ToldDay, ``day`` or None."""
        told = self._told(row, where.date)
        opinion, is_new = self.visits.take(row, where, day, seats, told)
        changes, differing = self.matters.walk(opinion, told)
        if not is_new:
            changes += complete(row, opinion.visit.visitor)
            if differing:
                row.warn("record_differs", f"{'、'.join(differing)}与已登记的不同，没有改动")
        label = f"{short_date(where.date)}{where.place}：{opinion.title}"
        row.becomes(outcome_of(is_new, changes), label, changes)

    def _told(self, row, on):
        """What the row tells of the matter; what cannot be is left out, with a warning."""
        words = row.text("words")
        _, name = visitor_named(row.text("visitor"))
        title = NUMBER_IN_TEXT.sub("（电话略）", title_of(row.text("title") or words, name))
        told = ToldMatter(words, title, on, self.word(row, "category"))
        told.units = self._units_in_outcome(row)
        told.outcome = Outcome.REFERRED if told.units else self.word(row, "outcome") or ""
        told.result = row.text("result")
        if not (told.outcome or row.text("outcome") or row.text("unit")):
            told.outcome = self._settled_in(told.result)
        if told.outcome == Outcome.REFERRED or (not told.outcome and row.text("unit")):
            self._read_referral(row, told)
        told.mode = self.word(row, "mode", "mode") or ""
        since = told.replied_on or on
        may_be_answered = told.outcome != Outcome.REFERRED or told.replied_on
        if told.outcome not in Outcome.on_the_spot and may_be_answered:
            told.answered_on = row.read(
                "answered_on", day_since, start=since, what="单位答复日期", topic="answer_before_reply"
            )
        self._read_ratings(row, told)
        return told

    def _settled_in(self, result):
        """On the spot, where a ledger without a column for the outcome says so among the results."""
        try:
            said = self.marks("outcome", result)
        except BadValue:
            return ""
        return said if said in Outcome.on_the_spot else ""

    def _units_in_outcome(self, row):
        """The units in 转水利局办理; none where a part is no unit, or the office said what the word means."""
        writing = writing_of(row.text("outcome"))
        if writing in self.marks.chosen or not (written := units_in_outcome(writing)):
            return []
        return self.units.named(written) or []

    def _read_referral(self, row, told):
        """To which units, when, and when they replied; the column of units goes before the outcome's."""
        told.units = self.units.read(row, "unit") or told.units
        if not told.units:
            if not row.text("unit"):
                row.warn("unit_unknown", "写了转办，没有写转办单位，未转办", "outcome")
            told.outcome = Outcome.REFERRED if told.outcome else ""
            return
        told.outcome = Outcome.REFERRED
        start = told.received_on
        told.referred_on = row.read(
            "referred_on", day_since, start=start, what="接待日期", topic="referral_before_reception"
        )
        if told.referred_on is None:
            row.inform("referral_undated", "没有转办日期，按接待日期转办", "referred_on")
            told.referred_on = start
        told.replied_on = row.read(
            "replied_on",
            day_since,
            start=told.referred_on,
            what="转办日期",
            topic="reply_before_assignment",
        )

    def _read_ratings(self, row, told):
        """The ratings of who was told of a result; others are not believed."""
        handling, deputy = (self.word(row, key, "rating") for key in ("handling_rating", "deputy_rating"))
        if not handling and not deputy:
            return
        if told.outcome not in Outcome.on_the_spot and not told.answered_on:
            key = "handling_rating" if handling else "deputy_rating"
            row.warn("rating_without_reply", f"没有答复日期却填了满意度“{row.text(key)}”，满意度不采信", key)
        elif handling:
            told.handling_rating, told.deputy_rating = handling, deputy or ""
            told.reason = row.text("reason")
        elif not row.text("handling_rating"):
            row.inform("rating_incomplete", "只填了对代表满意度，没有对办理满意度，未导入", "deputy_rating")
