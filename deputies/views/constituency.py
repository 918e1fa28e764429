"""Constituencies: the list with seats and vacancies, the page of one, its form."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from congress import clock
from congress.lists import FilteredList
from congress.models import Profile
from congress.steps import sent
from deputies import divisions, rules
from deputies.forms.structure import ConstituencyForm
from deputies.models import Constituency, Seat
from deputies.structure_filters import ConstituencyFilter


class ConstituencyList(FilteredList):
    filterset_class = ConstituencyFilter
    template_name = "deputies/constituency_list.html"
    open_to = staticmethod(rules.can_see_structure)

    def get_queryset(self):
        """Abolished and coming ones stand apart: only who asks for them sees them."""
        found = Constituency.objects.visible_to(self.request.user).with_seats(clock.today())
        if self.request.GET.get("state") not in ("abolished", "coming"):
            found = found.standing()
        return found.select_related("jurisdiction", "town").order_by(
            "jurisdiction__order", "jurisdiction", "number", "pk"
        )

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        context["may_add"] = rules.can_add_structure(self.request.user)
        for constituency in context["object_list"]:
            constituency.vacant = vacant_in(constituency)
        return context


def vacant_in(constituency):
    """How many seats are vacant, None where the quota is unknown or the constituency is not in use."""
    if constituency.seat_quota is None or not constituency.stands():
        return None
    return max(constituency.seat_quota - constituency.seats_held, 0)


def constituency_detail(request, pk):
    """A constituency with its deputies now and earlier."""
    constituency = _constituency(request, pk)
    seats = Seat.objects.visible_to(request.user).filter(constituency=constituency)
    seats = list(seats.select_related("deputy", "term__jurisdiction", "constituency").in_stroke_order())
    page = divisions.by_time(seats) | {
        "constituency": constituency,
        "vacant": vacant_in(constituency),
        "profile": Profile.objects.of(constituency.town_id, clock.today()),
        "may_change": rules.can_change_constituency(request.user, constituency),
    }
    return render(request, "deputies/constituency_detail.html", page)


def constituency_add(request):
    if not rules.can_add_structure(request.user):
        raise PermissionDenied("选区由人大的工作机构维护，您不能增加。")
    return _form(request, Constituency(), "增加选区", reverse("deputies:constituency_list"))


def constituency_edit(request, pk):
    constituency = _constituency(request, pk)
    if not rules.can_change_constituency(request.user, constituency):
        raise PermissionDenied("这个选区由其所属人大的工作机构维护，您不能修改。")
    return _form(request, constituency, f"修改{constituency}", constituency.get_absolute_url())


def _form(request, constituency, title, back):
    form = ConstituencyForm(*sent(request), instance=constituency, user=request.user)
    if form.is_valid():
        saved = form.save()
        messages.success(request, f"已保存{saved.jurisdiction}{saved}。")
        return redirect(saved)
    return render(request, "deputies/structure_form.html", {"form": form, "title": title, "back": back})


def _constituency(request, pk):
    if not rules.can_see_structure(request.user):
        raise PermissionDenied("选区的资料由工作人员和领导查阅。")
    found = Constituency.objects.visible_to(request.user).with_seats(clock.today())
    return get_object_or_404(found.select_related("jurisdiction__parent", "town__parent"), pk=pk)
