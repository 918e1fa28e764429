"""The deputies' list, and the page of one."""

from collections import defaultdict

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Prefetch
from django.http import FileResponse
from django.shortcuts import get_object_or_404, redirect, render

from congress import clock, fonts
from congress.lists import FilteredList
from congress.models import Term
from congress.steps import sent
from deputies import person, rules
from deputies.filters import SeatFilter
from deputies.forms.deputy import DeputyForm
from deputies.models import Deputy, HigherSeat, Seat
from deputies.views.seat import add_tenure


# The parents, too: the rules ask whose area it is.
SEAT_PARTS = ("deputy", "term__jurisdiction__parent", "constituency__town__parent", "delegation", "group")


class DeputyList(FilteredList):
    """The seats of the user's area in surname stroke order, or by pinyin; homonyms differ by constituency."""

    filterset_class = SeatFilter
    template_name = "deputies/deputy_list.html"
    open_to = staticmethod(rules.can_list_deputies)

    def get_queryset(self):
        return Seat.objects.visible_to(self.request.user).select_related(*SEAT_PARTS).in_stroke_order()

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        user, found = self.request.user, context["object_list"]
        context["may_add"] = rules.can_add_deputies(user)
        context["in_office"] = self.object_list.in_office(clock.today()).order_by().count()
        context["without_office"] = context["paginator"].count - context["in_office"]
        form = context["filter"].form
        chosen = form.cleaned_data["congress"] if form.is_valid() else None
        context |= _papers(chosen or user.jurisdiction, user)
        higher = _higher_seats([seat.deputy_id for seat in found])
        others = _held_by([seat.deputy_id for seat in found], user)
        for seat in found:
            seat.phone_shown = rules.can_see_seat_phone(user, seat)
            seat.higher = higher[seat.deputy_id]
            seat.beside = [place for pk, place in others[seat.deputy_id] if pk != seat.pk]
        return context


def _held_by(deputies, user):
    """{deputy: [(seat, name of its congress)]} of the seats held today that the user may see."""
    held = Seat.objects.visible_to(user).in_office(clock.today()).filter(deputy__in=deputies).order_by("term")
    found = defaultdict(list)
    for deputy, seat, place in held.values_list("deputy", "pk", "term__jurisdiction__name"):
        found[deputy].append((seat, place))
    return found


def _higher_seats(deputies):
    """{deputy: [label]} of the congresses above in which they sit today."""
    found = defaultdict(list)
    for seat in HigherSeat.objects.held_on(clock.today()).filter(deputy__in=deputies).order_by("pk"):
        found[seat.deputy_id].append(seat.get_level_display())
    return found


def _papers(congress, user):
    """What the list offers of a congress: its running term, its papers, and a place for who was elected."""
    terms = Term.objects.visible_to(user).current(clock.today()).select_related("jurisdiction__parent")
    term = terms.filter(jurisdiction=congress).first() if congress else None
    if term is None:
        return {}
    page = {"may_elect": rules.can_keep_term(user, term), "own_term": term}
    if rules.can_print_roster(user, term):
        page["term"] = term
    page["may_print_cards"] = rules.can_print_cards(user, term)
    return page


def deputy_detail(request, pk):
    """A person with all seats that the user may see, and what belongs to them."""
    user = request.user
    deputy = _deputy(request, pk)
    seats = [seat for seat in deputy.seats.all() if seat.seen]
    add_tenure(seats, user)
    person.complete(seats, user)
    for seat in seats:
        seat.duty_shown = rules.can_see_duty(user, seat)
        seat.subsidised = bool(deputy.no_wage_from) and rules.can_see_subsidy(user, seat)
        seat.certifiable = rules.can_certify_attendance(user, seat)
    jobs = list(deputy.employments.all())
    page = {
        "deputy": deputy,
        "seats": seats,
        "own": deputy.user_id == user.pk,
        "higher_seats": deputy.higher_seats.all(),
        "honours": deputy.honours.all(),
        "may_keep_honours": rules.can_keep_honours(user, deputy),
        "may_keep_higher": rules.can_keep_higher_seat(user, deputy),
        "leaves": person.leaves_of(seats, user),
        "jobs": jobs,
        "moved_away": any(job.elsewhere and job.ends_on is None for job in jobs),
        "may_change_job": rules.can_keep_career(user, deputy),
        "may_change": rules.can_change_deputy(user, deputy),
        "may_see_phone": rules.can_see_phone(user, deputy),
        "may_open_structure": rules.can_see_structure(user),
        "may_open_sessions": rules.can_list_sessions(user),
        "may_list_leaves": rules.can_list_leaves(user),
    }
    return render(request, "deputies/deputy_detail.html", page)


def portrait(request, pk):
    """The photo, for those who may see the person; no address serves it without asking."""
    deputy = get_object_or_404(Deputy.objects.visible_to(request.user).exclude(photo=""), pk=pk)
    return FileResponse(deputy.photo.open(), content_type="image/jpeg")


def deputy_edit(request, pk):
    """Correct a person's data; seats are kept in the admin."""
    deputy = _deputy(request, pk)
    if not rules.can_change_deputy(request.user, deputy):
        raise PermissionDenied("这名代表由其所属人大的工作机构维护，您不能修改。")
    form = DeputyForm(*sent(request), instance=deputy)
    if form.is_valid():
        form.save()
        messages.success(request, f"已保存{deputy.called}的资料。")
        if advice := fonts.advice(deputy.name, "姓名"):
            messages.warning(request, advice)
        return redirect(deputy)
    return render(request, "deputies/deputy_form.html", {"deputy": deputy, "form": form})


def _deputy(request, pk):
    """The person with all seats, the latest term first; ``seen`` are those that the user may see."""
    seen = Seat.objects.visible_to(request.user).filter(pk=OuterRef("pk"))
    seats = Seat.objects.annotate(seen=Exists(seen)).select_related(*SEAT_PARTS).by_term()
    people = Deputy.objects.visible_to(request.user).prefetch_related(Prefetch("seats", queryset=seats))
    return get_object_or_404(people, pk=pk)
