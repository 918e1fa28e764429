"""Cases of restricted liberty: for two offices; who else asks finds nothing. Each look is put down."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render

from congress.lists import FilteredList
from congress.steps import add_errors, sent, step_links, step_page
from deputies import liberty_workflow, rules
from deputies.enums import LibertyStatus, SeatStatus
from deputies.filters import LibertyFilter
from deputies.forms import liberty as forms
from deputies.liberty_workflow import liberty_cases
from deputies.models import LibertyCase, LibertyLook


STEPS = {
    "submit": (forms.SubmitForm, liberty_workflow.submit),
    "examine": (forms.ExamineForm, liberty_workflow.examine),
    "permit": (forms.DecisionForm, liberty_workflow.permit),
    "refuse": (forms.DecisionForm, liberty_workflow.refuse),
    "take_note": (forms.DecisionForm, liberty_workflow.take_note),
    "appeal": (forms.AppealForm, liberty_workflow.appeal),
    "forward": (forms.ForwardForm, liberty_workflow.forward),
    "lift": (forms.LiftForm, liberty_workflow.lift),
}


class LibertyList(FilteredList):
    """The cases by their numbers; whom they are about stands on their pages."""

    filterset_class = LibertyFilter
    template_name = "deputies/liberty_list.html"

    def open_to(self, user):
        """Who may not is not told that there is such a list."""
        if not rules.can_list_liberty(user):
            raise Http404
        return True

    def get_queryset(self):
        return LibertyCase.objects.visible_to(self.request.user)


def liberty_add(request):
    """Enter a request or a report."""
    _check(request)
    form = forms.ReceiveForm(*sent(request), user=request.user)
    if form.is_valid():
        try:
            case = liberty_workflow.receive(by=request.user, **form.cleaned_data)
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, f"已登记，请立即报送{case.get_body_display()}。")
            return redirect(case)
    return render(request, "deputies/liberty_form.html", {"form": form})


def liberty_detail(request, pk):
    case = _visible(request, pk, "事项")
    page = {
        "case": case,
        "events": case.events.select_related("by__deputy"),
        "steps": _links(case, request.user),
        "may_suspend": _calls_for_suspension(case),
        "report_late": _reported_late(case),
        "appeal_due_at": liberty_workflow.appeal_due_at(case) if case.appealed_at else None,
    }
    return render(request, "deputies/liberty_detail.html", page)


def liberty_step(request, pk, name):
    if name not in STEPS:
        raise Http404
    case = _visible(request, pk, liberty_cases.steps[name].label)
    form_class, verb = STEPS[name]
    return step_page(
        request, record=case, workflow=liberty_cases, name=name, verb=verb, form_class=form_class
    )


def _check(request):
    if not rules.can_list_liberty(request.user):
        raise Http404


def _visible(request, pk, what):
    """The case, for who may see it; that it was looked at is put down."""
    case = get_object_or_404(LibertyCase.objects.visible_to(request.user).with_places(), pk=pk)
    LibertyLook.objects.create(case=case, by=request.user, page=what)
    return case


def _links(case, user):
    """The buttons; nothing is forwarded where nothing waits to be."""
    steps = [
        step
        for step in liberty_cases.available(case, user)
        if step.name != "forward" or (case.appealed_at and not case.forwarded_at)
    ]
    return step_links(case, steps, "deputies:liberty_step", main=["submit", "forward", "examine"])


def _calls_for_suspension(case):
    """Whether a hint is due that the seat be suspended (代表法第六十一条); people decide it."""
    return case.status in LibertyStatus.in_force and case.seat.status == SeatStatus.CONFIRMED


def _reported_late(case):
    """The hours after which a measure was reported, where the authority was not at once."""
    if case.is_request or not case.measure_at:
        return None
    hours = (case.received_at - case.measure_at).total_seconds() / 3600
    limit = (case.due_at - case.received_at).total_seconds() / 3600
    return round(hours) if hours > limit else None
