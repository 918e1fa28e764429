"""Who of the district sits in congresses above it (domain.md B40)."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from congress.lists import FilteredList
from congress.steps import sent
from deputies import rules
from deputies.filters import HigherSeatFilter
from deputies.forms.higher_seat import HigherSeatForm
from deputies.models import Deputy, HigherSeat, Seat
from deputies.models.seat import naming


class HigherSeatList(FilteredList):
    filterset_class = HigherSeatFilter
    template_name = "deputies/higher_seat_list.html"
    open_to = staticmethod(rules.can_see_structure)

    def get_queryset(self):
        seats = Prefetch("deputy__seats", queryset=Seat.objects.select_related(*naming()))
        found = HigherSeat.objects.visible_to(self.request.user).select_related("deputy")
        return found.prefetch_related(seats)

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context["may_add"] = rules.can_add_deputies(self.request.user)
        return context


def higher_seat_add(request):
    """``?deputy=`` chooses the person."""
    user = request.user
    if not rules.can_add_deputies(user):
        raise PermissionDenied("上级代表的任职由人大的工作机构登记，您不能登记。")
    form = HigherSeatForm(
        *sent(request),
        people=Deputy.objects.visible_to(user),
        may_add_person=rules.can_add_person(user),
        initial={"deputy": request.GET.get("deputy", "")},
    )
    if form.is_valid():
        chosen = form.cleaned_data["deputy"]
        if chosen and not rules.can_keep_higher_seat(user, chosen):
            form.add_error("deputy", "这名代表由其所属人大的工作机构维护，请另选。")
        else:
            _save_new(form, user)
            messages.success(request, f"已登记{form.instance.deputy.called}：{form.instance}。")
            return redirect(form.instance)
    return _page(request, form, "登记上级代表", reverse("deputies:higher_seat_list"))


def higher_seat_edit(request, pk):
    seats = HigherSeat.objects.visible_to(request.user).select_related("deputy__district__parent")
    seat = get_object_or_404(seats, pk=pk)
    if not rules.can_keep_higher_seat(request.user, seat.deputy):
        raise PermissionDenied("这名代表由其所属人大的工作机构维护，您不能修改。")
    form = HigherSeatForm(*sent(request), instance=seat, people=Deputy.objects.none(), may_add_person=False)
    if form.is_valid():
        form.save()
        messages.success(request, f"已保存{seat.deputy.called}：{seat}。")
        return redirect(seat)
    return _page(request, form, f"修改：{seat.deputy.called}，{seat}", seat.get_absolute_url())


@transaction.atomic
def _save_new(form, user):
    if name := form.cleaned_data.get("new_name"):
        form.instance.deputy = Deputy.objects.create(district=user.jurisdiction, name=name)
    form.save()


def _page(request, form, title, back):
    page = {"form": form, "title": title, "submit": "保存", "back": back}
    return render(request, "deputies/seat_form.html", page)
