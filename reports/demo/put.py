"""Proposals that deputies put forward themselves, each step on its own day."""

from contextlib import contextmanager
from datetime import timedelta

from congress import clock
from congress.calendar import Calendar
from congress.enums import Role, Satisfaction
from congress.models import Unit, User
from deputies.models import Seat
from proposals import handling_workflow
from proposals import workflow as proposing
from proposals.enums import ProposalKind
from reports.demo.walk import moment
from reports.demo.way import Way


OUYANG, GULINAER, QIGUAN, ZHUGE = "欧阳䶮", "古丽娜尔·艾合买提江", "亓官淼", "诸葛垚"
ROADS, HOUSING = "区交通局", "区住建局"
LETTER = "您提出的建议收悉。我局与您一起看了现场，反映的情况属实。{}办理进展按季度向您通报。感谢您的支持。"
ADVICE = "{}请主管部门到现场核实，提出解决办法，写明完成的时间。"


def seat_of(name):
    """The seat in the district's congress of the deputy of that name."""
    found = Seat.objects.select_related("deputy__user", "term__jurisdiction__parent")
    return found.get(deputy__name=name, term__jurisdiction__name="云渚区", ends_on=None)


def unit(short_name):
    return Unit.objects.get(short_name=short_name)


class Put(Way):
    """A proposal of the district's congress; ``on`` says on which day the next steps are taken."""

    def __init__(self, today):
        self.today = today
        self.calendar = Calendar()
        self.government = User.objects.get(role=Role.GOV_OFFICE)
        self.day, self.hour = today, 9

    def on(self, day):
        """The next workday from ``day`` on, today at the latest."""
        self.day, self.hour = min(self.calendar.next_workday(day), self.today), 9
        return self

    def ago(self, days):
        return self.on(self.today - timedelta(days=days))

    @contextmanager
    def at(self):
        with clock.at(moment(self.day, self.hour)):
            yield
        self.hour = min(self.hour + 1, 18)

    def draft(self, title, lead, *, others=(), by_office=False, **told):
        """Written by the deputy himself, or by the office for those without accounts; others are asked."""
        lead = seat_of(lead)
        office = User.objects.get(role=Role.DISTRICT_OFFICE, jurisdiction=lead.term.jurisdiction)
        with self.at():
            self.proposal = proposing.draft(
                by=office if by_office else lead.deputy.user,
                lead=lead,
                invited=[seat_of(name) for name in others],
                title=title,
                **{"kind": ProposalKind.SUGGESTION, **told},
            )

    def sign(self, *names):
        """All who are asked sign, or those of the ``names``."""
        asked = self.proposal.sponsorships.filter(status="invited").select_related("seat__deputy__user")
        with self.at():
            for row in asked.filter(seat__deputy__name__in=names) if names else asked:
                proposing.confirm(row, by=self.signer(row))

    def submit(self):
        with self.at():
            proposing.submit(self.proposal, by=self.deputy)

    def assign(self, lead, *co_units):
        with self.at():
            proposing.assign(
                self.proposal, by=self.government, lead=unit(lead), co_units=[unit(name) for name in co_units]
            )

    def meet(self):
        """The leading unit calls on everybody who signed."""
        part = self.parts()[-1]
        with self.at():
            handling_workflow.record_contact(
                part,
                by=self.clerk(part),
                mode="visit",
                held_on=clock.today(),
                sponsorships=self.proposal.sponsorships.confirmed(),
                note="一起看了现场，当面听取意见。",
            )

    def reply(self, text, **promise):
        """The joining units give their opinions, and the leading one replies."""
        *joined, leading = self.parts()
        for part in joined:
            opinion = "我单位职责范围内的部分，已商主办单位列入工作计划，按主办单位的安排配合实施。"
            self.send_reply(part, opinion)
        self.send_reply(leading, text, **promise)

    @property
    def promise(self):
        """What the reply promises, as it stands in the ledger, with its unit's clerk."""
        made = self.proposal.commitments.select_related("assignment__unit").get()
        return made, self.clerk(made.assignment)


def handed_in(today, ago, title, told, lead, category, *, others=()):
    """Written, signed, handed in and accepted within four days."""
    way = Put(today).ago(ago)
    way.draft(title, lead, others=others, text=ADVICE.format(told))
    way.sign()
    way.submit()
    way.ago(ago - 4).accept(category)
    return way


def assigned(today, ago, title, told, lead, category, unit, *co_units, others=()):
    way = handed_in(today, ago, title, told, lead, category, others=others)
    way.ago(ago - 7).assign(unit, *co_units)
    return way


def answered(way, ago, text, *, code="B", days_left=None, promised=""):
    """Taken on, met and replied to; what is promised is due ``days_left`` from today."""
    way.ago(ago + 50).take_on()
    way.ago(ago + 20).meet()
    until = way.today + timedelta(days=days_left) if promised else None
    way.ago(ago).reply(LETTER.format(text), code=code, promised=promised, until=until)
    return way


def filed(way, ago, result=Satisfaction.SATISFIED):
    way.ago(ago).rate(result)
    way.close()
