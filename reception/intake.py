"""Taking down who came and what they said, all at once."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction

from congress.enums import Role
from congress.handling import check_day
from deputies.models import Seat
from reception import rules, workflow
from reception.models import Opinion, Visit, Visitor


@transaction.atomic
def receive(*, by, jurisdiction, visitor_data, visit_data, opinions, draft=False):
    """Write down a visitor, the visit and its opinions; return the visit.

    ``visitor_data`` and each row of ``opinions`` hold fields of their models; ``visit_data`` too, with
    ``deputies`` as a list of seats, to which a deputy's own is added by itself. Opinions are registered
    unless it is a ``draft``. Raises ``PermissionDenied`` outside the user's area, ``ValidationError`` when
    something is wrong; then nothing is written.
    """
    if not rules.can_receive(by, jurisdiction):
        raise PermissionDenied(f"您不能登记{jurisdiction}的来访。")
    if not opinions:
        raise ValidationError("请至少登记一件意见。")
    fields = {name: value for name, value in visit_data.items() if name != "deputies"}
    check_day("date", "来访日期", fields["date"])
    visitor = _saved(Visitor(jurisdiction=jurisdiction, **visitor_data))
    visit = _saved(Visit(jurisdiction=jurisdiction, visitor=visitor, recorded_by=by, **fields))
    visit.deputies.set({*visit_data.get("deputies", ()), *_own_seats(by, visit)})
    for row in opinions:
        opinion = Opinion(jurisdiction=jurisdiction, visit=visit, received_on=visit.date, **row)
        workflow.opinions.start(opinion, by=by, label="记录")
        if not draft:
            workflow.register(opinion, by=by)
    return visit


def _saved(record):
    record.full_clean()
    record.save()
    return record


def _own_seats(user, visit):
    """The seat in which a deputy receives here: that of the town's congress before the district's."""
    if user.role != Role.DEPUTY:
        return []
    seats = Seat.objects.filter(deputy__user=user).in_office(visit.date).select_related("term")
    return sorted(seats, key=lambda seat: seat.term.jurisdiction_id != visit.jurisdiction_id)[:1]
