"""Taking over the rota of reception days (接待日轮值安排): announced, held or not, who sat for whom."""

import re
import unicodedata
from datetime import time

from congress.registers.bad_value import BadValue, quoted
from congress.registers.dates import parse_date
from congress.registers.importer import Importer, register_importer
from congress.registers.records import outcome_of
from congress.registers.vocabulary import Vocabulary
from deputies.registers.sitting_days import years_of
from deputies.registers.sitting_place import texts_around
from reception.registers.columns import LEDGER, ROTA
from reception.registers.days import Days, ToldDay, is_past
from reception.registers.places import Places
from reception.registers.receivers import Receivers


HELD = Vocabulary(
    {
        True: "是 已举行 举行 已接待 如期举行 按期举行 已举办 已开展 有 √ ✓ 正常",
        False: "否 未举行 未接待 取消 停办 未举办 未开展 没有 没举行 ×",
    }
)
HOURS = re.compile(r"(\d{1,2})[:.时点](\d{2})?分?[-~—–至到]+(\d{1,2})[:.时点](\d{2})?分?")


@register_importer
class RotaImporter(Importer):
    """A row is a reception day."""

    register = ROTA
    order = 50
    towns_too = True
    part_of = LEDGER.kind

    def __init__(self, *args):
        super().__init__(*args)
        self.years = years_of(texts_around(self.recognition))
        self.places = Places(self.area, self.recognition)
        self.receivers = Receivers(self.area.district)
        self.days = Days(self.area)

    def recall(self):
        self.days.recall()

    def take(self, row):
        place = self.places.read(row)
        dates = self._dates(row) if place else None
        if dates is None:
            return
        told = self._told(row, place, *dates)
        known = self.days.of(told)
        if known and told.held and told.date != known.date and known.status in ("held", "archived"):
            row.warn("record_differs", f"已登记的接待日期是{known.date}，与表中不同，没有改动", "date")
        day, changes = self.days.walk(told, known)
        row.becomes(outcome_of(known is None, changes), str(day), changes)

    def _dates(self, row):
        """(the day on which it was due, the day on which it was held or None), None for a refused row."""
        dates = [row.read(key, self._day, reject=True) for key in ("rule_date", "date")]
        if row.rejected:
            return None
        rule_date, date = dates
        if rule_date is None and date is None:
            row.reject("required_missing", "没有写接待日期，本行不导入", "rule_date")
            return None
        return rule_date or date, date

    def _day(self, value):
        day = parse_date(value, default_year=self.years[0] if self.years else None)
        if day and self.years and abs(day.year - self.years[0]) > 1:
            raise BadValue("date_out_of_range", f"{quoted(value)}超出台账年度")
        return day

    def _told(self, row, place, rule_date, date):
        jurisdiction, name, station = place
        held = row.read("held", HELD)
        taking_place = date or rule_date
        present = self.receivers.read(row, "present", jurisdiction, taking_place)
        if held is None and row.text("held") == "":
            held = True if present and is_past(taking_place) else None
        if held and not is_past(taking_place):
            row.warn("date_in_future", f"接待日{taking_place}还没有到，按计划导入", "held")
            held, present = None, []
        notice = row.read("notice", self._day)
        if notice and (notice > taking_place or not is_past(notice)):
            row.warn("notice_after_day", f"公告日期{notice}晚于接待日或者今天，按空值导入", "notice")
            notice = None
        return ToldDay(
            jurisdiction,
            name,
            rule_date,
            date,
            station,
            hours_in(row.text("hours")),
            notice,
            self.receivers.read(row, "rota", jurisdiction, taking_place),
            present,
            held,
            row.text("remark"),
        )


def hours_in(text):
    """(from, until) of 8:30-11:00 or 8时30分至11时, (None, None) of what tells no hours."""
    found = HOURS.search(re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).replace("：", ":"))
    if not found:
        return None, None
    first, first_minutes, last, last_minutes = (int(part or 0) for part in found.groups())
    if max(first, last) > 23 or max(first_minutes, last_minutes) > 59:
        return None, None
    if "下午" in text and first < 12:
        first, last = first + 12, last + 12 if last < 12 else last
    return time(first, first_minutes), time(last, last_minutes)
