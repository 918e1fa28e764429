"""Sorting and compiling what was said on a reception day, in one go (B27)."""

from itertools import groupby

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect, render

from congress.steps import add_errors
from congress.workflow import StepNotAvailable, whole
from reception import rules
from reception.enums import OpinionStatus
from reception.forms.sorting import Sorting
from reception.models import Opinion, ReceptionDay
from reception.workflow import refer, triage


class LineRefused(Exception):
    """A line that a verb refused, with its errors."""

    def __init__(self, line, error):
        super().__init__()
        self.line, self.error = line, error


def day_sorting(request, pk):
    """The matters to be sorted, a line each, and below them the sorted ones by category."""
    user = request.user
    days = ReceptionDay.objects.visible_to(user).select_related("jurisdiction__parent")
    day = get_object_or_404(days, pk=pk)
    if not rules.can_sort_day(user, day):
        raise PermissionDenied("归纳整理由镇街和区人大的工作机构负责。")
    data = request.POST if request.method == "POST" else None
    matters = Opinion.objects.visible_to(user).filter(visit__day=day)
    matters = matters.select_related("jurisdiction__parent", "category").order_by("serial")
    waiting = list(matters.filter(status=OpinionStatus.REGISTERED))
    page = Sorting(data, waiting, place=day.jurisdiction, user=user)
    if data is not None and page.is_valid():
        if not page.chosen:
            messages.error(request, "没有选中要分类的事项，请在要分类的事项前打勾。")
        elif _sorted(page, request):
            return redirect("reception:day_sorting", pk=day.pk)
    context = {"day": day, "lines": page.lines, "groups": _by_category(matters)}
    return render(request, "reception/day_sorting.html", context)


def _sorted(page, request):
    """Sort the chosen lines, all or none; tell what came of it."""
    try:
        referred = _sort(page.chosen, request.user)
    except LineRefused as refusal:
        add_errors(refusal.line, refusal.error)
        return False
    except StepNotAvailable as refusal:
        messages.error(request, str(refusal))
        return True
    handed = f"，其中{referred}件已转办" if referred else ""
    messages.success(request, f"已分类{len(page.chosen)}件{handed}。")
    return True


@whole
def _sort(lines, user):
    """Triage each line and refer it where a unit is named; return how many were referred."""
    referred = 0
    for line in lines:
        try:
            triage(line.opinion, by=user, **line.sorted_as)
            if line.lead:
                refer(line.opinion, by=user, lead=line.lead)
                referred += 1
        except ValidationError as error:
            raise LineRefused(line, _at_unit(error)) from error
    return referred


def _at_unit(error):
    """The errors of a referral stand at the line's unit."""
    if not hasattr(error, "error_dict"):
        return error
    return ValidationError(
        {"unit" if name == "lead" else name: found for name, found in error.error_dict.items()}
    )


def _by_category(matters):
    """[(category, matters)] of what is sorted, in the order of the categories."""
    found = matters.filter(category__isnull=False).exclude(status=OpinionStatus.REGISTERED)
    ordered = found.order_by("category__order", "category", "serial")
    return [(category, list(rows)) for category, rows in groupby(ordered, key=lambda row: row.category)]
