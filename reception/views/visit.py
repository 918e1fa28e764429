"""Registering visits, one visitor after another; showing a visitor's data for a logged reason."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Count, Prefetch
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from congress import clock, fonts
from congress.fields import phones_in
from congress.steps import add_errors
from congress.workflow import whole
from deputies.models.seat import naming
from reception import rules
from reception.enums import Competence, DayStatus
from reception.forms.visit import Registration, RevealForm
from reception.intake import receive_once, refusal
from reception.models import Opinion, ReceptionDay, RotaSlot, Visit, Visitor
from reception.reading import check_need, reveal
from reception.workflow import explain, triage


@never_cache
def visit_create(request):
    """Register a visit, of a reception day with ``?day=``; then the next one, if there is a next."""
    user = request.user
    if not rules.may_receive(user):
        raise PermissionDenied("只有代表、联络员和镇街工作人员可以登记来访。")
    day = _day_of(request)
    data = request.POST if request.method == "POST" else None
    if day and data is None and not rules.takes_visits(day):
        messages.error(request, refusal(day))
        return redirect(day)
    registration = Registration(data, user=user, day=day, initial=_as_last_time(user, day))
    if data is not None and registration.is_valid():
        try:
            visit = _save(registration, user)
        except ValidationError as error:
            _show(registration, error)
        else:
            return _go_on(request, visit)
    page = {
        "registration": registration,
        "day": day,
        "open_days": _open_days(user) if day is None else (),
        "today": _registered_so_far(user, day),
        "office": (day.jurisdiction if day else user.jurisdiction).office_name,
    }
    return render(request, "reception/visit_create.html", page)


def _day_of(request):
    """The reception day named in the address, with its rota; None without one."""
    if not (pk := request.GET.get("day")):
        return None
    if not pk.isdecimal():
        raise Http404
    days = ReceptionDay.objects.visible_to(request.user).select_related("jurisdiction__parent")
    slots = RotaSlot.objects.select_related(*naming("seat__"))
    day = get_object_or_404(days.prefetch_related(Prefetch("slots", slots)), pk=pk)
    if not rules.can_receive(request.user, day.jurisdiction):
        raise PermissionDenied(f"您不能登记{day.jurisdiction}的来访。")
    return day


def _as_last_time(user, day):
    """Who received the visitor before: the deputies change less often than the visitors."""
    if day is None:
        return {}
    last = Visit.objects.filter(day=day, recorded_by=user).order_by("-pk").first()
    return {"deputies": list(last.deputies.values_list("pk", flat=True))} if last else {}


@whole
def _save(registration, user):
    """Take everything down; what the office settled on the spot goes its steps at once."""
    visit = receive_once(
        by=user,
        jurisdiction=registration.jurisdiction,
        visitor_data=registration.visitor_data,
        visit_data=registration.visit_data,
        opinions=registration.opinions,
    )
    rows = registration.matters.cleaned_data
    for opinion, row in zip(visit.opinions.order_by("pk"), rows, strict=True):
        if row.get("outcome"):
            triage(
                opinion,
                by=user,
                category=row["category"],
                nature=row["nature"],
                competence=Competence.LOCAL,
                urgency=row["urgency"],
            )
            explain(opinion, by=user, note=row["outcome_note"], outcome=row["outcome"])
    return visit


def _show(registration, error):
    """Put the models' errors at the visit's fields, what belongs to none of them above the form."""
    add_errors(registration.visit, error)


def _go_on(request, visit):
    opinions = list(visit.opinions.select_related("jurisdiction").order_by("pk"))
    numbers = "、".join(opinion.number for opinion in opinions)
    messages.success(request, f"已登记{len(opinions)}件：{numbers}。")
    if advice := fonts.advice(visit.visitor.name, "来访人姓名"):
        messages.warning(request, advice)
    for opinion in opinions:
        if phones_in(opinion.words + opinion.wish):
            told = f"“{opinion}”的选民原话里有电话号码，承办单位看得到；转办前请与选民说明。"
            messages.warning(request, told)
    if "next" in request.POST:
        query = f"?day={visit.day_id}" if visit.day_id else ""
        return redirect(f"{reverse('reception:visit_create')}{query}")
    if len(opinions) == 1:
        return redirect(opinions[0])
    return redirect(visit.day or "reception:opinion_list")


def _open_days(user):
    """The reception days that are being held, to register for one of them."""
    days = ReceptionDay.objects.visible_to(user).filter(status=DayStatus.OPEN, date__lte=clock.today())
    return days.select_related("jurisdiction")


def _registered_so_far(user, day):
    """How many visits and matters were taken down on this day: {"visits": …, "matters": …}."""
    visits = (
        Visit.objects.filter(day=day) if day else Visit.objects.filter(recorded_by=user, date=clock.today())
    )
    return visits.aggregate(visits=Count("pk", distinct=True), matters=Count("opinions"))


@never_cache
def visitor_reveal(request, pk):
    """Show a visitor's full data once, for a reason that is logged."""
    user = request.user
    visitors = Visitor.objects.select_related("jurisdiction__parent")
    seen = Opinion.objects.visible_to(user).filter(visit__visitor=pk).order_by("pk")
    visitor, opinion = get_object_or_404(visitors, pk=pk), seen.first()
    if opinion is None:
        raise Http404
    check_need(user, visitor)
    form = RevealForm(request.POST if request.method == "POST" else None)
    revealed = form.is_valid()
    if revealed:
        reveal(visitor, by=user, **form.cleaned_data)
    page = {
        "visitor": visitor,
        "opinion": opinion,
        "form": form,
        "revealed": revealed,
        "back": opinion.get_absolute_url(),
    }
    return render(request, "reception/visitor_reveal.html", page)
