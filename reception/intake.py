"""Taking down who came and what they said, all at once."""

from datetime import timedelta

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Min

from congress import clock
from congress.calendar import chinese_date, short_date
from congress.models import Jurisdiction, Term
from congress.plausible import check_day, check_near
from congress.validation import validate_new
from congress.workflow import whole
from deputies.models import Seat
from reception import rules, workflow
from reception.models import Opinion, Visit, Visitor


TERM = 5  # years
SAME_CLICK = timedelta(minutes=10)


@whole
def receive_once(*, by, jurisdiction, visitor_data, opinions, **more):
    """As :func:`receive`, but refuse what an impatient finger sends twice within minutes."""
    # The second waits here for the first.
    Jurisdiction.objects.select_for_update().get(pk=jurisdiction.pk)
    just_now = Opinion.objects.filter(
        jurisdiction=jurisdiction,
        visit__recorded_by=by,
        visit__visitor__name=visitor_data.get("name", ""),
        visit__visitor__phone=visitor_data.get("phone", ""),
        events__at__gt=clock.now() - SAME_CLICK,
    )
    found = reversed(just_now.filter(title__in=[row["title"] for row in opinions]))
    taken = {(opinion.title, opinion.words): opinion for opinion in found}
    for row in opinions:
        if same := taken.get((row["title"], row["words"])):
            raise ValidationError(f"“{same}”刚才已经登记，编号是{same.number}，不用再登记。")
    return receive(by=by, jurisdiction=jurisdiction, visitor_data=visitor_data, opinions=opinions, **more)


@whole
def receive(*, by, jurisdiction, visitor_data, visit_data, opinions, draft=False):
    """Write down a visitor, the visit and its opinions; return the visit.

    ``visitor_data`` and each row of ``opinions`` hold fields of their models; ``visit_data`` too, with
    ``deputies`` as a list of seats, to which a deputy's own is added by itself. Opinions are registered
    unless it is a ``draft``. Raises ``PermissionDenied`` outside the user's area, ``ValidationError`` when
    something is wrong, as a reception day that takes no visits, a deputy out of office on the date or a date
    before the term; then nothing is written.
    """
    if not rules.can_receive(by, jurisdiction):
        raise PermissionDenied(f"您不能登记{jurisdiction}的来访。")
    if not opinions:
        raise ValidationError("请至少登记一件意见。")
    fields = {name: value for name, value in visit_data.items() if name != "deputies"}
    date, deputies = fields["date"], visit_data.get("deputies", ())
    _check_reception_day(fields.get("day"), jurisdiction, date)
    check_when(by, jurisdiction, date, deputies)
    own = _own_seats(by, jurisdiction, date)
    visitor = _saved(Visitor(jurisdiction=jurisdiction, **visitor_data))
    if sentence := next(filter(None, (refusal_of_title(visitor, row["title"]) for row in opinions)), None):
        raise ValidationError(sentence)
    visit = _saved(Visit(jurisdiction=jurisdiction, visitor=visitor, recorded_by=by, **fields))
    visit.deputies.set({*deputies, *own})
    people = "、".join({seat.deputy_id: seat.called for seat in [*deputies, *own]}.values())
    told = f"{short_date(date)}{visit.get_channel_display()}{f'，由{people}代表接待' if people else ''}"
    matters = [
        Opinion(jurisdiction=jurisdiction, visit=visit, received_on=visit.date, **row) for row in opinions
    ]
    matters = workflow.opinions.start_all(matters, by=by, label="记下意见", note=f"记下意见：{told}。")
    if not draft:
        workflow.register_all(matters, by=by)
    return visit


def check_when(by, jurisdiction, date, deputies):
    """Raise what is wrong with the date of a visit and with the deputies' seats on it, by field."""
    _check_date(jurisdiction, date)
    _check_in_office(deputies, date)
    _own_seats(by, jurisdiction, date)


def _check_date(jurisdiction, date):
    terms = Term.objects.filter(jurisdiction__in=[jurisdiction, jurisdiction.district]).current(clock.today())
    begun = terms.aggregate(first=Min("starts_on"))["first"]
    check_day("date", "来访日期", date, not_before=begun, start="本届任期开始的")
    if begun is None:
        check_near("date", "来访日期", date, years=TERM)


def refusal(day):
    """The sentence for a visit that comes to a reception day too early or too late."""
    return f"{day}现在是“{day.get_status_display()}”，不能登记来访；不是接待日来的，请按实际渠道登记。"


def refusal_of_title(visitor, title):
    """The sentence for a title that tells who came, "" for another; the voter's words stay as they are."""
    if not visitor.is_named_in(title):
        return ""
    return f"事由里有来访人的姓名“{visitor.name}”，看到的人多，请删去；选民原话照写。"


def _check_reception_day(day, jurisdiction, date):
    if day is None:
        return
    if not rules.takes_visits(day):
        raise ValidationError(refusal(day))
    if (day.jurisdiction_id, day.date) != (jurisdiction.pk, date):
        raise ValidationError(
            f"来访应登记到{day.jurisdiction}，日期应是{chinese_date(day.date)}，与接待日一致。"
        )


def _check_in_office(seats, date):
    if gone := [seat.called for seat in seats if not seat.in_office(date)]:
        names = "、".join(gone)
        raise ValidationError(
            {"deputies": f"{names}在{chinese_date(date)}不在任，请核对接待代表和来访日期。"}
        )


def _saved(record):
    validate_new(record)
    record.save()
    return record


def _own_seats(user, jurisdiction, date):
    """The seat in which a deputy receives here: that of the town's congress before the district's."""
    if not user.is_deputy:
        return []
    seats = Seat.objects.filter(deputy__user=user).in_office(date).select_related("term", "deputy")
    if not seats:
        raise ValidationError({"date": f"您在{chinese_date(date)}不在任，请核对来访日期。"})
    return sorted(seats, key=lambda seat: seat.term.jurisdiction_id != jurisdiction.pk)[:1]
