"""Visits, opinions and reception days. They come to a status by their real steps, never by a factory."""

from dataclasses import dataclass
from datetime import date, datetime, time

import factory
from django.utils import timezone
from factory.django import DjangoModelFactory

from congress import clock
from congress.models import Jurisdiction, Unit, User
from deputies.models import Seat
from reception import answer_workflow, day_workflow, intake, referral_workflow, workflow
from reception.enums import (
    AnswerMode,
    Channel,
    Competence,
    DayStatus,
    Nature,
    OpinionStatus,
    Rating,
    Urgency,
)
from reception.models import OpinionCategory
from tests.factories.congress import (
    DistrictFactory,
    DistrictOfficeFactory,
    GovOfficeFactory,
    LiaisonFactory,
    LocalOfficeFactory,
    TownFactory,
    UnitClerkFactory,
    UnitFactory,
)
from tests.factories.deputies import SeatFactory


# A Thursday without holidays near it; the fixture ``in_march`` lets things happen then.
NOON = datetime(2025, 3, 20, 12, tzinfo=timezone.get_default_timezone())


class OpinionCategoryFactory(DjangoModelFactory):
    class Meta:
        model = OpinionCategory
        django_get_or_create = ("name",)

    name = "交通出行"


@dataclass
class People:
    """Who meets in a matter: one town of one district, and two units of the town."""

    town: Jurisdiction
    office: User
    liaison: User
    district_office: User
    gov_office: User
    seat: Seat
    unit: Unit
    clerk: User
    co_unit: Unit
    co_clerk: User

    @property
    def deputy(self):
        return self.seat.deputy.user

    def in_charge(self, opinion):
        """The office that decides what becomes of the opinion."""
        return self.district_office if opinion.escalated else self.office


def people(town=None):
    """The people of ``town``, of a new one by default."""
    town = town or TownFactory(parent=DistrictFactory(name=factory.Faker("uuid4")), name="石坎镇")
    district = town.district
    unit, co_unit = UnitFactory.create_batch(2, jurisdiction=district, local=town)
    return People(
        town=town,
        office=LocalOfficeFactory(jurisdiction=town, name="张主席"),
        liaison=LiaisonFactory(jurisdiction=town),
        district_office=DistrictOfficeFactory(jurisdiction=district),
        gov_office=GovOfficeFactory(jurisdiction=district),
        seat=SeatFactory(jurisdiction=town, with_user=True),
        unit=unit,
        clerk=UnitClerkFactory(jurisdiction=district, unit=unit),
        co_unit=co_unit,
        co_clerk=UnitClerkFactory(jurisdiction=district, unit=co_unit),
    )


def visit_of(who, *, seats=None, opinions=1, draft=False, on=None, **visit_data):
    """A visit with ``opinions`` matters, received by the deputy of ``who`` and registered by the liaison."""
    return intake.receive(
        by=who.liaison,
        jurisdiction=who.town,
        visitor_data={"name": "张三", "phone": "13800001234"},
        visit_data={
            "date": on or clock.today(),
            "channel": Channel.WALK_IN,
            "deputies": [who.seat] if seats is None else seats,
            **visit_data,
        },
        opinions=[{"title": f"路灯不亮{n}", "words": "路灯坏了半个月。"} for n in range(opinions)],
        draft=draft,
    )


def referral_of(opinion, unit=None):
    """The opinion's latest referral: the leading unit's, or that of ``unit``."""
    found = opinion.referrals.order_by("pk")
    return found.filter(unit=unit).last() if unit else next(r for r in reversed(found) if r.leads)


def take(name, opinion, who):
    """Take the step ``name`` of an opinion as the person whose task it is."""
    WALK[name](opinion, who)
    opinion.refresh_from_db()
    return opinion


def triaged_as(competence, who):
    """An opinion that was classified as lying within this competence."""
    opinion = opinion_at(OpinionStatus.REGISTERED, who)
    _triage(opinion, who, competence)
    return opinion


