"""A deputy's own entries on his phone, and what staff do with them."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import cache_control

from congress import clock
from congress.forms import ReasonForm, StepForm
from congress.lists import FilteredList
from congress.posted import posted_from
from congress.steps import add_errors, sent, step_links, step_page
from congress.workflow import StepNotAvailable
from deputies import activity_workflow, participation_workflow, rules
from deputies.enums import LeaveStatus, ParticipationStatus
from deputies.filters import ParticipationFilter, QueueFilter
from deputies.forms.participation import EntryForm, PartForm
from deputies.models import Leave, Participation, ParticipationPhoto, Seat
from deputies.views.activity import settle_selected


STEPS = {
    "verify": (StepForm, participation_workflow.verify),
    "return_entry": (ReasonForm, participation_workflow.return_entry),
    "mark_absent": (StepForm, participation_workflow.mark_absent),
    "withdraw": (StepForm, participation_workflow.withdraw),
    "remove": (StepForm, participation_workflow.remove),
    "invite": (StepForm, participation_workflow.invite),
}
LOG_LABELS = {
    ParticipationStatus.LOGGED: "修改登记",
    ParticipationStatus.RETURNED: "修改后重新登记",
}


class ParticipationList(FilteredList):
    """A deputy's own entries."""

    filterset_class = ParticipationFilter
    template_name = "deputies/participation_list.html"
    open_to = staticmethod(rules.can_log_activities)
    paginate_by = 20

    def get_queryset(self):
        return Participation.objects.visible_to(self.request.user).with_places().with_photo_count()


class ParticipationQueue(FilteredList):
    """What waits to be verified, the oldest first."""

    filterset_class = QueueFilter
    template_name = "deputies/participation_queue.html"
    open_to = staticmethod(rules.can_verify_entries)

    def get_queryset(self):
        waiting = Participation.objects.waiting_for(self.request.user).with_places()
        return waiting.prefetch_related("photos").order_by("activity__starts_on", "pk")


@posted_from("deputies:participation_queue")
def participation_verify(request):
    """Verify those ticked in the queue."""
    return settle_selected(
        request, Participation.objects.all(), back="deputies:participation_queue", what="记录"
    )


def activity_log(request):
    """登记活动: a deputy logs what he has done."""
    seats = _own_seats(request.user)
    form = EntryForm(
        *sent(request),
        seats=seats,
        initial={
            "starts_on": clock.today(),
            "kind": request.GET.get("kind"),
            "at_home": "at_home" in request.GET,
        },
    )
    if form.is_valid():
        data = {"seat": seats[0], **form.cleaned_data}
        try:
            entry = activity_workflow.log_activity(by=request.user, **data)
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, "已登记，等工作人员核实后计入履职。")
            return redirect(entry)
    page = {"form": form, "title": "登记活动", "submit": "登记"}
    return render(request, "deputies/participation_form.html", page)


def participation_log(request, pk):
    """Log one's part in a planned activity, or correct and resubmit an entry."""
    entry = _visible(request, pk)
    if inspection := getattr(entry, "card_inspection", None):
        return redirect(inspection)
    if not rules.can_log_entry(request.user, entry):
        raise PermissionDenied("您不能登记这条履职记录。")
    form = _entry_form(request, entry)
    if form.is_valid():
        data = dict(form.cleaned_data)
        verb = participation_workflow.log
        if isinstance(form, EntryForm):
            verb = activity_workflow.correct_entry
            fields = [field for field in (*EntryForm.activity_fields, "at_home") if field in data]
            data["corrections"] = {field: data.pop(field) for field in fields}
        try:
            verb(entry, by=request.user, **data)
        except StepNotAvailable as refusal:
            messages.error(request, str(refusal))
            return redirect(entry)
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, "已登记，等工作人员核实后计入履职。")
            return redirect(entry)
    title = LOG_LABELS.get(entry.status, "登记参加情况")
    page = {"form": form, "entry": entry, "title": title, "submit": "登记"}
    return render(request, "deputies/participation_form.html", page)


