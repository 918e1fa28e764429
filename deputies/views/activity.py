"""Activities as offices plan and keep them."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import get_object_or_404, redirect, render

from congress.enums import Role
from congress.lists import FilteredList
from congress.posted import posted_from
from congress.steps import add_errors
from congress.workflow import StepNotAvailable
from deputies import rules, workflow
from deputies.enums import ParticipationStatus
from deputies.filters import ActivityFilter
from deputies.forms import ActivityForm, CancelForm, PeopleForm, PlanForm
from deputies.models import Activity, Participation


SELECTABLE = (ParticipationStatus.INVITED, ParticipationStatus.LOGGED)


class ActivityList(FilteredList):
    """An office's activities, the newest first."""

    filterset_class = ActivityFilter
    template_name = "deputies/activity_list.html"
    closed_to = Role.business_blind

    def get_queryset(self):
        if self.request.user.role == Role.DEPUTY:
            raise PermissionDenied("这是工作人员的页面，您的履职活动在“我的履职”里。")
        visible = Activity.objects.visible_to(self.request.user)
        return visible.select_related("kind", "jurisdiction", "created_by").with_counts()

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
    form = PlanForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        data = form.activity_data
        seats = form.invited(data["jurisdiction"], data["starts_on"])
        try:
            activity = workflow.plan_activity(by=request.user, seats=seats, **data)
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, f"已安排“{activity}”，通知了{len(seats)}名代表。")
            return redirect(activity)
    page = {"form": form, "title": "安排活动", "submit": "安排活动并通知代表"}
    return render(request, "deputies/activity_form.html", page)


def activity_detail(request, pk):
    """An activity with everybody on its list; a deputy is led to his own entry."""
    activity = _visible(request, pk)
    entries = activity.participations.visible_to(request.user).with_places().with_photo_count()
    entries = list(entries.order_by("seat__deputy__stroke_key", "pk"))
    if request.user.role == Role.DEPUTY:
        return redirect(entries[0])
    for entry in entries:
        entry.selectable = entry.status in SELECTABLE and rules.can_verify_entry(request.user, entry)
    page = {
        "activity": activity,
        "entries": entries,
        "selectable": any(entry.selectable for entry in entries),
        "may_manage": rules.can_manage_activity(request.user, activity),
        "may_cancel": not activity.cancelled_reason and not activity.taken_part,
    }
    return render(request, "deputies/activity_detail.html", page)


def activity_edit(request, pk):
    activity = _managed(request, pk)
    form = ActivityForm(request.POST or None, instance=activity)
    if request.method == "POST" and form.is_valid():
        workflow.change_activity(activity, by=request.user, **form.cleaned_data)
        messages.success(request, f"已保存“{activity}”。")
        return redirect(activity)
    return _form_page(request, activity, form, "修改活动、补记录和反馈", "保存")


def activity_people(request, pk):
    """Add deputies to the list later."""
    activity = _managed(request, pk)
    form = PeopleForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid():
        seats = form.invited(activity.jurisdiction, activity.starts_on)
        try:
            invited = workflow.add_people(activity, by=request.user, seats=seats)
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, f"名单中增加了{len(invited)}名代表，已在名单中的不重复列入。")
            return redirect(activity)
    return _form_page(request, activity, form, "增加参加活动的代表", "列入名单")


def activity_cancel(request, pk):
    activity = _managed(request, pk)
    form = CancelForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            workflow.cancel_activity(activity, by=request.user, **form.cleaned_data)
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, f"已取消“{activity}”，名单上的代表都会看到。")
            return redirect(activity)
    return _form_page(request, activity, form, "取消活动", "取消活动")


@posted_from("deputies:activity_detail", "pk")
def activity_verify(request, pk):
    """Verify, or record as absent, those ticked on the activity's list."""
    activity = _visible(request, pk)
    return settle_selected(request, activity.participations.all(), back=activity)


def settle_selected(request, entries, *, back):
    """Take one step with all entries ticked in ``entry``, all or none, and go ``back`` with a sentence."""
    chosen = entries.visible_to(request.user).with_places().filter(pk__in=_ticked(request))
    if not chosen:
        messages.warning(request, "还没有勾选代表，请先勾选再办理。")
        return redirect(back)
    absent = request.POST.get("step") == "mark_absent"
    settle = workflow.mark_all_absent if absent else workflow.verify_all
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
    return get_object_or_404(activities.select_related("kind", "jurisdiction__parent", "created_by"), pk=pk)


def _managed(request, pk):
    activity = _visible(request, pk)
    if not rules.can_manage_activity(request.user, activity):
        raise PermissionDenied("您不能修改这次活动，请与主办方联系。")
    return activity


def _form_page(request, activity, form, title, submit):
    page = {"activity": activity, "form": form, "title": title, "submit": submit}
    return render(request, "deputies/activity_form.html", page)
