"""Reception days: the list, planning one, a day's page and its steps."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Count, Prefetch
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render

from congress import clock
from congress.desk import amber_days_for, light_of
from congress.lists import FilteredList
from congress.steps import add_errors, step_links, step_page
from deputies.models.seat import naming
from reception import day_workflow, rules, turn_rules
from reception.clashes import clashes_of
from reception.enums import DayStatus, NoticeStatus
from reception.filters import DayFilter
from reception.forms.day import DAY_STEPS, DayForm
from reception.models import Notice, Opinion, ReceptionDay, RotaSlot, TurnRequest, Visit
from reception.papers.offered import offers_of_day


MAIN_STEPS = ["publish_notice", "open", "hold", "summarise", "archive", "set_rota"]
SLOTS = Prefetch(
    "slots",
    RotaSlot.objects.select_related(*naming("seat__"), *naming("substitutes__")),
)


class DayList(FilteredList):
    filterset_class = DayFilter
    template_name = "reception/day_list.html"
    open_to = staticmethod(rules.can_read_days)

    def get_queryset(self):
        days = ReceptionDay.objects.visible_to(self.request.user).select_related("jurisdiction")
        # Grouping drops the model's own order.
        counted = days.annotate(visit_count=Count("visits")).order_by("-date", "pk")
        return counted.prefetch_related(SLOTS)

    def due_of(self, record):
        return record.notice_due_on if record.status in DayStatus.before_notice else None

    def get_context_data(self, **kwargs):
        user = self.request.user
        return super().get_context_data(
            may_export=rules.can_export_ledgers(user),
            may_plan=rules.may_plan(user),
            may_register=rules.may_receive(user),
            **kwargs,
        )


def day_create(request):
    """Plan a day; the form's errors and the verb's stand at their fields."""
    if not rules.may_plan(request.user):
        raise PermissionDenied("只有镇街工作人员和联络员可以安排接待日。")
    form = DayForm(request.POST if request.method == "POST" else None, user=request.user)
    if form.is_valid():
        try:
            day = day_workflow.plan(by=request.user, **form.cleaned_data)
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, f"已安排{day}，接下来请排班并按期公告。")
            return redirect(day)
    return render(request, "reception/day_create.html", {"form": form})


def day_detail(request, pk):
    user = request.user
    days = ReceptionDay.objects.visible_to(user).select_related("jurisdiction__parent", "station")
    day = get_object_or_404(days.prefetch_related(SLOTS, "leaders"), pk=pk)
    matters = Opinion.objects.visible_to(user).select_related("jurisdiction", "category").defer("words")
    visits = (
        Visit.objects.filter(day=day, opinions__in=matters)
        .distinct()
        .order_by("pk")
        .prefetch_related(Prefetch("opinions", matters.order_by("pk")))
    )
    to_come = day.status not in (*DayStatus.held_states, DayStatus.CANCELLED)
    takes_visits = rules.takes_visits(day)
    may_receive = (takes_visits or to_come) and rules.can_receive(user, day.jurisdiction)
    may_register = takes_visits and may_receive
    unannounced = day.status in DayStatus.before_notice
    coming = unannounced or day.status == DayStatus.NOTICE_PUBLISHED
    notices = list(Notice.objects.visible_to(user).filter(day=day))
    may_draft = _may_draft(day, user)
    steps = day_workflow.offered(day, user)
    announces = unannounced and may_draft
    if announces or unannounced and notices:
        # It is published from its draft, which is approved and printed there.
        steps = [step for step in steps if step.name != "publish_notice"]
    page = {
        "day": day,
        "visits": visits,
        "steps": step_links(
            day,
            steps,
            "reception:day_step",
            main=[] if may_register or announces else MAIN_STEPS,
        ),
        "notices": notices,
        "may_draft": may_draft,
        "draft_label": _draft_label(notices),
        "announces": announces,
        "events": day.events.select_related("by__deputy"),
        "light": light_of(day.notice_due_on, amber_days_for(user)) if unannounced else None,
        "may_register": may_register,
        "wants_forms": to_come and may_receive,
        "may_sort": rules.can_sort_day(user, day),
        "clashes": _clashes(day, user) if coming else (),
        "may_open": rules.may_plan(user),
        "papers": offers_of_day(day, user),
        "turn_requests": TurnRequest.objects.visible_to(user).open().about(day).named() if coming else (),
        "may_ask_turn": turn_rules.is_changeable(day) and turn_rules.can_ask_on(user, day),
    }
    return render(request, "reception/day_detail.html", page)


def _may_draft(day, user):
    """Whether a further notice may be drafted: of a day to come with a rota, or of one called off."""
    if day.date < clock.today() or not rules.can_prepare_day(user, day):
        return False
    cancelled = day.status == DayStatus.CANCELLED
    return cancelled or (day.status != DayStatus.PLANNED and bool(day.slots.all()))


def _draft_label(notices):
    """What pressing it does: it opens the draft that there is, else it drafts the next notice."""
    if any(notice.status != NoticeStatus.PUBLISHED for notice in notices):
        return "打印张贴、发布公告"
    return "另起草一份公告" if notices else "起草公告、打印张贴"


def _clashes(day, user):
    """What else is held on the day, other receptions at its place included."""
    beside = ReceptionDay.objects.filter(jurisdiction=day.jurisdiction, place=day.place, date=day.date)
    others = beside.exclude(status=DayStatus.CANCELLED).exclude(pk=day.pk)
    return clashes_of([day, *others], user, day.jurisdiction)[0]


def day_step(request, pk, name):
    days = ReceptionDay.objects.visible_to(request.user).select_related("jurisdiction__parent")
    day = get_object_or_404(days, pk=pk)
    if name not in DAY_STEPS:
        raise Http404
    form_class, verb = DAY_STEPS[name]
    return step_page(
        request,
        record=day,
        workflow=day_workflow.days,
        name=name,
        verb=verb,
        form_class=form_class,
        about=day,
        user=request.user,
    )
