"""Voters of 石坎镇 who ask to meet a deputy: one waits, one is settled, one has met him."""

from datetime import time, timedelta

from congress import clock
from congress.enums import Role
from congress.models import Jurisdiction, User
from deputies.models import Seat
from reception import appointment_workflow as workflow
from reports.demo.walk import moment


PLACE = "中心代表联络站"
# Name, subject, when the voter would like to come, days since he asked.
WISHES = [
    ("汪素芬", "村口到小学的路灯", "周末上午", 1),
    ("许大海", "灌溉渠淤积", "白天都行", 3),
    ("范小云", "幼儿园接送车停放", "下午四点以后", 12),
]


def ask_for_meetings(today):
    """Of the deputy who has an account, so that he finds them on his phone."""
    town = Jurisdiction.objects.select_related("parent").get(name="石坎镇")
    liaison = User.objects.filter(role=Role.LIAISON, jurisdiction=town).first()
    working = Seat.objects.working_in(town).in_office(today).select_related("deputy__user")
    seat = working.filter(deputy__user__isnull=False).order_by("deputy__stroke_key", "pk").first()
    found = []
    for number, (name, subject, wished, days) in enumerate(WISHES):
        with clock.at(moment(today - timedelta(days=days), 9)):
            voter = {"name": name, "phone": f"1640000{2000 + number}", "consented": True}
            found.append(
                workflow.ask(
                    by=liaison,
                    jurisdiction=town,
                    visitor_data=voter,
                    seat=seat,
                    subject=subject,
                    wished=wished,
                )
            )
    _, settled, met = found
    with clock.at(moment(today - timedelta(days=2), 15)):
        _settle(settled, liaison, today + timedelta(days=2))
    with clock.at(moment(today - timedelta(days=11), 15)):
        _settle(met, liaison, today - timedelta(days=9))
    with clock.at(moment(today - timedelta(days=9), 17)):
        workflow.hold(
            met,
            by=liaison,
            date=clock.today(),
            title="幼儿园门口接送车停放难",
            words="早晚接送的时候，幼儿园门口停满了车，孩子要从车缝里走，希望划出接送车位。",
        )


def _settle(appointment, liaison, day):
    workflow.agree(appointment, by=liaison, agreed_on=day, agreed_at=time(9, 30), place=PLACE)
