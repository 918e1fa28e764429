"""Vacant seats and the by-elections that fill them."""

from django.contrib import messages
from django.http import Http404
from django.shortcuts import get_object_or_404, render

from congress import fonts
from congress.lists import FilteredList
from congress.steps import step_links, step_page
from deputies import by_election, rules
from deputies.enums import VacancyStatus
from deputies.forms.seat import FillForm
from deputies.forms.vacancy import VACANCY_STEPS
from deputies.models import Vacancy
from deputies.term_filters import VacancyFilter
from deputies.vacancy_workflow import likely_day, offered, vacancies


class VacancyList(FilteredList):
    """The vacant seats of the user's area, the latest first."""

    filterset_class = VacancyFilter
    template_name = "deputies/vacancy_list.html"
    open_to = staticmethod(rules.can_list_terms)

    def get_queryset(self):
        return Vacancy.objects.visible_to(self.request.user).with_seats()

    def due_of(self, record):
        return record.by_election_on if record.status == VacancyStatus.SCHEDULED else None


def vacancy_detail(request, pk):
    vacancy = _vacancy(request, pk)
    main = ["fill" if vacancy.status == VacancyStatus.SCHEDULED else "schedule"]
    steps = offered(vacancy, request.user)
    page = {
        "vacancy": vacancy,
        "steps": step_links(vacancy, steps, "deputies:vacancy_step", main=main),
        "events": vacancy.events.select_related("by__deputy"),
    }
    return render(request, "deputies/vacancy_detail.html", page)


def vacancy_step(request, pk, name):
    vacancy = _vacancy(request, pk)
    if name == "fill":
        return _fill(request, vacancy)
    if name not in VACANCY_STEPS:
        raise Http404
    form_class, verb = VACANCY_STEPS[name]
    return step_page(
        request,
        record=vacancy,
        workflow=vacancies,
        name=name,
        verb=verb,
        form_class=form_class,
        about=vacancy,
        user=request.user,
    )


def _fill(request, vacancy):
    response = step_page(
        request,
        record=vacancy,
        workflow=vacancies,
        name="fill",
        verb=by_election.fill,
        form_class=FillForm,
        user=request.user,
        term=vacancy.seat.term,
        initial={"elected_on": likely_day(vacancy)},
    )
    advice = fonts.advice(request.POST.get("name", ""), "姓名")
    if advice and response.status_code == 302:
        messages.warning(request, advice)
    return response


def _vacancy(request, pk):
    seen = Vacancy.objects.visible_to(request.user).with_seats()
    if not rules.can_list_terms(request.user):
        raise Http404
    return get_object_or_404(seen, pk=pk)
