"""Activities as offices plan and keep them."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Prefetch
from django.forms.models import model_to_dict
from django.shortcuts import get_object_or_404, redirect, render

from congress.lists import FilteredList
from congress.posted import posted_from
from congress.steps import add_errors, sent, step_page
from congress.workflow import StepNotAvailable
from deputies import activity_workflow, participation_workflow, rules
from deputies.activity_workflow import activities
from deputies.enums import ParticipationStatus
from deputies.filters import ActivityFilter
from deputies.forms.activity import (
    ActivityForm,
    CancelForm,
    PeopleForm,
    PlanForm,
    constituencies_of,
    invited,
)
from deputies.models import Activity, Participation, Seat
from deputies.models.seat import naming


SELECTABLE = (ParticipationStatus.INVITED, ParticipationStatus.LOGGED)


class ActivityList(FilteredList):
    """An office's activities, the newest first."""

    filterset_class = ActivityFilter
    template_name = "deputies/activity_list.html"
    open_to = staticmethod(rules.can_list_activities)

    def get_queryset(self):
        visible = Activity.objects.visible_to(self.request.user)
        whose = Prefetch("created_by__deputy__seats", Seat.objects.select_related(*naming()))
        found = visible.select_related("kind", "jurisdiction", "created_by__deputy").prefetch_related(whose)
        return found.with_counts()

    def get_context_data(self, **kwargs):
        user = self.request.user
        return super().get_context_data(
            **kwargs,
            may_plan=rules.can_plan_activities(user),
            waiting=Participation.objects.waiting_for(user).count(),
        )


def activity_plan(request):
    if not rules.can_plan_activities(request.user):
        raise PermissionDenied("您不能安排活动。")
    form = PlanForm(*sent(request), user=request.user)
    if form.is_valid():
        data = form.activity_data
        seats = invited(form.cleaned_data, data["jurisdiction"], data["starts_on"])
        try:
            activity = activity_workflow.plan_activity(by=request.user, seats=seats, **data)
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, f"已安排“{activity}”，通知了{activity.participations.count()}名代表。")
            return redirect(activity)
    return render(request, "deputies/activity_plan.html", {"form": form})


def activity_detail(request, pk):
    """An activity with everybody on its list; a deputy is led to his own entry."""
    activity = _visible(request, pk)
    entries = activity.participations.visible_to(request.user).with_places().with_photo_count()
    entries = list(entries.order_by("seat__deputy__stroke_key", "pk"))
    if request.user.is_deputy:
        return redirect(entries[0])
    for entry in entries:
        entry.selectable = entry.status in SELECTABLE and rules.can_verify_entry(request.user, entry)
    steps = {step.name for step in activities.available(activity, request.user)}
    page = {
        "activity": activity,
        "entries": entries,
        "selectable": any(entry.selectable for entry in entries),
        "events": activity.events.select_related("by__deputy"),
        "may_change": "change" in steps,
        "may_cancel": "cancel" in steps and not activity.taken_part,
    }
    return render(request, "deputies/activity_detail.html", page)


def activity_edit(request, pk):
    activity = _visible(request, pk)
    return _step_page(
        request,
        activity,
        "change",
        activity_workflow.change_activity,
        ActivityForm,
        initial=model_to_dict(activity),
        counted=activity.is_counted,
        constituencies=constituencies_of(request.user),
    )


def activity_people(request, pk):
    """Add deputies to the list later."""
    activity = _visible(request, pk)

    def add(activity, *, by, **chosen):
        seats = invited(chosen, activity.jurisdiction, activity.starts_on)
        activity_workflow.add_people(activity, by=by, seats=seats)

    return _step_page(request, activity, "add_people", add, PeopleForm, user=request.user)


def activity_cancel(request, pk):
    activity = _visible(request, pk)
    return _step_page(request, activity, "cancel", activity_workflow.cancel_activity, CancelForm)


@posted_from("deputies:activity_detail", "pk")
def activity_verify(request, pk):
    """Verify, or record as absent, those ticked on the activity's list."""
    activity = _visible(request, pk)
    return settle_selected(request, activity.participations.all(), back=activity)


def settle_selected(request, entries, *, back, what="代表"):
    """Take one step with all entries ticked in ``entry``, all or none, and go ``back`` with a sentence."""
    chosen = entries.visible_to(request.user).with_places().filter(pk__in=_ticked(request))
    if not chosen:
        messages.warning(request, f"还没有勾选{what}，请先勾选再办理。")
        return redirect(back)
    absent = request.POST.get("step") == "mark_absent"
    settle = participation_workflow.mark_all_absent if absent else participation_workflow.verify_all
    try:
        count = settle(list(chosen), by=request.user)
    except StepNotAvailable as refusal:
        messages.error(request, f"一条也没有办理。{refusal}")
    except ValidationError as error:
        messages.error(request, f"一条也没有办理。{'；'.join(error.messages)}")
    else:
        messages.success(
            request, f"已把{count}名代表记为未参加。" if absent else f"已核实{count}条履职记录。"
        )
    return redirect(back)


def _ticked(request):
    return [pk for pk in request.POST.getlist("entry") if pk.isdecimal()]


def _visible(request, pk):
    activities = Activity.objects.visible_to(request.user)
    return get_object_or_404(
        activities.select_related("kind", "jurisdiction__parent", "created_by", "constituency"), pk=pk
    )


def _step_page(request, activity, name, verb, form_class, **kwargs):
    return step_page(
        request,
        record=activity,
        workflow=activities,
        name=name,
        verb=verb,
        form_class=form_class,
        template_name="deputies/activity_step.html",
        **kwargs,
    )
