"""Seats found while somebody types in a field of deputies."""

from django.core.exceptions import PermissionDenied
from django.http import JsonResponse

from congress.search import MOST_CHARACTERS
from deputies import finding, rules
from deputies.fields import choosable
from deputies.models import Seat


MOST_FOUND = 20


def seat_find(request):
    """The first seats by stroke order that match ``?q=`` within the scope of the address, as JSON.

    Homonyms are told apart by congress and constituency, as wherever a seat is chosen.
    """
    if not rules.can_list_deputies(request.user):
        raise PermissionDenied("您的角色看不到代表资料。")
    words = request.GET.get("q", "").replace("\0", "").strip()[:MOST_CHARACTERS]
    scope = finding.ScopeForm(request.GET)
    seats = Seat.objects.none()
    if words and scope.is_valid():
        visible = Seat.objects.visible_to(request.user).search(words)
        seats = choosable(finding.within(visible, scope.cleaned_data))[:MOST_FOUND]
    found = [{"value": str(seat.pk), "text": str(seat), "search": seat.deputy.search_text} for seat in seats]
    return JsonResponse({"found": found})
