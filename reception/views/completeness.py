"""The ledger of the four completeness checks (B36), and its sheet."""

from django.core.exceptions import PermissionDenied

from congress import clock
from congress.lists import FilteredList
from congress.xlsx import sheet
from reception import rules
from reception.completeness import Check, cells_of, checked, totals, with_gap
from reception.filters import CompletenessFilter
from reception.models import Opinion


HEADINGS = ["编号", "事由", "镇街", "收到日期", "状态", *Check.labels, "缺口自", "本步期限"]


class CompletenessLedger(FilteredList):
    filterset_class = CompletenessFilter
    template_name = "reception/completeness.html"
    open_to = staticmethod(rules.can_check_matters)

    def get_queryset(self):
        return _matters(self.request.user)

    def due_of(self, record):
        return record.step_due_on if record.gap else None

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        for opinion in context["object_list"]:
            opinion.cells = cells_of(opinion)
        return context | {"totals": _totals(self.request), "query": _without_gap(self.request)}


def completeness_sheet(request):
    """The rows as they are filtered; neither names nor telephones of voters stand in it."""
    if not rules.can_check_matters(request.user):
        raise PermissionDenied("这张台账由镇街和区人大的工作人员、领导查阅。")
    found = CompletenessFilter(request.GET, queryset=_matters(request.user), request=request).qs
    title = f"{request.user.jurisdiction}{clock.today():%Y%m%d}四个件件台账"
    return sheet(title, HEADINGS, map(_row, found))


def _matters(user):
    found = checked(Opinion.objects.visible_to(user)).select_related("jurisdiction")
    return found.defer("words", "outcome_note").order_by("-received_on", "-pk")


def _totals(request):
    """Of all matters of the period and place, whichever gap the list shows."""
    everything = with_gap(Opinion.objects.visible_to(request.user))
    return totals(CompletenessFilter(_without_gap(request), queryset=everything, request=request).qs)


def _without_gap(request):
    query = request.GET.copy()
    for name in ("gap", "page"):
        query.pop(name, None)
    return query


def _row(opinion):
    cells = cells_of(opinion)
    words = {"met": "有", "missing": "缺", "waiting": "待上一步"}
    told = [f"{words[cell.state]}{f'：{cell.text}' if cell.text else ''}" for cell in cells]
    told = [f"{text} {cell.day}" if cell.day else text for text, cell in zip(told, cells, strict=True)]
    return (
        opinion.number,
        opinion.title,
        str(opinion.jurisdiction),
        opinion.received_on,
        opinion.get_status_display(),
        *told,
        opinion.gap_since,
        opinion.step_due_on if opinion.gap else None,
    )
