"""Taking over the roster of deputies (代表名册)."""

import re
from datetime import timedelta

from congress import clock
from congress.enums import Level
from congress.registers.bad_value import BadValue
from congress.registers.dates import parse_date, parse_month
from congress.registers.importer import Importer, Refused, register_importer
from congress.registers.records import fill, outcome_of
from congress.registers.vocabulary import YES_NO
from deputies import remarks, rules
from deputies.enums import EndGround, StartGround, Tie
from deputies.models import Delegation, Deputy, DeputyGroup, Seat
from deputies.registers.columns import ROSTER
from deputies.registers.congresses import Congresses
from deputies.registers.divisions import Constituencies, Parts, number_in
from deputies.registers.ends import Ends
from deputies.registers.people import Identity, People, fuller_birth
from deputies.registers.person import person_of
from deputies.registers.seating import Seating


ARMY = re.compile("驻军|解放军|武警")  # who elects on its own (选举法第六条)
STILL_IN_OFFICE = frozenset({"在任", "在职", "在岗", "正常", "现任", "履职", "正常履职"})
ENDED = ("ends_on", "end_ground", "announcement", "announced_on")
GENERAL_ELECTION = timedelta(days=180)  # who came in later was elected to a vacant seat


@register_importer
class RosterImporter(Importer):
    """A row is a seat, and the person who holds it."""

    register = ROSTER
    order = 20
    towns_too = True
    withheld = ("id_number",)

    def __init__(self, *args):
        super().__init__(*args)
        self.congresses = Congresses(self.area, self.recognition, self.report)
        self.people = People(self.area.district)
        self.constituencies = Constituencies(self.area)
        self.delegations, self.groups = Parts(Delegation), Parts(DeputyGroup)
        self.seating = Seating(self.area)
        self.ends = Ends(self.area)
        self.first_start = self._first_start()
        self.seen = {}

    def take_sheet(self):
        """Take every row; only then is it known who of a constituency is in office."""
        super().take_sheet()
        self.seating.warn_of_too_many()
        self.ends.match_by_elections()

    def recall(self):
        for memory in (self.people, self.constituencies, self.delegations, self.groups):
            memory.recall()

    def take(self, row):
        if not row.require("name"):
            return
        place = self.congresses.place_of(row)
        if place is None:
            return
        term = self.congresses.term_of(row, place)
        person = person_of(row)
        constituency = self._constituency(row, place, term)
        identity = Identity(person["name"], person["sex"] or "", person["born"], person["phone"] or "")
        deputy, seats = self.people.find(identity, term, constituency) or (None, None)
        if deputy and (term.pk, deputy.pk) in self.seen:
            same = "、".join(["姓名", *identity.shared_with(deputy)])
            told = f"{identity.name}与前面的行是同一人（{same}相同），本行不导入"
            raise Refused("duplicate_person", told, "name")
        self._save(row, term, constituency, person, deputy, seats)

    def _save(self, row, term, constituency, person, deputy, seats):
        seat_values = self._seat(row, term, constituency)
        deputy = deputy or Deputy(district=self.area.district)
        is_known = deputy.pk is not None
        if not is_known and constituency and self.people.has_namesake(person["name"], term, constituency):
            row.warn(
                "namesake_in_constituency",
                f"{constituency}已有同名代表{person['name']}，出生年月或电话不同，按另一人导入；"
                "是同一人的，请先把资料改一致再导入",
                "name",
            )
        changes = self._fill_person(row, deputy, person)
        if not is_known:
            seats = self.people.add(deputy)
        seat = seats.get(term.pk)
        is_new = seat is None
        seat = seat or Seat(deputy=deputy, term=term)
        if seat_values["by_army"] and seat.constituency_id:
            told = f"{deputy.name}已登记由{seat.constituency}选出，没有改为驻军选举；登记错了的请先更正选区"
            row.warn("army_in_constituency", told, "constituency")
            seat_values["by_army"] = None
        ended = {name: seat_values.pop(name) for name in ENDED}
        changes += fill(seat, **seat_values)
        changes += self.ends.end(row, seat, **ended)
        seats[term.pk] = seat
        self.seating.note(row, seat, constituency, is_new=is_new)
        self.seen[term.pk, deputy.pk] = row.number
        row.becomes(outcome_of(is_new, changes), f"{deputy.name}（{term.jurisdiction}）", changes)

    def _fill_person(self, row, deputy, person):
        """Fill who somebody is; one who sits in another congress too is not a town's to change."""
        person = person | {"born": fuller_birth(person["born"], deputy.born)}
        if not (self.area.own and deputy.pk) or rules.can_change_deputy(self.area.by, deputy):
            return fill(deputy, **person)
        differing = [
            str(deputy._meta.get_field(name).verbose_name)
            for name, value in person.items()
            if value not in (None, "") and value != getattr(deputy, name)
        ]
        if differing:
            row.warn(
                "person_kept",
                f"{deputy.name}的个人资料由{self.area.district.office_name}管理，"
                f"{'、'.join(differing)}与已登记的不同，没有改动，只导入任职；确有变化的请告知区里",
                "name",
            )
        return ()

    def _constituency(self, row, place, term):
        """The constituency by its number, else by its name; a number not known yet is made.

        Of a term to come it is one drawn for it.
        """
        today = clock.today()
        on = max(term.starts_on or today, today)
        told = [text for text in (row.text("constituency"), row.text("constituency_name")) if text]
        for text in told:
            number = number_in(text, place)
            if number:
                return self.constituencies.numbered_or_new(place, number, on)
        found = next(filter(None, (self.constituencies.named(place, text, on) for text in told)), None)
        if told and not found and not _is_army(row, place):
            row.warn("constituency_unknown", f"没有“{told[0]}”这个选区，按空值导入", "constituency")
        return found

    def _seat(self, row, term, constituency):
        """The values of the Seat."""
        change, note = row.text("change"), row.text("remark")
        change = "" if change in STILL_IN_OFFICE else change
        told = remarks.parse_remark("；".join(filter(None, (change, note))))
        starts_on, ends_on = self._days(row, told)
        told_ground = row.text("start_ground")
        late = starts_on and self.first_start and starts_on - self.first_start > GENERAL_ELECTION
        by_elected = told.by_elected or (late and not told_ground) or told_ground in ("是", "补选")
        ground = told.end_ground or remarks.end_ground(row.text("end_ground"))
        if told.doubt and not ends_on:
            row.warn("end_undated", told.doubt, "remark" if note else "change")
        if starts_on and ends_on and ends_on < starts_on:
            row.warn("end_before_start", f"离任日期{ends_on}早于就任日期{starts_on}，按在任导入", "remark")
            ends_on = None
        return {
            "constituency": constituency,
            "by_army": False if constituency else _is_army(row, term.jurisdiction) or None,
            "delegation": self.delegations.named_or_new(term, row.text("delegation")),
            "group": self.groups.named_or_new(term, row.text("group")),
            "card_number": row.text("card_number"),
            "roster_order": self._place_in_roster(row),
            "start_ground": StartGround.BY_ELECTED if by_elected else None,
            "reelected": (told.reelected or self._says_yes(row)) or None,
            "starts_on": starts_on,
            "ends_on": ends_on,
            "end_ground": EndGround(ground) if ground and ends_on else "",
            "announcement": row.text("announcement"),
            "announced_on": row.read("announced_on", parse_date),
            "tie": self._tie(row),
            "remark": "；".join(filter(None, (change, note))),
        }

    def _days(self, row, told):
        """First and last day of the seat: by the columns of dates, else by the remark."""
        started = remarks.spans(row.text("started"))
        ended = remarks.spans(row.text("ended")) or started[1:]
        starts_on = started[0].first if started else row.read("started", parse_month)
        ends_on = ended[0].last if ended else row.read("ended", parse_month)
        return told.starts_on or starts_on, ends_on or told.ends_on

    def _first_start(self):
        """The earliest start that the sheet tells, None where it tells none."""
        heading = self.recognition.columns.get("started")
        rows = self.recognition.sheet.rows if heading else ()
        days = [span.first for row in rows for span in remarks.spans(row[heading.column - 1].text)[:1]]
        return min(days, default=None)

    def _says_yes(self, row):
        try:
            return YES_NO(row.cell("reelected").value)
        except BadValue:
            return remarks.parse_remark(row.text("reelected")).reelected

    def _tie(self, row):
        """Whether the deputy lives or works in the constituency, as far as the roster tells (B46)."""
        lives, works = row.read("lives", YES_NO), row.read("works", YES_NO)
        if lives and works:
            return Tie.BOTH
        if lives or works:
            return Tie.LIVES if lives else Tie.WORKS
        return Tie.NEITHER if (lives, works) == (False, False) else ""

    def _place_in_roster(self, row):
        serials = (row.line[column - 1].text for column in self.recognition.serial_columns)
        return next((int(serial) for serial in serials if serial.isdecimal()), len(self.seen) + 1)


def _is_army(row, place):
    """Whether the row says that the army elected the deputy, of a congress into which it elects."""
    told = row.text("constituency") + row.text("constituency_name")
    return place.level != Level.TOWN and bool(ARMY.search(told))
