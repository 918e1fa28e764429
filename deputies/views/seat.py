"""The steps of a seat, its posts, and who is elected."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import prefetch_related_objects
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render

from congress import fonts
from congress.models import Term
from congress.steps import add_errors, sent, step_links, step_page
from deputies import rules, seat_workflow
from deputies.enums import SeatStatus
from deputies.forms.seat import SEAT_STEPS, ConfirmAllForm, ElectForm, PostForm, SeatForm
from deputies.models import Seat, SeatPost
from deputies.seat_workflow import seats


NEEDED = ("deputy", "term__jurisdiction__parent", "constituency__town__parent")
NOT_YOURS = "这个人大的代表由其工作机构维护，您不能修改。"


def add_tenure(found, user):
    """Give the seats what their pages tell: posts, and for who keeps them steps, suspensions and history."""
    prefetch_related_objects(found, "posts")
    kept = [seat for seat in found if rules.can_keep_seat(user, seat)]
    prefetch_related_objects(kept, "suspensions", "events__by")
    for seat in kept:
        seat.may_keep = True
        steps = seats.available(seat, user)
        seat.steps = step_links(seat, steps, "deputies:seat_step", main=["confirm", "resume", "announce"])
    for seat in found:
        for post in seat.posts.all():
            post.seat = seat  # with its term at hand


def seat_step(request, pk, name):
    """One step with a seat. ``?ground=`` preselects why it ends."""
    seat = _seat(request, pk)
    if name not in SEAT_STEPS:
        raise Http404
    form_class, verb = SEAT_STEPS[name]
    ground = request.GET.get("ground")
    return step_page(
        request,
        record=seat,
        workflow=seats,
        name=name,
        verb=verb,
        form_class=form_class,
        about=seat,
        user=request.user,
        initial={"end_ground": ground} if ground else None,
    )


def seat_edit(request, pk):
    """What may be said of a seat at any time, such as how the deputy belongs to his constituency."""
    seat = _kept_seat(request, pk)
    return _saved(request, SeatForm(*sent(request), instance=seat), seat, f"修改任职：{seat}")


def post_add(request, pk):
    """A post that goes with the seat."""
    seat = _kept_seat(request, pk)
    form = PostForm(*sent(request), instance=SeatPost(seat=seat))
    return _saved(request, form, seat, f"登记人大职务：{seat}")


def post_edit(request, pk):
    posts = SeatPost.objects.filter(seat__in=Seat.objects.visible_to(request.user).values("pk"))
    post = get_object_or_404(posts.select_related(*(f"seat__{part}" for part in NEEDED)), pk=pk)
    if not rules.can_keep_seat(request.user, post.seat):
        raise PermissionDenied(NOT_YOURS)
    form = PostForm(*sent(request), instance=post)
    return _saved(request, form, post.seat, f"修改人大职务：{post.seat}")


def seat_elect(request, pk):
    """Somebody elected into a term; the credentials committee has yet to report."""
    term = _kept_term(request, pk)
    form = ElectForm(*sent(request), user=request.user, term=term)
    if form.is_valid():
        try:
            seat = seat_workflow.elect(by=request.user, term=term, **form.cleaned_data)
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, f"已登记当选：{seat}，待代表资格审查后确认。")
            if advice := fonts.advice(seat.deputy.name, "姓名"):
                messages.warning(request, advice)
            return redirect(seat)
    return _form_page(request, form, f"登记当选：{term}", "登记当选", term)


def seat_confirm_all(request, pk):
    """Confirm the seats of one announcement together (选举法第四十七条)."""
    term = _kept_term(request, pk)
    elected = Seat.objects.filter(term=term, status=SeatStatus.ELECTED).select_related(*NEEDED)
    form = ConfirmAllForm(*sent(request), seats=elected.in_stroke_order())
    if form.is_valid():
        values = dict(form.cleaned_data)
        try:
            count = seat_workflow.confirm_all(list(values.pop("elected")), by=request.user, **values)
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, f"已确认{count}名代表的资格。")
            return redirect(term.get_absolute_url())
    return _form_page(request, form, f"确认代表资格：{term}", "确认资格", term)


def _saved(request, form, seat, title):
    if form.is_valid():
        form.save()
        messages.success(request, f"已保存{seat}的任职情况。")
        return redirect(seat)
    return _form_page(request, form, title, "保存", seat)


def _form_page(request, form, title, submit, back):
    page = {"form": form, "title": title, "submit": submit, "back": back.get_absolute_url()}
    return render(request, "deputies/seat_form.html", page)


def _kept_term(request, pk):
    terms = Term.objects.visible_to(request.user).select_related("jurisdiction__parent")
    term = get_object_or_404(terms, pk=pk)
    if not rules.can_keep_term(request.user, term):
        raise PermissionDenied(NOT_YOURS)
    return term


def _kept_seat(request, pk):
    seat = _seat(request, pk)
    if not rules.can_keep_seat(request.user, seat):
        raise PermissionDenied(NOT_YOURS)
    return seat


def _seat(request, pk):
    return get_object_or_404(Seat.objects.visible_to(request.user).select_related(*NEEDED), pk=pk)
