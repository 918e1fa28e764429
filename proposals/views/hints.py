"""What the page of a draft shows while somebody types. Posted, so that no address carries the words."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from proposals import rules
from proposals.hints import hints_for
from proposals.models import Proposal


MOST_TYPED = 2_000  # characters that are looked at


@never_cache
@require_POST
def proposal_hints(request):
    """Similar proposals and what floors above know of, as a part of the page; empty at first."""
    user = request.user
    if not (user.is_deputy or user.is_office):
        raise PermissionDenied("议案建议由代表或者人大机关起草。")
    title = _typed(request, "title")
    words = " ".join(filter(None, (_typed(request, name) for name in ("text", "subject", "grounds"))))
    draft = _draft(request)
    place = draft.jurisdiction if draft else _place(request)
    panels = []
    if place and (len(title) > 3 or len(words) > 9):
        panels = hints_for(user, place, title=title, words=words, proposal=draft)
    return render(request, "proposals/_hints.html", {"panels": panels})


def _typed(request, name):
    return request.POST.get(name, "").replace("\0", "")[:MOST_TYPED].strip()


def _draft(request):
    key = request.POST.get("draft", "")
    if not (key.isdecimal() and len(key) < 10):
        return None
    rows = Proposal.objects.visible_to(request.user).select_related("jurisdiction__parent")
    return rows.filter(pk=key).first()


def _place(request):
    """The jurisdiction of the congress to which the leading deputy belongs: chosen, or the writer's own."""
    seats = rules.seats_to_lead(request.user).select_related("term__jurisdiction__parent")
    chosen = request.POST.get("lead", "")
    if chosen.isdecimal() and len(chosen) < 10:
        seats = seats.filter(pk=chosen)
    elif request.user.is_office:
        return request.user.jurisdiction
    seat = seats.first()
    return seat.term.jurisdiction if seat else None