def _triage(opinion, who, competence=Competence.LOCAL):
    workflow.triage(
        opinion,
        by=who.office,
        category=OpinionCategoryFactory(),
        nature=Nature.DEMAND,
        competence=competence,
        urgency=Urgency.NORMAL,
    )


def _refer(opinion, who):
    workflow.refer(opinion, by=who.in_charge(opinion), lead=who.unit)


def _return(opinion, who):
    referral = referral_of(opinion)
    referral_workflow.return_referral(referral, by=who.clerk, reason="不属本单位职责")
    referral_workflow.confirm_return(referral, by=who.office)


def _plan(opinion, who):
    referral_workflow.make_plan(
        referral_of(opinion), by=who.clerk, meeting_on=clock.today(), measures="更换路灯", finish_by=None
    )


def _extend(opinion, who):
    referral = referral_of(opinion)
    until = date.fromordinal(referral.due_on.toordinal() + 10)
    referral_workflow.request_extension(referral, by=who.clerk, until=until, reason="等配件")
    referral_workflow.grant_extension(referral, by=who.office)


def _reply(opinion, who):
    referral_workflow.reply(referral_of(opinion), by=who.clerk, text="已修好。", signatory="李局长")


def _merge(opinion, who):
    main = opinion_at(OpinionStatus.COPIED, who)
    workflow.merge(opinion, by=who.office, into=main)


def _survey(opinion, who):
    answer_workflow.survey(
        opinion,
        by=who.liaison,
        handling_rating=Rating.DISSATISFIED,
        deputy_rating=Rating.SATISFIED,
        reason="又坏了",
    )


WALK = {
    "register": lambda opinion, who: workflow.register(opinion, by=who.liaison),
    "triage": _triage,
    "explain": lambda opinion, who: workflow.explain(opinion, by=who.in_charge(opinion), note="已经说明"),
    "refer": _refer,
    "not_accept": lambda opinion, who: workflow.not_accept(
        opinion, by=who.in_charge(opinion), note="涉诉，请到法院"
    ),
    "convert": lambda opinion, who: workflow.convert(
        opinion, by=who.in_charge(opinion), note="关于路灯的建议"
    ),
    "escalate": lambda opinion, who: workflow.escalate(opinion, by=who.office, note="超出权限"),
    "merge": _merge,
    "accept": lambda opinion, who: referral_workflow.accept(referral_of(opinion), by=who.clerk),
    "return": _return,
    "plan": _plan,
    "extend": _extend,
    "reply": _reply,
    "urge": lambda opinion, who: workflow.urge(opinion, by=who.deputy, note="请抓紧"),
    "coordinate": lambda opinion, who: workflow.coordinate(opinion, by=who.deputy, note="约好周三见面"),
    "copy": lambda opinion, who: answer_workflow.copy_to_deputies(opinion, by=who.office),
    "answer": lambda opinion, who: answer_workflow.answer(
        opinion, by=who.deputy, mode=AnswerMode.ORAL, text="路灯已修好。"
    ),
    "survey": _survey,
    "redo": lambda opinion, who: answer_workflow.redo(opinion, by=who.in_charge(opinion), note="又坏了"),
    "close": lambda opinion, who: answer_workflow.close(opinion, by=who.office, note="已了结"),
    "reopen": lambda opinion, who: answer_workflow.reopen(opinion, by=who.office, note="又有新情况"),
    "withdraw": lambda opinion, who: workflow.withdraw(
        opinion, by=who.in_charge(opinion), note="选民不再要求"
    ),
}
# How each status is reached: (the status before, the step).
PATHS = {
    OpinionStatus.REGISTERED: (OpinionStatus.DRAFT, "register"),
    OpinionStatus.TRIAGED: (OpinionStatus.REGISTERED, "triage"),
    OpinionStatus.EXPLAINED: (OpinionStatus.TRIAGED, "explain"),
    OpinionStatus.NOT_ACCEPTED: (OpinionStatus.TRIAGED, "not_accept"),
    OpinionStatus.CONVERTED: (OpinionStatus.TRIAGED, "convert"),
    OpinionStatus.REFERRED: (OpinionStatus.TRIAGED, "refer"),
    OpinionStatus.RETURNED: (OpinionStatus.REFERRED, "return"),
    OpinionStatus.ACCEPTED: (OpinionStatus.REFERRED, "accept"),
    OpinionStatus.PLAN_MADE: (OpinionStatus.ACCEPTED, "plan"),
    OpinionStatus.EXTENDED: (OpinionStatus.ACCEPTED, "extend"),
    OpinionStatus.REPLIED: (OpinionStatus.ACCEPTED, "reply"),
    OpinionStatus.COPIED: (OpinionStatus.REPLIED, "copy"),
    OpinionStatus.ANSWERED: (OpinionStatus.COPIED, "answer"),
    OpinionStatus.SURVEYED: (OpinionStatus.ANSWERED, "survey"),
    OpinionStatus.REDO: (OpinionStatus.SURVEYED, "redo"),
    OpinionStatus.ESCALATED: (OpinionStatus.TRIAGED, "escalate"),
    OpinionStatus.CLOSED: (OpinionStatus.SURVEYED, "close"),
    OpinionStatus.REOPENED: (OpinionStatus.CLOSED, "reopen"),
    OpinionStatus.MERGED: (OpinionStatus.TRIAGED, "merge"),
    OpinionStatus.WITHDRAWN: (OpinionStatus.REGISTERED, "withdraw"),
}


