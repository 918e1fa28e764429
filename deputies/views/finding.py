"""Seats and persons found while somebody types in a field of deputies."""

from django.core.exceptions import PermissionDenied
from django.http import JsonResponse

from congress.search import MOST_CHARACTERS
from deputies import finding, rules
from deputies.fields import choosable, choosable_people, told_apart
from deputies.models import Deputy, Seat


MOST_FOUND = 20


def seat_find(request):
    """The first seats by stroke order that match ``?q=`` within the scope of the address, as JSON.

    Homonyms are told apart by congress and constituency, as wherever a seat is chosen.
    """
    if not rules.can_list_deputies(request.user):
        raise PermissionDenied("您的角色看不到代表资料。")
    words = _words(request)
    scope = finding.ScopeForm(request.GET)
    seats = Seat.objects.none()
    if words and scope.is_valid():
        visible = Seat.objects.visible_to(request.user).search(words)
        seats = choosable(finding.within(visible, scope.cleaned_data, finding.PARTS))[:MOST_FOUND]
    return _found((seat.pk, str(seat), seat.deputy) for seat in seats)


def deputy_find(request):
    """The same of persons, whom offices alone choose: who sits in no congress now is among them."""
    if not rules.can_add_deputies(request.user):
        raise PermissionDenied("在库的人由人大的工作机构查找。")
    words = _words(request)
    scope = finding.PeopleScopeForm(request.GET)
    people = Deputy.objects.none()
    if words and scope.is_valid():
        visible = Deputy.objects.visible_to(request.user).search(words)
        people = finding.within(visible, scope.cleaned_data, finding.PEOPLE_PARTS)
        people = choosable_people(people)[:MOST_FOUND]
    return _found((deputy.pk, told_apart(deputy), deputy) for deputy in people)


def _words(request):
    return request.GET.get("q", "").replace("\0", "").strip()[:MOST_CHARACTERS]


def _found(rows):
    """Rows of (key, text, person) as the page's script reads them."""
    found = [{"value": str(key), "text": text, "search": person.search_text} for key, text, person in rows]
    return JsonResponse({"found": found})
