"""Cases of retaliation: for the two offices of a liberty case; each look is put down."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render

from congress.lists import FilteredList
from congress.steps import add_errors, sent, step_links, step_page
from deputies import retaliation_workflow, rules
from deputies.filters import RetaliationFilter
from deputies.forms import retaliation as forms
from deputies.models import RetaliationCase, RetaliationLook
from deputies.retaliation_workflow import retaliation_cases


STEPS = {
    "forward": (forms.ForwardForm, retaliation_workflow.forward),
    "conclude": (forms.ConcludeForm, retaliation_workflow.conclude),
}


class RetaliationList(FilteredList):
    """The cases by their numbers; whom they are about stands on their pages."""

    filterset_class = RetaliationFilter
    template_name = "deputies/retaliation_list.html"

    def open_to(self, user):
        """Who may not is not told that there is such a list."""
        return _check(user)

    def get_queryset(self):
        return RetaliationCase.objects.visible_to(self.request.user)


def retaliation_add(request):
    _check(request.user)
    form = forms.TellForm(*sent(request), user=request.user)
    if form.is_valid():
        try:
            case = retaliation_workflow.tell(by=request.user, **form.cleaned_data)
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, f"已登记{case}，请转送代表所在单位或者有关机关处理。")
            return redirect(case)
    return render(request, "deputies/retaliation_form.html", {"form": form})


def retaliation_detail(request, pk):
    case = _visible(request, pk, "案件")
    links = step_links(
        case,
        retaliation_cases.available(case, request.user),
        "deputies:retaliation_step",
        main=["forward", "conclude"],
    )
    page = {"case": case, "events": case.events.select_related("by"), "steps": links}
    return render(request, "deputies/retaliation_detail.html", page)


def retaliation_step(request, pk, name):
    if name not in STEPS:
        raise Http404
    case = _visible(request, pk, retaliation_cases.steps[name].label)
    form_class, verb = STEPS[name]
    return step_page(
        request, record=case, workflow=retaliation_cases, name=name, verb=verb, form_class=form_class
    )


def _check(user):
    if not rules.can_list_liberty(user):
        raise Http404
    return True


def _visible(request, pk, what):
    """The case, for who may see it; that it was looked at is put down."""
    case = get_object_or_404(RetaliationCase.objects.visible_to(request.user).with_places(), pk=pk)
    RetaliationLook.objects.create(case=case, by=request.user, page=what)
    return case
