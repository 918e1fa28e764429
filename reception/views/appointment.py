"""Meetings that voters ask for: the list, taking one down, its page and steps."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache

from congress import clock
from congress.desk import amber_days_for, light_of
from congress.lists import FilteredList
from congress.steps import add_errors, sent, step_links, step_page
from reception import appointment_rules, appointment_workflow, rules
from reception.appointment_workflow import appointments
from reception.filters import AppointmentFilter
from reception.forms.appointment import APPOINTMENT_STEPS, AppointmentForm, AskerForm
from reception.models import Appointment, Opinion
from reception.nameless import nameless
from reception.personal_data import notice_for


MAIN_STEPS = ["hold", "agree"]


class AppointmentList(FilteredList):
    filterset_class = AppointmentFilter
    template_name = "reception/appointment_list.html"
    open_to = staticmethod(appointment_rules.can_find_appointments)

    def get_queryset(self):
        return Appointment.objects.visible_to(self.request.user).named()

    def due_of(self, record):
        return record.step_due_on

    def get_context_data(self, **kwargs):
        return super().get_context_data(may_ask=rules.may_receive(self.request.user), **kwargs)


@never_cache
def appointment_create(request):
    """Take down who asks for whom; the voter's data go where all voters' data are."""
    user = request.user
    if not rules.may_receive(user):
        raise PermissionDenied("预约由代表、联络员和镇街工作人员登记。")
    form = AppointmentForm(*sent(request), user=user, prefix="meeting")
    asker = AskerForm(*sent(request), user=user, prefix="visitor")
    # Both are asked, so that all errors are told at once.
    if all([form.is_valid(), asker.is_valid()]):
        try:
            made = appointment_workflow.ask(by=user, visitor_data=asker.cleaned_data, **form.cleaned_data)
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, "已登记预约，接下来请约定时间、地点，并告诉选民。")
            return redirect(made)
    notice = notice_for(user.jurisdiction)
    return render(
        request, "reception/appointment_create.html", {"form": form, "asker": asker, "notice": notice}
    )


def appointment_detail(request, pk):
    user = request.user
    appointment = _appointment(request, pk)
    due_on = appointment.step_due_on
    light = light_of(due_on, amber_days_for(user)) if due_on else None
    matters = Opinion.objects.visible_to(user).filter(visit__appointment=appointment)
    page = {
        "appointment": appointment,
        "light": light,
        "opinions": matters.select_related("jurisdiction").order_by("pk"),
        "may_reveal": rules.can_reveal(user, appointment.visitor),
        "steps": step_links(
            appointment,
            appointments.available(appointment, user),
            "reception:appointment_step",
            main=_main(appointment),
            due_on=due_on,
            due_sentence="",
            light=light,
        ),
        "events": appointment.events.select_related("by__deputy"),
    }
    return render(request, "reception/appointment_detail.html", page)


def _main(appointment):
    """What comes next: they meet on the day agreed, and not before."""
    if appointment.agreed_on is None:
        return ["agree"]
    return MAIN_STEPS if appointment.agreed_on <= clock.today() else []


def appointment_step(request, pk, name):
    appointment = _appointment(request, pk)
    if name not in APPOINTMENT_STEPS:
        raise Http404
    form_class, verb = APPOINTMENT_STEPS[name]
    return step_page(
        request,
        record=appointment,
        workflow=appointments,
        name=name,
        verb=nameless(verb, appointment.visitor),
        form_class=form_class,
        about=appointment,
        user=request.user,
    )


def _appointment(request, pk):
    return get_object_or_404(Appointment.objects.visible_to(request.user).named(), pk=pk)
