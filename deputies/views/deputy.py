"""The deputies' list, and the page of one."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, redirect, render

from congress import fonts
from congress.lists import FilteredList
from congress.steps import sent
from deputies import absence, rules
from deputies.filters import SeatFilter
from deputies.forms.deputy import DeputyForm
from deputies.models import Deputy, Seat
from deputies.views.seat import with_tenure


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
        context["may_add"] = rules.can_add_deputies(self.request.user)
        for seat in context["object_list"]:
            seat.phone_shown = rules.can_see_seat_phone(self.request.user, seat)
        return context


def deputy_detail(request, pk):
    """A person with all seats that the user may see."""
    deputy = _deputy(request, pk)
    seats = Seat.objects.visible_to(request.user).filter(deputy=deputy).select_related(*SEAT_PARTS)
    seats = with_tenure(seats.by_term(), request.user)
    jobs = list(deputy.employments.all())
    page = {
        "missed": _missed(request.user, seats),
        "deputy": deputy,
        "seats": [(seat, rules.can_see_duty(request.user, seat)) for seat in seats],
        "jobs": jobs,
        "moved_away": any(job.elsewhere and job.ends_on is None for job in jobs),
        "may_change_job": rules.can_keep_career(request.user, deputy),
        "may_change": rules.can_change_deputy(request.user, deputy),
        "may_see_phone": rules.can_see_phone(request.user, deputy),
    }
    return render(request, "deputies/deputy_detail.html", page)


def _missed(user, seats):
    """The sessions missed in the seats held now, for the offices of their congresses."""
    held = [seat.pk for seat in seats if seat.in_office() and rules.can_open_case(user, seat)]
    return [one for missed in absence.missed_by(held).values() for one in missed]


def deputy_edit(request, pk):
    """Correct a person's data; seats are kept in the admin."""
    deputy = _deputy(request, pk)
    if not rules.can_change_deputy(request.user, deputy):
        raise PermissionDenied("这名代表由其所属人大的工作机构维护，您不能修改。")
    form = DeputyForm(*sent(request), instance=deputy)
    if form.is_valid():
        form.save()
        messages.success(request, f"已保存{deputy}的资料。")
        if advice := fonts.advice(deputy.name, "姓名"):
            messages.warning(request, advice)
        return redirect(deputy)
    return render(request, "deputies/deputy_form.html", {"deputy": deputy, "form": form})


def _deputy(request, pk):
    seats = Seat.objects.select_related(*SEAT_PARTS[1:3])
    people = Deputy.objects.visible_to(request.user).prefetch_related(Prefetch("seats", queryset=seats))
    return get_object_or_404(people, pk=pk)
