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
    """On the next day that has a rota, one deputy is stood in for and another still asks."""
    coming = ReceptionDay.objects.filter(date__gt=today, slots__isnull=False).distinct()
    day = coming.select_related("jurisdiction__parent").order_by("date", "pk").first()
    if day is None:
        return
    office = User.objects.get(role=Role.LOCAL_OFFICE, jurisdiction=day.jurisdiction)
    # Who has an account is asked, so that he finds the request on his desk.
    own = sorted(
        (slot.seat for slot in day.slots.select_related("seat__deputy")),
        key=lambda seat: seat.deputy.user_id is None,
    )
    people = [seat.deputy for seat in own]
    free = Seat.objects.working_in(day.jurisdiction).in_office(day.date).exclude(deputy__in=people)
    for seat, agreed in zip(own, (False, True), strict=False):
        other = free.order_by(F("deputy__user").asc(nulls_last=True), "pk").first()
        free = free.exclude(deputy=other.deputy)
        with clock.at(moment(today - timedelta(days=1), 15)):
            request = turn_workflow.ask(
                by=office, kind=TurnKind.SUBSTITUTE, day=day, seat=seat, other=other, reason="当天外出开会"
            )
            if agreed:
                note = "两名代表来电话同意。"
                turn_workflow.enter_consent(request, by=office, sides=["seat", "other"], note=note)
