"""Sessions missed without leave, and the cases that an office brings before the credentials committee."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render

from congress.steps import add_errors, sent, step_links, step_page
from deputies import absence, credentials_workflow, rules
from deputies.credentials_workflow import cases
from deputies.forms.credentials import DismissForm, EndForm, OpenCaseForm, ReportForm
from deputies.models import CredentialsCase, Seat


PER_PAGE = 25
STEPS = {
    "report": (ReportForm, credentials_workflow.report),
    "end": (EndForm, credentials_workflow.end),
    "dismiss": (DismissForm, credentials_workflow.dismiss),
}


def absence_list(request):
    """Who missed sessions of the office's own congress, and the cases there are."""
    if not rules.can_watch_absences(request.user):
        raise PermissionDenied("缺席情况由人大的工作机构查看。")
    found = CredentialsCase.objects.visible_to(request.user).with_places()
    running = {case.seat_id: case for case in found.running()}
    shown = Paginator(absence.watched_by(request.user), PER_PAGE).get_page(request.GET.get("page"))
    rows = [
        {
            "seat": seat,
            "missed": missed,
            "count": len(absence.counted(missed)),
            "case": running.get(seat.pk),
            "may_open": rules.can_open_case(request.user, seat),
        }
        for seat, missed in shown
    ]
    page = {
        "page_obj": shown,
        "rows": rows,
        "cases": Paginator(found, PER_PAGE).get_page(request.GET.get("cases")),
        "ending": absence.ENDING,
        "may_list_liberty": rules.can_list_liberty(request.user),
    }
    return render(request, "deputies/absence_list.html", page)


def credentials_open(request, pk):
    """The facts, session by session, and the button that brings them before the committee."""
    seats = Seat.objects.visible_to(request.user).select_related(
        "deputy", "term__jurisdiction__parent", "constituency"
    )
    seat = get_object_or_404(seats, pk=pk)
    if not rules.can_open_case(request.user, seat):
        raise PermissionDenied("您不能提请审查这名代表的资格。")
    form = OpenCaseForm(*sent(request))
    if form.is_valid():
        try:
            case = credentials_workflow.open_case(seat, by=request.user, **form.cleaned_data)
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, "已提请代表资格审查委员会审查，等登记审查报告。")
            return redirect(case)
    page = {"seat": seat, "facts": absence.facts_of(seat), "form": form, "ending": absence.ENDING}
    return render(request, "deputies/credentials_open.html", page)


def credentials_detail(request, pk):
    case = _visible(request, pk)
    steps = step_links(
        case, cases.available(case, request.user), "deputies:credentials_step", main=["report", "end"]
    )
    page = {"case": case, "events": case.events.select_related("by__deputy"), "steps": steps}
    return render(request, "deputies/credentials_detail.html", page)


def credentials_step(request, pk, name):
    case = _visible(request, pk)
    if name not in STEPS:
        raise Http404
    form_class, verb = STEPS[name]
    return step_page(request, record=case, workflow=cases, name=name, verb=verb, form_class=form_class)


def _visible(request, pk):
    return get_object_or_404(CredentialsCase.objects.visible_to(request.user).with_places(), pk=pk)
