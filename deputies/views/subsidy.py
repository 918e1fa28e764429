"""The ledger of subsidies: a congress's year, a seat's year, what was paid, the sheet."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from congress import clock
from congress.figures import is_known
from congress.steps import add_errors, sent
from congress.xlsx import sheet
from deputies import rules, subsidies
from deputies.filters import years
from deputies.forms.subsidy import LedgerForm, PayForm, ReverseForm
from deputies.models import Seat, SubsidyPayment


HEADINGS = (
    "姓名",
    "所属人大和选区",
    "工作单位及职务",
    "履职天数",
    "已发天数",
    "已发金额（元）",
    "待发天数",
    "标准（元/天）",
    "待发金额（元）",
    "发放记录",
)
NOT_YOURS = "误工补贴台账由各级人大的工作机构登记。"


def subsidy_ledger(request):
    """A congress's year; ``?place=`` and ``?year=``. What is sent is a payment."""
    form, place, year = _asked(request)
    ledger = subsidies.ledger_of(place, year)
    pay_form = PayForm(*sent(request), lines=ledger.payable)
    if pay_form.is_valid():
        try:
            paid = subsidies.pay(place, year, by=request.user, **pay_form.cleaned_data)
        except ValidationError as error:
            add_errors(pay_form, error)
        else:
            total = sum(payment.amount for payment in paid)
            messages.success(request, f"已登记发放{len(paid)}人，共{total}元。")
            return redirect(_ledger_url(place, year))
    page = {
        "form": form,
        "place": place,
        "year": year,
        "ledger": ledger,
        "pay_form": pay_form,
        "chosen": pay_form.data.getlist("shown") if pay_form.is_bound else None,
        "rules_url": reverse("admin:congress_officerules_changelist"),
    }
    return render(request, "deputies/subsidy_ledger.html", page)


def subsidy_sheet(request):
    """The same as a sheet, with the sums."""
    _, place, year = _asked(request)
    ledger = subsidies.ledger_of(place, year)
    rows = [
        (
            line.seat.deputy.name,
            line.seat.place,
            line.seat.deputy.position,
            line.days,
            line.paid_days,
            line.paid,
            line.open_days,
            line.rate,
            line.open_amount,
            "；".join(_told(payment) for payment in line.payments),
        )
        for line in ledger.lines
    ]
    whole = (ledger.days, ledger.paid_days, ledger.paid, ledger.open_days, ledger.rate, ledger.open_amount)
    rows.append(("合计", "", "", *whole, ""))
    return sheet(f"{place.congress_name}{year}年误工补贴台账", HEADINGS, rows)


def subsidy_detail(request, pk):
    """A seat's year: each meeting and activity that counts, each payment."""
    seats = Seat.objects.visible_to(request.user).select_related(
        "deputy", "term__jurisdiction__parent", "constituency"
    )
    seat = get_object_or_404(seats, pk=pk)
    if not rules.can_see_subsidy(request.user, seat):
        raise PermissionDenied("误工补贴由本人和本级人大的工作机构查看。")
    year = _year(request)
    page = {
        "seat": seat,
        "line": subsidies.line_of(seat, year),
        "year": year,
        "years": [number for number, _ in years()],
        "own": rules.is_own_seat(request.user, seat),
        "entitled": subsidies.is_entitled(seat),
        "may_keep": rules.can_keep_subsidies(request.user, seat.term.jurisdiction),
        "may_open_sessions": rules.can_list_sessions(request.user),
        "ledger_url": _ledger_url(seat.term.jurisdiction, year),
    }
    return render(request, "deputies/subsidy_detail.html", page)


def subsidy_reverse(request, pk):
    """Strike a payment."""
    payments = SubsidyPayment.objects.visible_to(request.user).select_related(
        "seat__deputy", "seat__term__jurisdiction__parent", "seat__constituency"
    )
    payment = get_object_or_404(payments, pk=pk)
    seat = payment.seat
    if not rules.can_keep_subsidies(request.user, seat.term.jurisdiction):
        raise PermissionDenied(NOT_YOURS)
    back = reverse("deputies:subsidy_detail", args=[seat.pk], query={"year": payment.year})
    form = ReverseForm(*sent(request))
    if form.is_valid():
        try:
            subsidies.reverse(payment, by=request.user, **form.cleaned_data)
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, f"已冲销{payment}{payment.amount}元，这些天数又列为待发。")
            return redirect(back)
    title = f"冲销：{payment}{payment.amount}元"
    page = {"form": form, "title": title, "submit": "冲销", "back": back}
    return render(request, "deputies/seat_form.html", page)


def _asked(request):
    """The form, the congress and the year that the address asks for."""
    if not rules.can_list_subsidies(request.user):
        raise PermissionDenied(NOT_YOURS)
    form = LedgerForm(request.GET, user=request.user)
    form.is_valid()
    place = form.cleaned_data.get("place") or request.user.jurisdiction
    return form, place, form.cleaned_data.get("year") or clock.today().year


def _year(request):
    asked = request.GET.get("year", "")
    year = int(asked) if asked.isdecimal() and len(asked) == 4 else 0
    return year if is_known(year) else clock.today().year


def _ledger_url(place, year):
    return reverse("deputies:subsidy_ledger", query={"place": place.pk, "year": year})


def _told(payment):
    verb = "冲销" if payment.reverses_id else "发放"
    return f"{payment.paid_on:%Y-%m-%d}{verb}{payment.days}天{payment.amount}元（{payment.by}）"
