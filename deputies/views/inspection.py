"""Inspections by card: a deputy enters one on his phone, office and unit see it through."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render

from congress import clock
from congress.forms import StepForm
from congress.lists import FilteredList
from congress.steps import add_errors, sent, step_links, step_page
from congress.xlsx import sheet
from deputies import inspection_workflow, rules
from deputies.filters import InspectionFilter
from deputies.forms import inspection as forms
from deputies.inspection_workflow import inspections
from deputies.models import CardInspection, Seat


STEPS = {
    "correct": (forms.InspectionForm, inspection_workflow.correct),
    "hand_over": (forms.HandOverForm, inspection_workflow.hand_over),
    "keep": (StepForm, inspection_workflow.keep),
    "give_back": (forms.GiveBackForm, inspection_workflow.give_back),
    "report": (forms.ReportForm, inspection_workflow.report),
    "improve": (forms.ImproveForm, inspection_workflow.improve),
    "ask_improvement": (forms.AskImprovementForm, inspection_workflow.ask_improvement),
    "close": (StepForm, inspection_workflow.close),
    "withdraw": (StepForm, inspection_workflow.withdraw),
}
MAIN = ["hand_over", "report", "improve", "close", "correct"]
HEADINGS = (
    "代表",
    "代表证号",
    "视察日期",
    "被视察单位",
    "视察情况",
    "建议、批评和意见",
    "负责汇报的单位",
    "汇报期限",
    "汇报日期",
    "单位汇报",
    "整改期限",
    "整改日期",
    "整改情况",
    "状态",
)


class InspectionList(FilteredList):
    filterset_class = InspectionFilter
    template_name = "deputies/inspection_list.html"
    open_to = staticmethod(rules.can_list_inspections)

    def get_queryset(self):
        return CardInspection.objects.visible_to(self.request.user).with_places()

    def get_context_data(self, **kwargs):
        user = self.request.user
        return super().get_context_data(
            **kwargs,
            may_add=rules.can_enter_inspections(user),
            may_export=rules.can_see_places(user),
        )

    def due_of(self, inspection):
        return inspection.due_on


def inspection_sheet(request):
    """The list as a workbook, filtered as it is."""
    if not rules.can_see_places(request.user):
        raise PermissionDenied("持证视察的清单由工作人员和领导导出。")
    seen = CardInspection.objects.visible_to(request.user).with_places()
    found = InspectionFilter(request.GET, queryset=seen, request=request)
    rows = [
        (
            inspection.seat.called,
            inspection.card_number,
            inspection.on,
            inspection.unit_name,
            inspection.found,
            inspection.suggestions,
            str(inspection.unit or ""),
            inspection.report_due_on,
            inspection.reported_on,
            inspection.report,
            inspection.improve_by,
            inspection.improved_on,
            inspection.improvement,
            inspection.get_status_display(),
        )
        for inspection in found.qs
    ]
    return sheet("持证视察", HEADINGS, rows)


def inspection_add(request):
    user = request.user
    if not rules.can_enter_inspections(user):
        raise PermissionDenied("持证视察由代表本人或者机关登记。")
    seats = _own_seats(user)
    form = _new_form(request, seats)
    if form.is_valid():
        data = ({"seat": seats[0]} if seats else {}) | form.cleaned_data
        data.pop("ends_on")
        try:
            inspection = inspection_workflow.record(by=user, **data)
        except ValidationError as error:
            add_errors(form, error)
        else:
            told = "等工作人员核实后计入履职。" if user.is_deputy else "已核实，计入代表的履职。"
            messages.success(request, f"已登记，{told}")
            return redirect(inspection)
    return render(request, "deputies/inspection_form.html", {"form": form})


def inspection_detail(request, pk):
    inspection = _visible(request, pk)
    user = request.user
    links = step_links(
        inspection,
        inspections.available(inspection, user),
        "deputies:inspection_step",
        main=MAIN,
        due_on=inspection.due_on,
    )
    page = {
        "inspection": inspection,
        "photos": () if user.is_unit_clerk else inspection.participation.photos.all(),
        "events": inspection.events.select_related("by__deputy"),
        "steps": links,
        "returned": inspection.return_note,
        "may_open_seat": not user.is_unit_clerk,
    }
    return render(request, "deputies/inspection_detail.html", page)


def inspection_step(request, pk, name):
    if name not in STEPS:
        raise Http404
    inspection = _visible(request, pk)
    form_class, verb = STEPS[name]
    correcting = name == "correct"
    kwargs = _kept(inspection) if correcting else {"about": inspection, "user": request.user}
    return step_page(
        request,
        record=inspection,
        workflow=inspections,
        name=name,
        verb=verb,
        form_class=form_class,
        template_name="deputies/inspection_step.html",
        context={"correcting": correcting},
        **kwargs,
    )


def _new_form(request, seats):
    initial = {"starts_on": clock.today()}
    if not request.user.is_deputy:
        return forms.OfficeInspectionForm(*sent(request), user=request.user, initial=initial)
    initial["card_number"] = seats[0].card_number if len(seats) == 1 else ""
    return forms.InspectionForm(*sent(request), seats=seats, initial=initial)


def _kept(inspection):
    """What the form of a correction begins with."""
    entry = inspection.participation
    activity = entry.activity
    names = ("unit_name", "found", "suggestions", "arranged", "card_number")
    initial = {name: getattr(inspection, name) for name in names}
    initial |= {name: getattr(activity, name) for name in forms.InspectionForm.activity_fields}
    initial["at_home"] = activity.constituency_id is not None
    return {"entry": entry, "initial": initial, "seats": [entry.seat], "choose_seat": False}


def _own_seats(user):
    """The seats in which a deputy may enter; 403 for one who holds none today. None for an office."""
    if not user.is_deputy:
        return None
    seats = Seat.objects.filter(deputy__user=user).in_office(clock.today())
    if not seats:
        raise PermissionDenied("只有在任的代表可以登记持证视察；您的任职信息不对的，请与代表工委联系。")
    places = ("deputy__user", "term__jurisdiction__parent", "constituency__town__parent")
    return seats.select_related(*places).order_by("pk")


def _visible(request, pk):
    return get_object_or_404(CardInspection.objects.visible_to(request.user).with_places(), pk=pk)
