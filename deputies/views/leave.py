"""Leave: asked for by a deputy on his phone, or entered by the office; decided; filed."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render

from congress import clock
from congress.forms import StepForm
from congress.lists import FilteredList
from congress.posted import posted_from
from congress.steps import add_errors, sent, step_links, step_page
from congress.workflow import StepNotAvailable
from deputies import absence, leave_events, leave_workflow, rules
from deputies import leave as terms
from deputies.enums import LeaveStatus
from deputies.filters import LeaveFilter
from deputies.forms.leave import DecisionForm, LeaveForm, RefusalForm, RegisterForm
from deputies.leave_workflow import leaves
from deputies.models import Activity, Leave, Seat


STEPS = {
    "submit": (StepForm, leave_workflow.submit),
    "approve": (DecisionForm, leave_workflow.approve),
    "refuse": (RefusalForm, leave_workflow.refuse),
    "record": (StepForm, leave_workflow.record),
    "withdraw": (StepForm, leave_workflow.withdraw),
}


class LeaveList(FilteredList):
    """The requests of an office's area, the newest first."""

    filterset_class = LeaveFilter
    template_name = "deputies/leave_list.html"
    open_to = staticmethod(rules.can_list_leaves)

    def get_queryset(self):
        found = Leave.objects.visible_to(self.request.user).with_places().with_days()
        return found.prefetch_related("meetings")

    def due_of(self, leave):
        return leave.begins_on if leave.status == LeaveStatus.SUBMITTED else None

    def get_context_data(self, **kwargs):
        waiting = leave_events.to_record(self.request.user).count()
        return super().get_context_data(**kwargs, to_record=waiting)


def leave_mine(request):
    """A deputy's requests, and the coming meetings and activities from which he may ask leave."""
    if not rules.can_ask_leave(request.user):
        raise PermissionDenied("这一页是代表自己请假用的。")
    found = Leave.objects.with_places().with_days().prefetch_related("meetings")
    own = found.filter(seat__deputy__user=request.user)
    page = {
        "events": leave_events.coming_for(request.user, own),
        "leaves": own,
        "to_decide": found.to_decide_by(request.user),
        "missed": _missed(request.user),
    }
    return render(request, "deputies/leave_mine.html", page)


def _missed(user):
    """The sessions that the deputy missed as a whole, without leave, in the seats that he holds."""
    seats = Seat.objects.filter(deputy__user=user).in_office(clock.today())
    found = absence.missed_by(seats.values("pk")).values()
    return [one for missed in found for one in absence.counted(missed)]


def leave_start(request):
    """An office chooses from what the leave was asked that it enters."""
    if not rules.can_register_leave(request.user):
        raise PermissionDenied("您不能登记代表的请假。")
    return render(request, "deputies/leave_start.html", {"events": leave_events.of_office(request.user)})


def leave_session(request, pk):
    """Ask for leave from a session or from some of its meetings; ``?meeting=`` ticks one."""
    session = get_object_or_404(leave_events.sessions_for(request.user), pk=pk)
    if request.user.is_deputy:
        seat = Seat.objects.filter(deputy__user=request.user, term=session.term_id)
        seat = seat.select_related("deputy", "term__jurisdiction").get()
        due = terms.meetings_due(seat, session)
        return _ask(request, LeaveForm, {"session": session, "seat": seat}, due=due)
    due = list(session.meetings.all())
    scope = {"term": session.term_id, "on": session.starts_on}
    return _ask(request, RegisterForm, {"session": session}, due=due, user=request.user, scope=scope)


def leave_activity(request, pk):
    """Ask for leave from an activity."""
    activity = get_object_or_404(
        Activity.objects.visible_to(request.user).select_related("jurisdiction__parent"), pk=pk
    )
    if request.user.is_deputy:
        own = Seat.objects.filter(participations__activity=activity, deputy__user=request.user)
        seat = own.select_related("deputy", "term__jurisdiction").first()
        return _ask(request, LeaveForm, {"activity": activity, "seat": seat})
    scope = {"invited": activity.pk}
    return _ask(request, RegisterForm, {"activity": activity}, user=request.user, scope=scope)


def _ask(request, form_class, what, **kwargs):
    user = request.user
    event = what.get("session") or what["activity"]
    allowed = rules.can_ask_leave(user) or rules.can_register_leave(user, Leave(**what))
    if not allowed:
        raise PermissionDenied("您不能登记这里的请假。")
    form = form_class(*sent(request), initial=_initial(request), **kwargs)
    if form.is_valid():
        data = {**what, **form.cleaned_data}
        data["evidence"] = data["evidence"] or ""
        try:
            leave = leave_workflow.ask(by=user, draft="draft" in request.POST, **data)
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, _asked_sentence(leave))
            return redirect(leave)
    page = {"form": form, "event": event, "approver": _approver(what)}
    return render(request, "deputies/leave_form.html", page)


def _initial(request):
    return {"meetings": request.GET.getlist("meeting"), "applied_on": clock.today()}


def _approver(what):
    """Whose decision it will be, as far as it is known before the form is filled in."""
    if "seat" not in what:
        return None
    return terms.approver_of(on=clock.today(), **what)


def _asked_sentence(leave):
    if leave.status == LeaveStatus.DRAFT:
        return "草稿已保存，提交以后才有效。"
    return f"已提交，由{leave.get_approver_display()}决定。"


def leave_detail(request, pk):
    leave = _visible(request, pk)
    page = {
        "leave": leave,
        "rule": terms.rule_of(leave),
        "events": leave.events.select_related("by__deputy"),
        "steps": _links(leave, request.user),
        "may_see_evidence": bool(leave.evidence) and rules.can_see_evidence(request.user, leave),
    }
    return render(request, "deputies/leave_detail.html", page)


def leave_step(request, pk, name):
    leave = _visible(request, pk)
    if name not in STEPS:
        raise Http404
    form_class, verb = STEPS[name]
    return step_page(
        request,
        record=leave,
        workflow=leaves,
        name=name,
        verb=verb,
        form_class=form_class,
        about=leave,
        told=f"{leave.seat.deputy.name}请假（{leave.event}）",
    )


def leave_evidence(request, pk):
    """The evidence, for the deputy and for who decides; no address serves it without asking."""
    leave = _visible(request, pk)
    if not leave.evidence:
        raise Http404
    if not rules.can_see_evidence(request.user, leave):
        raise PermissionDenied("请假的证明材料只有本人和审批的机关可以看。")
    return FileResponse(leave.evidence.open(), as_attachment=True, filename=leave.evidence_name)


@posted_from("deputies:leave_list")
def leave_record(request):
    """File all decided leaves whose meetings and activities are over."""
    if not rules.can_list_leaves(request.user):
        raise PermissionDenied("您不能归档请假。")
    found = list(leave_events.to_record(request.user))
    try:
        count = leave_workflow.record_all(found, by=request.user)
    except (StepNotAvailable, ValidationError) as refusal:
        messages.error(request, f"一件也没有归档。{refusal}")
    else:
        messages.success(request, f"已归档{count}件请假。")
    return redirect("deputies:leave_list")


def _links(leave, user):
    steps = leaves.available(leave, user)
    if leave.status == LeaveStatus.SUBMITTED:
        main = ["approve", "refuse"]
        return step_links(leave, steps, "deputies:leave_step", main=main, due_on=leave.begins_on)
    return step_links(leave, steps, "deputies:leave_step", main=["submit", "record"])


def _visible(request, pk):
    found = Leave.objects.visible_to(request.user).with_places().with_days()
    return get_object_or_404(found, pk=pk)
