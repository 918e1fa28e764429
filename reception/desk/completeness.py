"""The holes of the completeness ledger (B36) on the desks of offices and leaders."""

from django.urls import reverse

from congress import clock, desk
from congress.enums import Role
from reception.completeness import totals, with_gap
from reception.models import Opinion


@desk.tile
def gaps_of_the_year(user):
    """How many of this year's matters lack one of the four, for who answers for all of them."""
    if user.role not in (*Role.offices, Role.LEADER):
        return
    year = Opinion.objects.visible_to(user).filter(received_on__year=clock.today().year)
    found = totals(with_gap(year))
    gaps, late = sum(total.gaps for total in found), sum(total.late for total in found)
    if found[0].count:
        yield desk.Tile(
            "四个件件缺口",
            gaps,
            "件",
            f"今年收到的{found[0].count}件中还没有做到件件有回音的；其中{late}件已超期。",
            reverse("reception:completeness", query={"gap": "any"}),
        )
