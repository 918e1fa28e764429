"""What the page of a visit suggests while somebody types. Posted, so that no address carries a name."""

from django.core.exceptions import PermissionDenied
from django.http import JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from congress.calendar import short_date
from congress.phones import parse_phone
from congress.registers.bad_value import BadValue
from reception import earlier, rules
from reception.enums import EarlierKind
from reception.hints import guesses_for


TYPED = ("title", "words", "kind", "name", "phone")
MOST_TYPED = 2_000  # characters that are looked at


@never_cache
@require_POST
def visit_suggest(request):
    """Guesses for one matter and the earlier ones, as JSON: {"guesses": …, "earlier": […]}.

    Deputies classify nothing and get no guesses; without a place, or in another's, nothing is found.
    """
    user = request.user
    if not rules.may_receive(user):
        raise PermissionDenied("只有代表、联络员和镇街工作人员可以登记来访。")
    typed = {name: request.POST.get(name, "").replace("\0", "")[:MOST_TYPED].strip() for name in TYPED}
    place = _place(user, request.POST.get("place", ""))
    if place is None:
        return JsonResponse({"guesses": {}, "earlier": []})
    found = {} if user.is_deputy else guesses_for(f"{typed['title']}\n{typed['words']}", place)
    guesses = {
        name: [one.as_data for one in guess] if isinstance(guess, list) else guess.as_data
        for name, guess in found.items()
    }
    return JsonResponse({"guesses": guesses, "earlier": _earlier(user, place, typed)})


def _place(user, pk):
    places = rules.places_for(user).select_related("parent")
    return places.filter(pk=pk).first() if pk.isdecimal() else None


def _earlier(user, place, typed):
    """The earlier matters: those of the same voter first, each once."""
    who = {"kind": typed["kind"], "name": typed["name"], "phone": _phone(typed["phone"])}
    by_voter = earlier.of_same_voter(user, place, **who)
    alike = earlier.of_same_subject(user, place, title=typed["title"], words=typed["words"])
    known = {one.pk for one in by_voter}
    rows = [(EarlierKind.VOTER, one) for one in by_voter]
    rows += [(EarlierKind.SUBJECT, one) for one in alike if one.pk not in known]
    return [
        {
            "kind": kind.value,
            "label": kind.label,
            "pk": one.pk,
            "number": one.number,
            "title": one.title,
            "visitor": one.visit.visitor.masked_name,
            "on": short_date(one.received_on),
            "status": one.get_status_display(),
            "url": one.get_absolute_url(),
        }
        for kind, one in rows
    ]


def _phone(typed):
    try:
        return parse_phone(typed) or ""
    except BadValue:
        return ""
