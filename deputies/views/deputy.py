"""The deputies' list, and the page of one."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch
from django.shortcuts import get_object_or_404, redirect, render

from congress.lists import FilteredList
from deputies import rules
from deputies.models import Deputy, Seat
from deputies.people import DeputyForm, SeatFilter


class DeputyList(FilteredList):
    """Seats of the user's area, in surname stroke order or by pinyin; homonyms differ by constituency."""

    filterset_class = SeatFilter
    template_name = "deputies/deputy_list.html"

    def get_queryset(self):
        seats = Seat.objects.visible_to(self.request.user)
        return seats.select_related("deputy", "term__jurisdiction", "constituency__town", "delegation", "group")

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        for seat in context["object_list"]:
            seat.phone_shown = rules.can_see_phone(self.request.user, seat.deputy, [seat])
        return context
