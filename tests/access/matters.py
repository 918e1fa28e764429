"""The reception days, matters and appointments of the town, for the world of access."""

from django.core.files.uploadedfile import SimpleUploadedFile

from congress import clock
from reception import day_workflow, notice_workflow, plan_workflow, referral_workflow, workflow
from reception.enums import AppointmentStatus, DayStatus, OpinionStatus
from tests.factories.deputies import (
    SeatFactory,
)
from tests.factories.reception import day_at, opinion_at, referral_of
from tests.factories.reception.appointments import appointment_at
from tests.factories.reception.plans import ReceptionRuleFactory, adopted_plan
from tests.factories.reception.turns import turns_of


S = OpinionStatus
OPINIONS = (
    S.DRAFT,
    S.REGISTERED,
    S.TRIAGED,
    S.CONVERTED,
    S.REFERRED,
    S.REPLIED,
    S.COPIED,
    S.ANSWERED,
    S.SURVEYED,
    S.CLOSED,
)
DAYS = (
    DayStatus.PLANNED,
    DayStatus.ROTA_SET,
    DayStatus.NOTICE_PUBLISHED,
    DayStatus.OPEN,
    DayStatus.HELD,
    DayStatus.SUMMARISED,
)


def days_of(who):
    """A reception day at each status: ``day_planned`` …"""
    days = {f"day_{status.value}": day_at(status, who, place=f"{status.label}的站点") for status in DAYS}
    other = SeatFactory(jurisdiction=who.town, deputy__name="王芳")
    day_workflow.substitute(days["day_notice_published"], by=who.office, seat=other, replaced=who.seat)
    return days | {
        **turns_of(who, days["day_rota_set"], other),
        "notice": notice_workflow.draft(days["day_rota_set"], by=who.liaison),
        "rule": ReceptionRuleFactory(jurisdiction=who.town, recurrence="FREQ=MONTHLY;BYMONTHDAY=31"),
        "plan_draft": plan_workflow.draft(by=who.liaison, jurisdiction=who.town, year=clock.today().year),
        "plan_adopted": adopted_plan(who, clock.today().year + 1),
    }


def opinions_of(who):
    """A matter at each status: ``opinion_draft`` …; its visitor, referral and reply."""
    found = {f"opinion_{status.value}": opinion_at(status, who) for status in OPINIONS}
    escalated = opinion_at(S.ESCALATED, who)
    given = opinion_at(S.ESCALATED, who)
    workflow.refer(given, by=who.gov_office, lead=who.unit)
    answered = referral_of(opinion_at(S.ACCEPTED, who))
    referral_workflow.reply(
        answered,
        by=who.clerk,
        text="已修好。",
        signatory="李局长",
        attachment=SimpleUploadedFile("答复.pdf", b"%PDF-1.7"),
    )
    asked_back, asked_longer, accepted = (
        referral_of(opinion_at(status, who)) for status in (S.REFERRED, S.ACCEPTED, S.ACCEPTED)
    )
    referral_workflow.return_referral(asked_back, by=who.clerk, reason="不属本单位职责")
    until = asked_longer.due_on.replace(month=asked_longer.due_on.month + 1, day=1)
    referral_workflow.request_extension(asked_longer, by=who.clerk, until=until, reason="等配件")
    return found | {
        "opinion_escalated": escalated,
        "visit": found["opinion_copied"].visit,
        "visitor": found["opinion_copied"].visit.visitor,
        "early_visitor": found["opinion_triaged"].visit.visitor,
        "escalated_visitor": escalated.visit.visitor,
        "referral_issued": referral_of(found["opinion_referred"]),
        "referral_accepted": accepted,
        "referral_returning": asked_back,
        "referral_extending": asked_longer,
        "referral_escalated": referral_of(given),
        "reply": answered.replies.get(),
        "bare_reply": referral_of(found["opinion_replied"]).replies.get(),
    }


def appointments_of(who):
    asked = appointment_at(AppointmentStatus.ASKED, who)
    return {
        "appointment_asked": asked,
        "appointment_agreed": appointment_at(AppointmentStatus.AGREED, who),
        "asker": asked.visitor,
    }
