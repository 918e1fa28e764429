"""What is done about handlings, as desks call it; the receipts that units owe."""

from django.urls import reverse

from congress.desk import WaitingItem, amber_days_for, first_lines, light_of
from congress.enums import Role
from congress.handling.enums import HandlingStatus


UNIT_ACTIONS = {
    HandlingStatus.ISSUED: "签收",
    HandlingStatus.ACCEPTED: "答复",
    HandlingStatus.EXTENSION_REQUESTED: "答复",
}
REQUEST_ACTIONS = {
    HandlingStatus.RETURN_REQUESTED: "审核退回",
    HandlingStatus.EXTENSION_REQUESTED: "审核延期",
}


def receipts_owed(user, parts, *, matter, step, rest):
    """The urgings that the clerk ``user`` has to answer, among the handlings ``parts``.

    ``matter`` names the foreign key to the matter, ``step`` the address of a handling's steps, ``rest`` that
    of the list of all.
    """
    if user.role != Role.UNIT_CLERK:
        return
    amber_days = amber_days_for(user)

    def item(part):
        record = getattr(part, matter)
        return WaitingItem(
            title=f"催办回执：{record}",
            about=f"{record.number}，{part.urge_note}",
            action="回执",
            url=reverse(step, args=[part.pk, "receipt"]),
            due_on=part.receipt_by,
            light=light_of(part.receipt_by, amber_days),
        )

    owed = parts.owing_receipt().filter(unit=user.unit_id).order_by("receipt_by", "pk")
    yield first_lines(owed, item, url=reverse(rest), due_field="receipt_by")
