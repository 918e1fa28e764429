"""Walking a matter through the real steps, each on its day; the walk ends where today begins."""

from contextlib import contextmanager
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from congress import clock
from congress.calendar import Calendar, chinese_date
from congress.enums import Role, Satisfaction
from congress.models import ResultClass, Unit, User
from congress.models.unit import unit_clerks
from reception import answer_workflow, referral_workflow, workflow
from reception.enums import AnswerMode, Competence, Nature, Urgency
from reception.models import OpinionCategory
from reports.demo.matters import ANSWER, MEASURES, REPLY


# The year that is complete; after it come the weeks around today.
YEAR = 2025


class TodayReachedError(Exception):
    """The next step would be taken in the future."""


def moment(day, hour=10):
    """``hour`` o'clock of ``day``, aware."""
    return timezone.make_aware(datetime.combine(day, time(hour)))


class Walk:
    """One matter on its way. Each method takes one step; ``later`` moves on to a working day."""

    calendar = None

    def __init__(self, opinion, matter, *, today):
        self.opinion, self.matter, self.today = opinion, matter, today
        self.day = opinion.received_on
        self.hour = 14
        self.calendar = Calendar()
        self.office = User.objects.get(role=Role.LOCAL_OFFICE, jurisdiction=opinion.jurisdiction)
        self.district = User.objects.get(role=Role.DISTRICT_OFFICE)
        self.government = User.objects.get(role=Role.GOV_OFFICE)

    def later(self, days):
        """Let ``days`` pass, up to the next workday. Raises ``TodayReachedError`` beyond today."""
        self.day = self.calendar.next_workday(self.day + timedelta(days=days))
        self.hour = 9
        if self.day > self.today:
            raise TodayReachedError
        return self

    @contextmanager
    def at(self):
        """Within the block it is the walk's hour; after it, the next one."""
        with clock.at(moment(self.day, self.hour)):
            yield
        self.hour = min(self.hour + 1, 18)

    def _take(self, verb, record, **fields):
        record.refresh_from_db()
        with self.at():
            verb(record, **fields)
        self.opinion.refresh_from_db()

    def triage(self):
        self._take(
            workflow.triage,
            self.opinion,
            by=self.office,
            category=OpinionCategory.objects.get(name=self.matter.category),
            nature=Nature(self.matter.nature),
            competence=Competence.DISTRICT if self.matter.unit else Competence.LOCAL,
            urgency=Urgency.URGENT if "危桥" in self.matter.title else Urgency.NORMAL,
        )

    def send(self, unit=None, co_units=()):
        """Refer within the town, or through the district's government office."""
        unit = unit or self.matter.unit
        if not unit:
            own = Unit.objects.get(local=self.opinion.jurisdiction)
            self._take(workflow.refer, self.opinion, by=self.office, lead=own)
            return
        if not self.opinion.escalated:
            note = "超出本镇街权限，请区里协调。"
            self._take(workflow.escalate, self.opinion, by=self.office, note=note)
            self.later(1)
        lead = Unit.objects.get(short_name=unit)
        joining = list(Unit.objects.filter(short_name__in=co_units))
        self._take(workflow.refer, self.opinion, by=self.government, lead=lead, co_units=joining)

    @property
    def steering(self):
        """Who decides where the matter goes."""
        return self.government if self.opinion.escalated else self.office

    @property
    def disposing(self):
        """Who decides what becomes of the matter: once escalated, the district office."""
        return self.district if self.opinion.escalated else self.office

    @property
    def parts(self):
        return self.opinion.referrals.standing().filter(round=self.opinion.round).select_related("unit")

    @property
    def lead(self):
        return self.parts.get(role="lead")

    def clerk(self, referral):
        """The unit's own clerk, or who records the papers of a unit without one."""
        return unit_clerks(referral.unit).first() or self.steering

    def accept(self):
        for part in self.parts:
            self._take(referral_workflow.accept, part, by=self.clerk(part))

    def return_to_office(self, reason):
        part = self.lead
        self._take(referral_workflow.return_referral, part, by=self.clerk(part), reason=reason)

    def decide_return(self, *, agree):
        part = self.lead
        verb = referral_workflow.confirm_return if agree else referral_workflow.refuse_return
        self._take(verb, part, by=self.steering)

    def plan(self):
        part = self.lead
        self._take(
            referral_workflow.make_plan,
            part,
            by=self.clerk(part),
            meeting_on=self.day,
            measures=MEASURES[self.opinion.pk % len(MEASURES)] + "，并向反映人说明。",
            finish_by=self.day + timedelta(days=60),
        )

    def extend(self):
        part = self.lead
        until = part.due_on + timedelta(days=20)
        reason = "涉及管线迁改，须与有关单位会商。"
        self._take(referral_workflow.request_extension, part, by=self.clerk(part), until=until, reason=reason)
        self._take(referral_workflow.grant_extension, part, by=self.steering)

    def reply(self, code="A"):
        """The joining units first, then the leading one."""
        for part in sorted(self.parts, key=lambda part: part.role == "lead"):
            number = f"{part.unit.short_name}函〔{self.day.year}〕{self.opinion.serial}号"
            text = REPLY.format(meeting=chinese_date(self.day - timedelta(days=3)), measure=self._measure())
            self._take(
                referral_workflow.reply,
                part,
                by=self.clerk(part),
                text=text,
                signatory="张局长" if self.matter.unit else "吴镇长",
                document_number=number,
                result_class=ResultClass.objects.get(
                    jurisdiction=self.opinion.jurisdiction.parent, code=code
                ),
                **self._promise(part, code),
            )

    def _promise(self, part, code):
        """What the leading unit promises with a reply of class B, the joining ones help with."""
        if code != "B":
            return {}
        text = f"{self._measure()}，年底前完成并通过验收。"
        if part.role != "lead":
            text = "配合主办单位完成整改，并落实日常管护。"
        return {"promised": text, "promise_due_on": max(date(self.day.year, 12, 31), self.day)}

    @property
    def _promises(self):
        return self.opinion.undertakings.select_related("referral__unit", "unit")

    def tell_progress(self):
        for made in self._promises.going():
            note = "已完成设计和招标，正在备料。"
            self._take(workflow.undertakings.tell_progress, made, by=self.clerk(made.referral), note=note)

    def follow_up(self):
        """The units tell each quarter how far they are, and get another year; without end but today."""
        while True:
            for made in self._promises.going():
                if made.due_on < self.day + timedelta(days=30):
                    until = date(made.due_on.year + 1, 12, 31)
                    note = "受管线迁改影响，列入下一年度实施。"
                    self._take(workflow.undertakings.move, made, by=self.disposing, due_on=until, note=note)
            self.tell_progress()
            # Less than a quarter, so that each of them is told of.
            self.later(80)

    def keep(self):
        """The units report that their promises are kept, and the office has seen it."""
        for made in self._promises.going():
            told = "整治完成，已通过验收，请代表到现场看了。"
            clerk = self.clerk(made.referral)
            self._take(workflow.undertakings.report_kept, made, by=clerk, outcome=told)
            self._take(workflow.undertakings.confirm, made, by=self.disposing, note="现场核实，情况属实。")

    def tell_voter(self):
        """The office tells for the deputy."""
        for made in self._promises.to_tell():
            note = "电话告知已经办成，选民表示感谢。"
            self._take(workflow.tell_voter, made, by=self.office, note=note)

    def _measure(self):
        return MEASURES[(self.opinion.pk + 1) % len(MEASURES)]

    def copy(self):
        self._take(answer_workflow.copy_to_deputies, self.opinion, by=self.office)

    def answer(self):
        """By the deputy himself where he has an account, else recorded by the office for him."""
        seat = self.opinion.visit.deputies.select_related("deputy__user").order_by("pk").first()
        by = seat.deputy.user if seat and seat.deputy.user else self.office
        unit = self.opinion.referrals.order_by("pk").last()
        text = ANSWER.format(unit=unit.unit) if unit else "您的建议我们已经采纳，办理的进展再告诉您。"
        mode = list(AnswerMode)[self.opinion.pk % len(AnswerMode)]
        self._take(
            answer_workflow.answer, self.opinion, by=by, mode=mode, text=text, seat=seat, reaction="表示感谢"
        )

    def inform(self):
        """That the matter became a proposal."""
        seat = self.opinion.visit.deputies.select_related("deputy__user").order_by("pk").first()
        by = seat.deputy.user if seat and seat.deputy.user else self.office
        text = (
            f"您反映的事情，已经转为{self.opinion.proposal.word}“{self.opinion.proposal}”，有了答复再告诉您。"
        )
        mode = list(AnswerMode)[self.opinion.pk % len(AnswerMode)]
        self._take(answer_workflow.inform, self.opinion, by=by, mode=mode, text=text, seat=seat)

    def survey(self, handling=Satisfaction.SATISFIED, deputy=Satisfaction.SATISFIED):
        reason = "只说在研究，没有说什么时候办。" if handling == Satisfaction.DISSATISFIED else ""
        self._take(
            answer_workflow.survey,
            self.opinion,
            by=self.office,
            handling_rating=handling,
            deputy_rating=deputy,
            reason=reason,
        )

    def close(self, note=""):
        self._take(answer_workflow.close, self.opinion, by=self.office, note=note)

    def redo(self):
        note = "请明确完成的时间，并与反映人当面沟通。"
        self._take(answer_workflow.redo, self.opinion, by=self.disposing, note=note)

    def reopen(self):
        self._take(answer_workflow.reopen, self.opinion, by=self.office, note="修好不久又坏了。")

    def take(self, verb, **fields):
        """Any other verb of the office."""
        self._take(verb, self.opinion, by=self.office, **fields)
