"""The ledger of subsidies to deputies without a fixed wage (代表法第四十一条; domain.md B56).

The days are those of the certificate of attendance: meetings attended and verified activities, on days on
which the person had no fixed wage. What was paid keeps its rate; only days that are still to be paid
cost today's.
"""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Prefetch, Q

from congress import clock
from congress.models.office_rules import rules_for
from congress.workflow import whole
from deputies import rules
from deputies.models import Seat, SubsidyPayment
from deputies.models.seat import held_during, naming
from deputies.papers.certificate import duties_by_seat


CENT = Decimal("0.01")


@dataclass
class Line:
    """A seat's year: its duties, what was paid for, what is still to be paid at ``rate`` yuan a day."""

    seat: Seat
    duties: list
    payments: list
    rate: int
    days: Decimal = field(init=False)
    paid_days: Decimal = field(init=False)
    paid: Decimal = field(init=False)

    def __post_init__(self):
        self.days = sum((duty.days for duty in self.duties), Decimal(0))
        self.paid_days = sum((payment.days for payment in self.payments), Decimal(0))
        self.paid = sum((payment.amount for payment in self.payments), Decimal(0))

    @property
    def open_days(self):
        """Days to be paid; fewer than none where more was paid than is verified now."""
        return self.days - self.paid_days

    @property
    def open_amount(self):
        return (self.open_days * self.rate).quantize(CENT)

    @property
    def is_payable(self):
        return bool(self.rate) and self.open_days > 0

    @property
    def shown(self):
        """The days to be paid as a form sends them back, so that nobody pays what has changed meanwhile."""
        return f"{self.seat.pk}:{self.open_days.normalize():f}"

    @property
    def doubtful(self):
        """The duties that share a day with another one: a day is paid once, people decide."""
        return [
            one
            for one in self.duties
            if any(
                other is not one and other.first <= one.last and one.first <= other.last
                for other in self.duties
            )
        ]


@dataclass
class Ledger:
    """The lines of a congress's year with their sums, and the rate with the document that set it."""

    lines: list
    rate: int
    decision: str

    def __post_init__(self):
        self.days = sum((line.days for line in self.lines), Decimal(0))
        self.paid_days = sum((line.paid_days for line in self.lines), Decimal(0))
        self.paid = sum((line.paid for line in self.lines), Decimal(0))
        self.open_days = sum((line.open_days for line in self.lines), Decimal(0))
        self.open_amount = sum((line.open_amount for line in self.lines), Decimal(0))
        self.payable = [line for line in self.lines if line.is_payable]


def ledger_of(place, year):
    """The :class:`Ledger` of the congress of ``place``; its queries do not grow with the seats."""
    return _ledger(Seat.objects.filter(term__jurisdiction=place), place, year)


def line_of(seat, year):
    """The :class:`Line` of one seat, whether entitled or not."""
    place = seat.term.jurisdiction
    return _lines([_with_payments(Seat.objects.filter(pk=seat.pk), year).get()], year, rules_for(place))[0]


def is_entitled(seat):
    """Whether the holder of the seat is or was without a fixed wage."""
    return seat.deputy.no_wage_from is not None


@whole
def pay(place, year, *, by, shown, paid_on, note=""):
    """Enter that the open days of some seats were paid; return the payments.

    ``shown`` are the :attr:`Line.shown` that the person saw: where one has changed, nothing is entered.
    """
    if not rules.can_keep_subsidies(by, place):
        raise PermissionDenied("误工补贴由本级人大的工作机构登记，您不能登记。")
    _check_day(paid_on, year)
    keys = [int(one.partition(":")[0]) for one in shown]
    locked = list(Seat.objects.select_for_update().filter(pk__in=keys).order_by("pk").values_list("pk"))
    ledger = ledger_of(place, year)
    if not ledger.rate:
        raise ValidationError("还没有确定误工补贴标准，请先在工作规则里填写。")
    chosen = [line for line in ledger.payable if line.shown in shown]
    if not chosen or len(chosen) != len(set(shown)) or len(locked) != len(chosen):
        raise ValidationError("天数刚有变化，请看最新的数字，核对后再登记。")
    payments = [
        SubsidyPayment(
            seat=line.seat,
            year=year,
            days=line.open_days,
            rate=ledger.rate,
            amount=line.open_amount,
            decision=ledger.decision,
            paid_on=paid_on,
            note=note,
            by=by,
        )
        for line in chosen
    ]
    return SubsidyPayment.objects.bulk_create(payments)


@whole
def reverse(payment, *, by, paid_on, note):
    """Strike a payment by its opposite, with the reason; the days are open again."""
    if not rules.can_keep_subsidies(by, payment.seat.term.jurisdiction):
        raise PermissionDenied("误工补贴由本级人大的工作机构登记，您不能冲销。")
    Seat.objects.select_for_update().get(pk=payment.seat_id)
    if payment.reverses_id or SubsidyPayment.objects.filter(reverses=payment).exists():
        raise ValidationError("这一笔已经冲销，不能再冲销。")
    if paid_on < payment.paid_on:
        raise ValidationError({"paid_on": "冲销日期不能早于发放日期。"})
    _check_day(paid_on, payment.year)
    return SubsidyPayment.objects.create(
        seat=payment.seat,
        year=payment.year,
        days=-payment.days,
        rate=payment.rate,
        amount=-payment.amount,
        decision=payment.decision,
        paid_on=paid_on,
        note=note,
        reverses=payment,
        by=by,
    )


def _check_day(day, year):
    if day > clock.today():
        raise ValidationError({"paid_on": "日期不能在今天以后。"})
    if day < date(year, 1, 1):
        raise ValidationError({"paid_on": f"{year}年的补贴不能在{year}年以前发放。"})


def _ledger(seats, place, year):
    first, last = date(year, 1, 1), date(year, 12, 31)
    without_wage = Q(deputy__no_wage_from__lte=last) & (
        Q(deputy__no_wage_until__isnull=True) | Q(deputy__no_wage_until__gte=first)
    )
    paid = Q(pk__in=SubsidyPayment.objects.filter(year=year).values("seat"))
    entitled = seats.filter(without_wage & held_during(first, last) | paid)
    office = rules_for(place)
    lines = _lines(list(_with_payments(entitled, year).in_stroke_order()), year, office)
    return Ledger(lines, office.subsidy_per_day, office.subsidy_decision)


def _with_payments(seats, year):
    payments = SubsidyPayment.objects.filter(year=year).select_related("by", "reversal", "reverses")
    return seats.select_related(*naming()).prefetch_related(
        Prefetch("subsidy_payments", payments, to_attr="payments_of_year")
    )


def _lines(seats, year, office):
    duties = duties_by_seat(
        seats,
        date(year, 1, 1),
        date(year, 12, 31),
        counts=lambda seat, day: seat.deputy.is_without_wage(day),
    )
    return [Line(seat, duties[seat.pk], seat.payments_of_year, office.subsidy_per_day) for seat in seats]
