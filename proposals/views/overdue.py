"""What is late today: a table a dimension, the records behind each number, the same as a workbook."""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect, render
from django.urls import reverse

from congress import clock
from congress.calendar import chinese_date
from congress.models import Unit
from congress.statistics import ALL, in_order
from congress.statistics.page import line_of
from congress.xlsx import sheet
from deputies.fields import choosable
from deputies.models import Seat
from proposals import overdue, rules
from proposals.forms.overdue import OverdueForm
from proposals.models import Commitment, Proposal


RECORDS_PER_PAGE = 25
HEADINGS = ("超期事项", "编号", "标题", "承诺事项", "承办单位", "代表", "督办领导", "期限", "超期天数")


def overdue_index(request):
    _admit(request.user)
    first = overdue.dimensions_for(request.user)[0].name
    return redirect(reverse("proposals:overdue_by", args=[first], query=request.GET or None))


def overdue_by(request, by):
    """How much is late of each unit, deputy or leader, sorted by ``?order=``."""
    form, found, dimension = _asked(request, by)
    table, kinds = overdue.table_of(found, dimension), overdue.kinds_of(dimension)
    query, order = _query(form), request.GET.get("order", "")
    rows = in_order(table.rows, order) if order.removeprefix("-") in overdue.BY_NAME else table.rows
    page = {
        "form": form,
        "dimension": dimension,
        "dimensions": overdue.dimensions_for(request.user),
        "today": clock.today(),
        "place": _place(form, request.user),
        "query": query,
        "headings": [(kind.name, kind.heading) for kind in kinds],
        "kinds": kinds,
        "lines_shown": [line_of(kinds, row, query) for row in rows],
        "total": line_of(kinds, table.total, query),
    }
    return render(request, "proposals/overdue.html", page)


def overdue_records(request, by, part, kind):
    """Everything late behind a number, the latest first."""
    form, found, dimension = _asked(request, by)
    behind = _behind(found, dimension, part, kind)
    shown = Paginator(behind, RECORDS_PER_PAGE).get_page(request.GET.get("page"))
    query = _query(form)
    page = {
        "kind": overdue.BY_NAME[kind],
        # A part of which the user sees nothing is not told by its name either.
        "part": dimension.labels([part]).get(part, "") if behind and part != ALL else "",
        "today": clock.today(),
        "place": _place(form, request.user),
        "page_obj": shown,
        "lates": list(_told(shown.object_list)),
        "back": reverse("proposals:overdue_by", args=[by]) + query,
        "sheet": reverse("proposals:overdue_sheet", args=[by, part, kind]) + query,
    }
    return render(request, "proposals/overdue_records.html", page)


def overdue_sheet(request, by, part, kind):
    """What :func:`overdue_records` lists, as a workbook."""
    form, found, dimension = _asked(request, by)
    rows = [_row(told) for told in _told(_behind(found, dimension, part, kind))]
    name = f"{_place(form, request.user)}{chinese_date(clock.today())}议案建议超期清单"
    return sheet(name, HEADINGS, rows)


def _asked(request, by):
    """The form, what is late, and the dimension that an address asks for."""
    user = request.user
    _admit(user)
    open_to_user = {dimension.name: dimension for dimension in overdue.dimensions_for(user)}
    if by not in open_to_user:
        raise Http404
    form = OverdueForm(request.GET, user=user)
    return form, overdue.late_of(user, form.asked_place), open_to_user[by]


def _admit(user):
    if not rules.can_read_statistics(user):
        raise PermissionDenied("超期清单由工作人员、领导和承办单位查阅；等您办的在“今日”里。")


def _behind(found, dimension, part, kind):
    """404 for what is no number of the table; a part that has nothing late any more is empty, not lost."""
    kinds = {one.name for one in overdue.kinds_of(dimension)}
    if kind not in kinds or not (part in (ALL, "none") or part.isdecimal()):
        raise Http404
    return overdue.in_part(found, dimension, part, kind)


def _told(lates):
    """Each with what is told of it: its kind, proposal, commitment, unit and deputy; a query each."""
    proposals = Proposal.objects.select_related("term", "session", "jurisdiction")
    proposals = proposals.defer("text", "grounds", "plan", "public_text", "public_reply")
    proposals = proposals.in_bulk({late.proposal for late in lates})
    promises = Commitment.objects.in_bulk({late.record for late in lates if late.record})
    units = Unit.objects.in_bulk({late.unit for late in lates if late.unit})
    seats = choosable(Seat.objects.filter(pk__in={late.seat for late in lates}))
    seats = {seat.pk: seat for seat in seats}
    for late in lates:
        yield {
            "late": late,
            "kind": overdue.BY_NAME[late.kind],
            "proposal": proposals[late.proposal],
            "promise": promises.get(late.record),
            "unit": units.get(late.unit, ""),
            "deputy": seats[late.seat].called if late.seat in seats else "",
        }


def _row(told):
    late, proposal = told["late"], told["proposal"]
    return (
        told["kind"].heading,
        proposal.number,
        proposal.title,
        told["promise"].text if told["promise"] else "",
        str(told["unit"]),
        told["deputy"],
        late.leader,
        late.due_on,
        late.days,
    )


def _place(form, user):
    return form.asked_place or user.unit or user.jurisdiction


def _query(form):
    """The place as it goes on to the pages behind the numbers."""
    return f"?place={form.asked_place.pk}" if form.asked_place else ""
