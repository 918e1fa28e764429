"""The reception days of a year for everybody who may see them: on a page, on paper, as a sheet."""

from datetime import date

from django.core.exceptions import PermissionDenied
from django.shortcuts import render

from congress import clock, pdf
from congress.calendar import WEEKDAYS, Calendar
from congress.models import Jurisdiction
from congress.xlsx import sheet
from reception import planning, rules, yearly
from reception.enums import DayStatus
from reception.models import ReceptionDay
from reception.papers.plan import table_pdf


HEADINGS = ("日期", "星期", "时间", "镇街", "地点", "应接待日期", "备注", "状态")


def calendar(request):
    """``?year=`` and ``?town=``; by default this year and all that the user sees."""
    place, year, days = _asked(request)
    known = Calendar()
    page = {
        "year": year,
        "years": [year - 1, year + 1],
        "place": place,
        "places": _places(request.user),
        "months": yearly.months_of(year, days, known),
        "count": sum(day.status != DayStatus.CANCELLED for day in days),
        "provisional": planning.is_provisional(year, known),
        "today": clock.today(),
        "may_read_plans": rules.can_read_plans(request.user),
        "weekdays": WEEKDAYS,
        "query": request.GET.urlencode(),
    }
    return render(request, "reception/calendar.html", page)


def calendar_paper(request):
    """The year's official table, without days that were called off."""
    place, year, days = _asked(request)
    known, office = Calendar(), place or request.user.jurisdiction
    entries = [
        (day.date, day.hours, _where(day, office), yearly.remark_of(day, known))
        for day in days
        if day.status != DayStatus.CANCELLED
    ]
    return pdf.response(table_pdf(office, year, entries), f"{office}{year}年代表接待日安排表.pdf")


def calendar_sheet(request):
    place, year, days = _asked(request)
    known = Calendar()
    rows = [
        (
            day.date,
            f"周{WEEKDAYS[day.date.weekday()]}",
            day.hours,
            str(day.jurisdiction),
            day.place,
            day.rule_date,
            yearly.remark_of(day, known),
            day.get_status_display(),
        )
        for day in days
    ]
    return sheet(f"{place or request.user.jurisdiction}{year}年接待日", HEADINGS, rows)


def _asked(request):
    """The place (None for all), the year and its days; what makes no sense in the address is left aside."""
    user = request.user
    if not rules.can_read_days(user):
        raise PermissionDenied("接待日由代表、工作人员和领导查阅。")
    year, town = request.GET.get("year", ""), request.GET.get("town", "")
    year = int(year) if year.isdecimal() and len(year) == 4 and int(year) > 1949 else clock.today().year
    place = _places(user).filter(pk=town).first() if town.isdecimal() and len(town) < 10 else None
    days = ReceptionDay.objects.visible_to(user).filter(date__range=(date(year, 1, 1), date(year, 12, 31)))
    if place:
        days = days.filter(jurisdiction=place)
    days = days.select_related("jurisdiction").order_by("date", "starts_at", "pk")
    return place, year, list(days)


def _places(user):
    """Between which places the user may choose."""
    return Jurisdiction.objects.visible_to(user).filter(
        pk__in=ReceptionDay.objects.visible_to(user).order_by().values("jurisdiction")
    )


def _where(day, office):
    """The place, and whose it is on a table of several offices."""
    return day.place if day.jurisdiction == office else f"{day.jurisdiction} {day.place}"
