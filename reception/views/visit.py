"""Registering visits, one visitor after another; showing a visitor's data for a logged reason."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Count, Prefetch
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache

from congress import clock, fonts
from congress.steps import add_errors
from congress.workflow import whole
from deputies.models.seat import naming
from reception import rules
from reception.earlier import link
from reception.enums import Channel, DayStatus, Outcome
from reception.forms.channel import OWN_FIELDS, ways_as_data
from reception.forms.personal_data import RevealForm
from reception.forms.visit import Registration
from reception.intake import receive_once, refusal
from reception.models import ReceptionDay, RotaSlot, Visit
from reception.personal_data import notice_for
from reception.reading import check_need, reveal
from reception.views.personal_data import visitor_about
from reception.workflow import explain, not_accept, triage


# Whoever come together with one matter send at most five (信访工作条例 20); a forum is invited.
MOST_REPRESENTATIVES = 5
COMING_TOGETHER = (Channel.RECEPTION, Channel.WALK_IN, Channel.APPOINTMENT)


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
    registration = Registration(data, user=user, day=day, initial=_as_last_time(request, day))
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
        "notice": notice_for(day.jurisdiction if day else user.jurisdiction),
        "ways": ways_as_data(),
        "here": registration.visit.town,
        "one_after_another": day is not None or "after" in request.GET,
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


def _as_last_time(request, day):
    """What stays from visitor to visitor: who received the last one, and how he came."""
    user = request.user
    mine = Visit.objects.filter(recorded_by=user).order_by("-pk")
    if day is not None:
        last = mine.filter(day=day).first()
        return {"deputies": _seats_of(last)} if last else {}
    if (after := request.GET.get("after", "")).isdecimal() and (last := mine.filter(pk=after).first()):
        stays = ("channel", "date", *OWN_FIELDS)
        return {
            "jurisdiction": last.jurisdiction_id,
            "deputies": _seats_of(last),
            **{name: getattr(last, name) for name in stays},
        }
    channel = request.GET.get("channel")
    return {"channel": channel} if channel in Channel.values else {}


def _seats_of(visit):
    return list(visit.deputies.values_list("pk", flat=True))


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
    for opinion, form in zip(visit.opinions.order_by("pk"), registration.matters, strict=True):
        _decide(opinion, form, user)
        for kind, earlier in form.cleaned_data["earlier"]:
            link(opinion, earlier, kind, by=user)
    return visit


def _decide(opinion, form, user):
    """Walk the steps of what the office decided at once; what was only proposed waits."""
    if not form.decided:
        return
    row = form.cleaned_data
    triage(
        opinion,
        by=user,
        category=row["category"],
        nature=row["nature"],
        competence=form.competence,
        urgency=row["urgency"],
    )
    if form.decided == Outcome.NOT_ACCEPTED:
        not_accept(opinion, by=user, note=form.note)
    else:
        explain(opinion, by=user, note=form.note, outcome=form.decided)


def _show(registration, error):
    """Put the models' errors at the visit's fields, what belongs to none of them above the form."""
    add_errors(registration.visit, error)


def _go_on(request, visit):
    opinions = list(visit.opinions.select_related("jurisdiction").order_by("pk"))
    numbers = "、".join(opinion.number for opinion in opinions)
    messages.success(request, f"已登记{len(opinions)}件：{numbers}。")
    if advice := fonts.advice(visit.visitor.name, "来访人姓名"):
        messages.warning(request, advice)
    if visit.party_size > MOST_REPRESENTATIVES and visit.channel in COMING_TOGETHER:
        messages.warning(
            request, "多人共同反映的，应当推选代表，不超过5人（信访工作条例第二十条）；请商请来访人推选。"
        )
    if "next" in request.POST:
        query = f"?day={visit.day_id}" if visit.day_id else f"?after={visit.pk}"
        return redirect(f"{reverse('reception:visit_create')}{query}")
    if len(opinions) == 1:
        return redirect(opinions[0])
    return redirect(visit.day or "reception:opinion_list")


def _open_days(user):
    """The reception days being held, to register for one of them; a deputy's are those of his turns."""
    days = ReceptionDay.objects.visible_to(user).filter(status=DayStatus.OPEN, date__lte=clock.today())
    if user.is_deputy:
        days = days.filter(slots__seat__deputy__user=user).distinct()
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
    visitor, about = visitor_about(user, pk)
    check_need(user, visitor)
    form = RevealForm(request.POST if request.method == "POST" else None)
    revealed = form.is_valid()
    if revealed:
        reveal(visitor, by=user, **form.cleaned_data)
    page = {
        "visitor": visitor,
        "about": about,
        "form": form,
        "revealed": revealed,
        "back": about.get_absolute_url(),
    }
    return render(request, "reception/visitor_reveal.html", page)
