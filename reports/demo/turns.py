"""Turns that deputies of the demonstration district exchange: one done, one that waits for an answer."""

from datetime import timedelta

from django.db.models import F

from congress import clock
from congress.enums import Role
from congress.models import User
from deputies.models import Seat
from reception import turn_workflow
from reception.enums import TurnKind
from reception.models import ReceptionDay
from reports.demo.walk import moment


def ask_for_some(today):
    """On the coming days that have a rota, the first of each: one is stood in for, one still asks."""
    coming = (
        ReceptionDay.objects.filter(date__gt=today, slots__isnull=False).distinct().order_by("date", "pk")
    )
    for number, day in enumerate(coming.select_related("jurisdiction__parent")[:2]):
        slot = day.slots.select_related("seat__deputy").first()
        sitting = day.slots.values("seat__deputy")
        free = Seat.objects.working_in(day.jurisdiction).in_office(day.date).exclude(deputy__in=sitting)
        office = User.objects.get(role=Role.LOCAL_OFFICE, jurisdiction=day.jurisdiction)
        with clock.at(moment(today - timedelta(days=1), 15)):
            request = turn_workflow.ask(
                by=office,
                kind=TurnKind.SUBSTITUTE,
                day=day,
                seat=slot.seat,
                other=free.order_by(F("deputy__user").asc(nulls_last=True), "pk").first(),
                reason="当天外出开会",
            )
            if number == 0:
                turn_workflow.enter_consent(
                    request, by=office, sides=["seat", "other"], note="两名代表来电话同意。"
                )
