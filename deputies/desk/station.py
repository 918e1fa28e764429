"""What waits for the staff of a place in the matter of its stations."""

from datetime import timedelta

from django.urls import reverse

from congress import clock, desk
from congress.calendar import chinese_date
from congress.desk import WaitingItem, amber_days_for, first_lines, light_of
from deputies.models import Loan


@desk.register
def loans_to_return(user):
    """What was lent by the stations of the place, and is due soon or overdue (domain.md B85)."""
    if not user.is_reception_staff:
        return
    amber_days = amber_days_for(user)
    soon = clock.today() + timedelta(days=amber_days)
    lent_here = Loan.objects.visible_to(user).out().filter(station__jurisdiction=user.jurisdiction_id)

    def item(loan):
        return WaitingItem(
            title=f"催还：{loan.what}",
            about=f"{chinese_date(loan.lent_on)}借给{loan.borrower}，{loan.station}",
            action="登记归还",
            url=reverse("deputies:loan_return", args=[loan.pk]),
            due_on=loan.due_on,
            light=light_of(loan.due_on, amber_days),
        )

    ordered = lent_here.filter(due_on__lte=soon).select_related("station").order_by("due_on", "pk")
    yield first_lines(ordered, item, url=reverse("deputies:station_list"), due_field="due_on")
