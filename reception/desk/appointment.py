"""Meetings that voters asked for, on the desks of the deputy and of the staff of the place."""

from django.db.models import Case, F, When
from django.urls import reverse

from congress import clock, desk
from congress.desk import WaitingItem, amber_days_for, first_lines, light_of
from congress.enums import Role
from reception.enums import AppointmentStatus
from reception.models import Appointment


@desk.register
def appointments_waiting(user):
    """Meetings to be settled, and those that are to be held or put down."""
    if user.role not in (*Role.staff, Role.DEPUTY):
        return
    waiting = Appointment.objects.filter(status__in=AppointmentStatus.open)
    if user.is_deputy:
        waiting = waiting.filter(seat__deputy__user=user)
    else:
        waiting = waiting.filter(jurisdiction=user.jurisdiction_id)
    amber_days, today = amber_days_for(user), clock.today()

    def item(appointment):
        due_on = appointment.step_due_on
        action, about = "约定时间", f"{appointment.asked_on:%-m月%-d日}提出，待约定时间地点"
        if appointment.status == AppointmentStatus.AGREED:
            action = "登记会见" if due_on <= today else "会见"
            about = f"{appointment.agreed_at:%H:%M}，{appointment.place}"
        return WaitingItem(
            title=f"{action}：{appointment}",
            about=about,
            action=action,
            url=appointment.get_absolute_url(),
            due_on=due_on,
            light=light_of(due_on, amber_days),
        )

    due = Case(When(status=AppointmentStatus.AGREED, then=F("agreed_on")), default=F("due_on"))
    yield first_lines(
        waiting.named().annotate(next_on=due).order_by("next_on", "pk"),
        item,
        url=reverse("reception:appointment_list"),
        due_field="next_on",
    )
