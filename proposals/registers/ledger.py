"""Taking over the ledger of motions and suggestions (代表建议议案台账): a row is one of them."""

import re
from functools import cached_property

from congress import clock
from congress.calendar import chinese_date
from congress.registers.bad_value import BadValue, quoted
from congress.registers.dates import parse_date
from congress.registers.importer import register_importer
from congress.registers.marks import MarkedImporter
from congress.registers.moments import day_since
from congress.registers.records import outcome_of
from congress.registers.units import Units
from deputies.registers.congresses import Congresses
from deputies.registers.sitting_days import years_of
from deputies.registers.sitting_place import texts_around
from proposals import kinds
from proposals.enums import ProposalKind
from proposals.models import Proposal
from proposals.registers.columns import LEDGER
from proposals.registers.known import KnownProposals
from proposals.registers.matters import Matters, ToldProposal
from proposals.registers.sessions import Sessions, ToldTime, parse_period, parse_time, sat_at
from proposals.registers.signers import Signers
from proposals.registers.values import kind_in, parse_due, parse_serial, session_in
from proposals.registers.words import Classes, choices_of, marks_with


LONGEST_TITLE = Proposal._meta.get_field("title").max_length


@register_importer
class LedgerImporter(MarkedImporter):
    """A row is a proposal; a further one with the same number is refused."""

    register = LEDGER
    order = 40
    towns_too = True

    def __init__(self, *args):
        super().__init__(*args)
        texts = texts_around(self.recognition)
        self.years = years_of(texts)
        self.congresses = Congresses(self.area, self.recognition, self.report)
        self.units = Units(self.area.district)
        self.classes = Classes(self.area.district, self.report)
        self.marks = marks_with(self.chosen_marks(), self.classes)
        self.sessions = Sessions(self.report)
        self.signers = Signers()
        self.kind_of_sheet = kind_in(self.recognition.sheet.name or "") or kind_in(" ".join(texts))
        self.time_of_sheet = next(filter(None, map(session_in, texts)), ToldTime())
        self.known = KnownProposals()

    @classmethod
    def choices_of(cls, office):
        return choices_of(office)

    @cached_property
    def matters(self):
        return Matters(self.area.by)

    def recall(self):
        self.classes.recall()
        self.sessions.recall()
        self.known.recall()

    def take(self, row):
        if not row.require("title"):
            return
        place = self.congresses.place_of(row)
        told = self._told(row, self.congresses.term_of(row, place)) if place else None
        if told is None:
            return
        proposal, is_new = self.known.find(told), False
        if proposal is None and told.key and (other := self.known.title_of_number(told)):
            number = f"编号“{row.text('number')}”"
            row.reject(
                "duplicate_number", f"{number}已用于“{other}”，本行不导入，请核实编号后再导入", "number"
            )
            return
        if proposal is None:
            proposal, is_new = self.matters.write_down(told), True
            self.known.add(proposal)
        self.known.taken.add(proposal.pk)
        self._tell_of_signers(row, told)
        changes, differing = self.matters.walk(proposal, told)
        if differing:
            row.warn("record_differs", f"{'、'.join(differing)}与已登记的不同，没有改动")
        row.becomes(
            outcome_of(is_new, changes), f"{proposal.number}{proposal.word}：{proposal.title}", changes
        )

    def _told(self, row, term):
        """What the row tells, what cannot be believed left out with a warning; None where it is refused."""
        when = self._when(row)
        units = self.units.read(row, "unit")
        assigned_on = row.read("assigned_on", self._day, reject=True)
        day = assigned_on or when.on
        if row.rejected:
            return None
        if day is None:
            day = self._day_of_session(term, when)
            if day is None:
                row.reject("required_missing", "没有写提出时间和交办日期，本行不导入", "assigned_on")
                return None
        lead, signers = self.signers.read(row, term, day)
        if lead is None:
            return None
        session = self.sessions.find(term, when, day)
        in_session = sat_at(session, when, when.on or day)
        kind = self._kind(row)
        submitted_on = when.on or (min(session.starts_on, day) if in_session else day)
        if not (lead.in_office(submitted_on) and all(seat.in_office(submitted_on) for seat in signers)):
            submitted_on = day
        told = ToldProposal(
            kind=kind,
            title=self._title(row),
            lead=lead,
            signers=signers,
            session=session,
            in_session=in_session,
            submitted_on=min(submitted_on, day),
            serial=row.read("number", parse_serial),
            text=row.text("text"),
            secret=self.word(row, "open") in (False, "no"),
            category=self.word(row, "category"),
        )
        if units:
            self._read_handling(row, told, units, assigned_on)
        elif row.text("unit") == "" and (assigned_on or row.text("replied_on")):
            row.warn("unit_unknown", "没有写承办单位，未交办", "unit")
        return told

    def _when(self, row):
        """What the columns of session and time tell, and the titles where they are silent."""
        told = row.read("when", parse_time, year=self._year) or ToldTime()
        told = told | (row.read("period", parse_period) or ToldTime())
        session = row.read("session", parse_time) or ToldTime()
        # A day tells by itself whether the session sat.
        told = told | (ToldTime(session.number) if told.on else session)
        if told.on and told.on > clock.today():
            row.warn("date_in_future", f"{row.label('when')}{told.on}还没有到，不采用", "when")
            told = ToldTime(told.number, told.in_session)
        if told.in_session is False or told.number or told.on:
            return told
        return told | self.time_of_sheet

    def _day_of_session(self, term, when):
        """A day for a row that tells none: the session's first."""
        for session in self.sessions.of(term):
            if when.number in (None, session.number) and session.starts_on <= clock.today():
                return session.starts_on
        return None

    @property
    def _year(self):
        return self.years[0] if self.years else None

    def _day(self, value):
        day = parse_date(value, default_year=self._year)
        if day and self.years and not min(self.years) - 1 <= day.year <= max(self.years) + 1:
            raise BadValue("date_out_of_range", f"{quoted(value)}超出台账年度")
        if day and day > clock.today():
            raise BadValue(
                "date_in_future", f"{quoted(value)}还没有到（今天是{chinese_date(clock.today())}）"
            )
        return day

    def _kind(self, row):
        """The kind that the row tells: by its column, number, section and title; else the sheet's."""
        told = self.word(row, "kind")
        if told:
            return ProposalKind(told)
        for text in (row.text("number"), row.section, row.text("title")[-4:]):
            if found := kind_in(text):
                return found
        return self.kind_of_sheet or ProposalKind.SUGGESTION

    def _title(self, row):
        title = re.sub(r"\s+", " ", row.text("title"))
        if len(title) > LONGEST_TITLE:
            row.warn("title_too_long", f"标题超过{LONGEST_TITLE}字，截去了后面的字", "title")
        return title[:LONGEST_TITLE]

    def _read_handling(self, row, told, units, assigned_on):
        """To which units, when, until when, and what they replied."""
        place = told.lead.term.jurisdiction
        joined = [unit for unit in self.units.read(row, "co_unit") if unit not in units]
        # Where units join, one leads; without, several in its column each answer their part.
        told.units, told.co_units = (units[:1], [*units[1:], *joined]) if joined else (units, [])
        if assigned_on is None:
            row.inform("assignment_undated", "没有交办日期，按提出日期交办", "assigned_on")
        told.assigned_on = assigned_on or told.submitted_on
        told.due = row.read("due", parse_due, start=told.assigned_on, office=place)
        told.replied_on = row.read(
            "replied_on",
            day_since,
            start=told.assigned_on,
            what="交办日期",
            topic="reply_before_assignment",
        )
        if told.replied_on:
            told.result_class = self.word(row, "class")
            told.document_number = row.text("document_number")[:50]
            told.reply = row.text("reply")
        self._read_ratings(row, told)

    def _read_ratings(self, row, told):
        """What the deputies say of the reply, and of the second one; without a reply it is not believed."""
        attitude, result = (self.word(row, key, "rating") or "" for key in ("attitude", "result"))
        if not told.replied_on:
            for key in ("attitude", "result"):
                if row.text(key):
                    row.warn(
                        "rating_without_reply",
                        f"没有答复日期却填了{row.label(key)}“{row.text(key)}”，不采信",
                        key,
                    )
            return
        if attitude and not result:
            row.inform("rating_incomplete", "只填了对办理态度的评价，没有对办理结果的，未导入", "attitude")
            attitude = ""
        told.attitude, told.result, told.reason = attitude, result, row.text("reason")[:500]
        told.rated_on = row.read(
            "rated_on", day_since, start=told.replied_on, what="答复日期", topic="rating_before_reply"
        )
        told.replied_again_on = row.read(
            "replied_again_on",
            day_since,
            start=told.rated_on or told.replied_on,
            what="第一次答复",
            topic="second_reply_before_first",
        )
        told.redone = bool(self.word(row, "redone") or told.replied_again_on)
        self._read_second_rating(row, told)

    def _read_second_rating(self, row, told):
        attitude, result = (self.word(row, key, "rating") or "" for key in ("attitude_again", "result_again"))
        if result and not told.replied_again_on:
            row.warn("rating_without_reply", "没有再次答复日期却填了再次评价，不采信", "result_again")
        elif result:
            told.attitude_again, told.result_again = attitude, result

    def _tell_of_signers(self, row, told):
        least = kinds.MOTION_SIGNERS[told.lead.term.jurisdiction.level]
        signed = 1 + len(told.signers)
        if told.kind == ProposalKind.MOTION and signed < least:
            row.warn(
                "motion_too_few_signers",
                f"议案要有{least}名以上代表联名（地方组织法第二十二条），本件连领衔共{signed}名，照台账按议案"
                "导入，请核实是否应为建议",
                "cosigners",
            )