def opinion_at(status, who=None, **visit):
    """An opinion that walked to ``status`` among the people ``who``; ``visit`` goes to :func:`visit_of`."""
    who = who or people()
    if status == OpinionStatus.DRAFT:
        return visit_of(who, draft=True, **visit).opinions.get()
    before, step = PATHS[status]
    return take(step, opinion_at(before, who, **visit), who)


DAY_WALK = {
    DayStatus.ROTA_SET: (
        DayStatus.PLANNED,
        lambda day, who: day_workflow.set_rota(day, by=who.liaison, seats=[who.seat]),
    ),
    DayStatus.NOTICE_PUBLISHED: (
        DayStatus.ROTA_SET,
        lambda day, who: day_workflow.publish_notice(day, by=who.liaison, reason="补公告"),
    ),
    DayStatus.OPEN: (
        DayStatus.NOTICE_PUBLISHED,
        lambda day, who: day_workflow.open_day(day, by=who.liaison),
    ),
    DayStatus.HELD: (
        DayStatus.OPEN,
        lambda day, who: day_workflow.hold(day, by=who.liaison, present=[who.seat]),
    ),
    DayStatus.SUMMARISED: (
        DayStatus.HELD,
        lambda day, who: day_workflow.summarise(day, by=who.liaison, summary="接待选民三人。"),
    ),
    DayStatus.ARCHIVED: (
        DayStatus.SUMMARISED,
        lambda day, who: day_workflow.archive(day, by=who.office),
    ),
    DayStatus.POSTPONED: (
        DayStatus.ROTA_SET,
        lambda day, who: day_workflow.postpone(
            day, by=who.office, date=date.fromordinal(day.date.toordinal() + 7), reason="大雨"
        ),
    ),
    DayStatus.CANCELLED: (
        DayStatus.ROTA_SET,
        lambda day, who: day_workflow.cancel(day, by=who.office, reason="大雨"),
    ),
}


def day_at(status, who=None, on=None, place="石坎镇代表联络站"):
    """A reception day, today's unless ``on`` says otherwise, that walked to ``status``."""
    who = who or people()
    if status == DayStatus.PLANNED:
        on = on or clock.today()
        return day_workflow.plan(
            by=who.liaison,
            jurisdiction=who.town,
            place=place,
            rule_date=on,
            date=on,
            starts_at=time(8, 30),
            ends_at=time(11),
        )
    before, step = DAY_WALK[status]
    day = day_at(before, who, on, place)
    step(day, who)
    return day
