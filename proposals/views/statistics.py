"""The statistics of proposals: a page a dimension, the same as a sheet, the records behind each number."""

from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse

from congress.statistics import ALL, in_order
from congress.statistics.page import heading_of, line_of, sheet_of, text_of, tile_of, when_of
from congress.xlsx import sheet
from proposals import rules
from proposals.forms.statistics import StatisticsForm
from proposals.models import Proposal
from proposals.statistics import BY_NAME, MEASURES, charts_of, dimensions_for, table_of, values_of


ROWS_PER_PAGE = 50
RECORDS_PER_PAGE = 25
TILES = (
    *("taken", "replied", "in_time_rate", "closed_rate", "attitude_rate"),
    *("result_rate", "kept_rate", "published_rate", "median", "overdue"),
)
FIELDS = ("year", "span", "since", "until", "session", "place", "kind", "compare")


def statistics_index(request):
    _admit(request.user)
    first = dimensions_for(request.user)[0].name
    return redirect(reverse("proposals:statistics_by", args=[first], query=request.GET or None))


def statistics_by(request, by):
    """All proposals as tiles, one dimension as charts and as a table, sorted by ``?order=``."""
    form, question, dimension = _asked(request, by)
    compared = _compared(form, question)
    table = table_of(question, dimension, compared=compared)
    query, order = _query(request), request.GET.get("order", "")
    rows = in_order(table.rows, order) if order.removeprefix("-") in BY_NAME else table.rows
    lines = Paginator(rows, ROWS_PER_PAGE).get_page(request.GET.get("page"))
    page = {
        "form": form,
        "dimension": dimension,
        "dimensions": dimensions_for(request.user),
        "when": _when(question),
        "place": _place(question),
        "query": query,
        "tiles": [tile_of(BY_NAME[name], table.total, query, _earlier(question)) for name in TILES],
        "headings": [(measure.name, heading_of(measure)) for measure in MEASURES],
        "measures": MEASURES,
        "compared": compared,
        "earlier": _earlier(question),
        "page_obj": lines,
        "lines_shown": [line_of(MEASURES, row, query) for row in lines],
        "total": line_of(MEASURES, table.total, query),
        **charts_of(table.rows, dimension, query),
    }
    return render(request, "proposals/statistics.html", page)


def statistics_sheet(request, by):
    """The table as a workbook, with the columns of a year before where they were asked for."""
    form, question, dimension = _asked(request, by)
    compared = _compared(form, question)
    table = table_of(question, dimension, compared=compared)
    what, earlier = dimension.label.removeprefix("按"), _earlier(question)
    headings, rows = sheet_of(what, MEASURES, table, compared=compared, earlier=earlier)
    return sheet(f"{_place(question)}议案建议统计{dimension.label}{_when(question)}", headings, rows)


def statistics_records(request, by, part, measure):
    """Every proposal behind a number; ``?before=1`` of a year before."""
    _, question, dimension = _asked(request, by)
    if "before" in request.GET:
        question = question.a_year_before
        if question is None:
            raise Http404
        part = part if part == ALL else dimension.code_then(part)
    within = None if part == ALL else dimension
    facts = question.facts(within)
    if measure not in BY_NAME or part not in facts:
        raise Http404
    measure = BY_NAME[measure]
    found = Paginator(question.behind(measure, within, part), RECORDS_PER_PAGE)
    shown_here = found.get_page(request.GET.get("page"))
    page = {
        "records": _records(shown_here.object_list),
        "measure": measure,
        "part": "" if part == ALL else dimension.labels([part]).get(part, ""),
        "when": _when(question),
        "place": _place(question),
        "value": text_of(measure, values_of(facts[part])[measure.name]),
        "page_obj": shown_here,
        "back": reverse("proposals:statistics_by", args=[by]) + _query(request),
    }
    return render(request, "proposals/statistics_records.html", page)


def _records(keys):
    """The proposals of the page, each with the days until its reply, in the order of ``keys``."""
    rows = Proposal.objects.select_related("term", "session", "category", "jurisdiction")
    rows = rows.defer("text", "grounds", "plan", "public_text", "public_reply")
    found = rows.in_bulk([pk for pk, _ in keys])
    return [(found[pk], days) for pk, days in keys]


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


def _compared(form, question):
    """Whether the time before is told as well: of a congress's first session there is none."""
    return form.compared and question.a_year_before is not None


def _earlier(question):
    return "上次会议" if question.session else "上年同期"


def _place(question):
    return question.place or question.user.unit or question.user.jurisdiction


def _when(question):
    return f"{question.session.short_name}提出" if question.session else f"{when_of(question.period)}受理"


def _query(request):
    """What the form was filled in with, as it goes on to the pages behind the numbers."""
    kept = {name: value for name in FIELDS if (value := request.GET.get(name))}
    return f"?{urlencode(kept)}" if kept else ""