def participation_detail(request, pk):
    entry = _visible(request, pk)
    page = {
        "entry": entry,
        "photos": entry.photos.all(),
        "events": entry.events.select_related("by__deputy"),
        "inspection": getattr(entry, "card_inspection", None),
        "steps": _links(entry, request.user),
        "returned": entry.return_note,
        "to_come": _is_to_come(entry),
    }
    return render(request, "deputies/participation_detail.html", page)


def participation_step(request, pk, name):
    """One step with an entry; logging has a page of its own."""
    entry = _visible(request, pk)
    if name == "log":
        return redirect("deputies:participation_log", pk)
    if name not in STEPS:
        raise Http404
    if inspection := getattr(entry, "card_inspection", None):
        return redirect(inspection)
    form_class, verb = STEPS[name]
    return step_page(
        request,
        record=entry,
        workflow=participation_workflow.participations,
        name=name,
        verb=verb,
        form_class=form_class,
    )


@cache_control(private=True, max_age=3600)
def photo(request, pk):
    """A photograph, for those who may see the entry; no address serves it without asking."""
    entries = Participation.objects.visible_to(request.user)
    found = get_object_or_404(ParticipationPhoto, pk=pk, participation__in=entries)
    return FileResponse(found.image.open(), content_type="image/jpeg")


def _own_seats(user):
    """The seats in which a deputy may log; 403 for those who have none."""
    seats = Seat.objects.filter(deputy__user=user).in_office(clock.today())
    if not rules.can_log_activities(user) or not seats:
        raise PermissionDenied("只有在任的代表可以登记履职活动；您的任职信息不对的，请与代表工委联系。")
    return seats.select_related("deputy__user", "term__jurisdiction", "constituency").order_by("pk")


def _entry_form(request, entry):
    initial = {field: getattr(entry, field) for field in ("sentence", "people", "households")}
    if not rules.is_own_activity(request.user, entry.activity):
        return PartForm(*sent(request), entry=entry, initial=initial)
    initial |= {field: getattr(entry.activity, field) for field in EntryForm.activity_fields}
    initial["at_home"] = entry.activity.constituency_id is not None
    seats = [entry.seat]
    return EntryForm(*sent(request), entry=entry, initial=initial, seats=seats, choose_seat=False)


def _is_to_come(entry):
    """Whether he is invited to what has not begun, so that nobody can have taken part yet."""
    return entry.status == ParticipationStatus.INVITED and entry.activity.starts_on > clock.today()


def _links(entry, user):
    """The buttons of an entry. Logging again is a correction, which nobody waits for.

    An inspection by card is dealt with on its own page.
    """
    if hasattr(entry, "card_inspection"):
        return [{"label": "看持证视察", "url": entry.card_inspection.get_absolute_url(), "primary": True}]
    steps = [
        step
        for step in participation_workflow.participations.available(entry, user)
        if step.name not in participation_workflow.FOLLOWING_STEPS
        and not (step.name == "log" and _is_to_come(entry))
    ]
    links = step_links(entry, steps, "deputies:participation_step")
    for link, step in zip(links, steps, strict=True):
        if step.name == "log":
            link["label"] = LOG_LABELS.get(entry.status, step.label)
            link["primary"] = entry.status != ParticipationStatus.LOGGED
    if entry.status == ParticipationStatus.INVITED and rules.is_own_entry(user, entry):
        links.append(_leave_link(entry))
    return links


def _leave_link(entry):
    """To the request that stands, else to the form of a new one."""
    asked = Leave.objects.filter(seat=entry.seat_id, activity=entry.activity_id)
    if leave := asked.filter(status__in=LeaveStatus.standing).first():
        return {"label": f"看请假（{leave.get_status_display()}）", "url": leave.get_absolute_url()}
    return {"label": "请假", "url": reverse("deputies:leave_activity", args=[entry.activity_id])}


def _visible(request, pk):
    entries = Participation.objects.visible_to(request.user).with_places()
    return get_object_or_404(entries.select_related("card_inspection"), pk=pk)
