"""The statistics of matters: a page a dimension, the same as a sheet, and the records behind each number."""

from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse

from congress.statistics.charts import month_lines, shown
from congress.statistics.page import NOW, heading_of, line_of, sheet_of, text_of, tile_of, when_of
from congress.xlsx import sheet
from reception import rules
from reception.forms.statistics import StatisticsForm
from reception.statistics import (
    ALL,
    BY_NAME,
    MEASURES,
    charts,
    dimensions_for,
    in_order,
    table_of,
    values_of,
)


ROWS_PER_PAGE = 50
RECORDS_PER_PAGE = 25
TILES = ("taken", "settled", "referred", "in_time_rate", "answered", "satisfied_rate", "median", "kept_rate")
FIELDS = ("year", "span", "since", "until", "town", "compare")


def statistics_index(request):
    _admit(request.user)
    return redirect(reverse("reception:statistics_by", args=["month"], query=request.GET or None))


def statistics_by(request, by):
    """All matters as tiles, one dimension as charts and as a table, sorted by ``?order=``."""
    form, question, dimension = _asked(request, by)
    table = table_of(question, dimension, compared=form.compared)
    query, order = _query(request), request.GET.get("order", "")
    rows = in_order(table.rows, order) if order.removeprefix("-") in BY_NAME else table.rows
    lines = Paginator(rows, ROWS_PER_PAGE).get_page(request.GET.get("page"))
    page = {
        "form": form,
        "dimension": dimension,
        "dimensions": dimensions_for(request.user),
        "when": when_of(question.period),
        "place": _place(question),
        "query": query,
        "tiles": [tile_of(BY_NAME[name], table.total, query) for name in (*TILES, *NOW)],
        "headings": [(measure.name, heading_of(measure)) for measure in MEASURES],
        "measures": MEASURES,
        "compared": form.compared,
        "page_obj": lines,
        "lines_shown": [line_of(MEASURES, row, query) for row in lines],
        "total": line_of(MEASURES, table.total, query),
        **_charts(table.rows, dimension),
    }
    return render(request, "reception/statistics.html", page)


def statistics_sheet(request, by):
    """The table as a workbook, with the columns of a year before where they were asked for."""
    form, question, dimension = _asked(request, by)
    table = table_of(question, dimension, compared=form.compared)
    headings, rows = sheet_of(dimension.label.removeprefix("按"), MEASURES, table, compared=form.compared)
    return sheet(f"{_place(question)}群众意见统计{dimension.label}{when_of(question.period)}", headings, rows)


def statistics_records(request, by, part, measure):
    """Every matter behind a number; ``?before=1`` of a year before."""
    _, question, dimension = _asked(request, by)
    if "before" in request.GET:
        question = question.a_year_before
        part = part if part == ALL else dimension.code_then(part)
    counted = question.counted(None if part == ALL else dimension)
    # A part of which the user sees no matter is not told by its name either.
    if measure not in BY_NAME or part not in counted:
        raise Http404
    measure = BY_NAME[measure]
    rows = question.records(measure, None if part == ALL else dimension, part)
    page = {
        "measure": measure,
        "part": "" if part == ALL else dimension.labels([part]).get(part, ""),
        "when": when_of(question.period),
        "place": _place(question),
        "value": text_of(measure, values_of(counted[part])[measure.name]),
        "page_obj": Paginator(rows, RECORDS_PER_PAGE).get_page(request.GET.get("page")),
        "back": reverse("reception:statistics_by", args=[by]) + _query(request),
    }
    return render(request, "reception/statistics_records.html", page)


def _asked(request, by):
    """The form, the question and the dimension that an address asks for."""
    user = request.user
    _admit(user)
    open_to_user = {dimension.name: dimension for dimension in dimensions_for(user)}
    if by not in open_to_user:
        raise Http404
    form = StatisticsForm(request.GET, user=user)
    return form, form.question(), open_to_user[by]


def _admit(user):
    if not rules.can_read_statistics(user):
        raise PermissionDenied("统计由工作人员、领导和承办单位查阅；代表本人的数据在“我的履职”里。")


def _place(question):
    return question.place or question.user.unit or question.user.jurisdiction


def _query(request):
    """What the form was filled in with, as it goes on to the pages behind the numbers."""
    kept = {name: value for name in FIELDS if (value := request.GET.get(name))}
    return f"?{urlencode(kept)}" if kept else ""


def _charts(rows, dimension):
    """The pictures: by months a line, else a bar a part."""
    parts = shown(rows, dimension)
    return {
        "lines": month_lines(parts, "taken", "answered") if dimension.in_time else [],
        "months": parts if dimension.in_time else [],
        "bars": [] if dimension.in_time else charts.taken_bars(parts),
        "ratings": charts.rating_bars(parts),
        "waits": charts.waiting_bars(parts),
        "more": len(rows) - len(parts),
    }
