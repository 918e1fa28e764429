"""Exchanges of turns: the list, asking for one, its page and its steps."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render

from congress import clock
from congress.steps import add_errors, sent, step_links, step_page
from deputies.models import Seat
from deputies.models.seat import naming
from reception import fairness, turn_rules, turn_workflow
from reception.enums import DayStatus, TurnKind
from reception.forms.turn import TURN_STEPS, TurnForm
from reception.models import ReceptionDay, TurnRequest
from reception.views.day import SLOTS


ROWS_PER_PAGE = 25


def turn_list(request):
    """A deputy's coming turns and what is asked about them; for staff what is asked in their area."""
    user = request.user
    if not turn_rules.may_ask_turns(user):
        raise PermissionDenied("轮值和换班由代表和工作人员办理。")
    found = TurnRequest.objects.visible_to(user).named()
    page = {
        "page_obj": Paginator(found, ROWS_PER_PAGE).get_page(request.GET.get("page")),
        "days": _coming(user) if user.is_deputy else (),
        "share": _own_share(user) if user.is_deputy else None,
        "year": clock.today().year,
    }
    return render(request, "reception/turn_list.html", page)


def _coming(user):
    """The days on which the deputy sits."""
    days = ReceptionDay.objects.filter(
        slots__seat__deputy__user=user, date__gte=clock.today(), status__in=DayStatus.changeable
    )
    return days.distinct().order_by("date", "pk")


def _own_share(user):
    """How many turns the deputy had this year; None for an account without a seat."""
    since = fairness.year_begin()
    seat = Seat.objects.filter(deputy__user=user).select_related(*naming()).by_term().first()
    return fairness.share_of(seat, fairness.turns(user, since)) if seat else None


def turn_create(request, pk):
    """Ask about a turn of a day; ``?kind=`` says what: an exchange, somebody to stand in, or leave."""
    user = request.user
    days = ReceptionDay.objects.visible_to(user).select_related("jurisdiction__parent")
    day = get_object_or_404(days.prefetch_related(SLOTS), pk=pk)
    if not turn_rules.can_ask_on(user, day):
        raise PermissionDenied("这天没有您的轮值，不能申请换班。")
    # The office grants leave on the day's own page.
    kinds = [kind for kind in TurnKind if user.is_deputy or kind != TurnKind.LEAVE]
    kind = request.GET.get("kind", "")
    kind = TurnKind(kind) if kind in kinds else kinds[0]
    form = TurnForm(*sent(request)[:1], about=day, user=user, kind=kind)
    if form.is_valid():
        try:
            made = turn_workflow.ask(by=user, **form.asked)
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, f"已申请：{made}。")
            return redirect(made)
    page = {"form": form, "day": day, "kind": kind, "kinds": kinds}
    return render(request, "reception/turn_create.html", page)


def turn_detail(request, pk):
    turn, user = _turn(request, pk), request.user
    mine = {seat.deputy.user_id for seat in turn.waits_for}
    page = {
        "turn": turn,
        "waits_for_me": user.pk in mine and not turn.lapsed,
        "may_list": turn_rules.may_ask_turns(user),
        "steps": step_links(
            turn,
            turn_workflow.offered(turn, user),
            "reception:turn_step",
            main=["agree", "enter_consent", "grant"],
        ),
        "events": turn.events.select_related("by__deputy"),
    }
    return render(request, "reception/turn_detail.html", page)


def turn_step(request, pk, name):
    turn = _turn(request, pk)
    if name not in TURN_STEPS:
        raise Http404
    if turn.lapsed:
        messages.error(request, "接待日已到或者已取消，这件申请过期了，不能再办。")
        return redirect(turn)
    form_class, verb = TURN_STEPS[name]
    return step_page(
        request,
        record=turn,
        workflow=turn_workflow.turns,
        name=name,
        verb=verb,
        form_class=form_class,
        about=turn,
        user=request.user,
    )


def _turn(request, pk):
    return get_object_or_404(TurnRequest.objects.visible_to(request.user).named(), pk=pk)
