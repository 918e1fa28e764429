"""The units to which opinions were referred, and which of them replied."""

from django.db.models import Count, Q

from congress import figures
from congress.models import Unit
from reception.enums import Outcome
from reception.models import Opinion, Referral


def _parts(period):
    """What units hold, or have replied to, of the opinions received in the period."""
    opinions = Opinion.objects.registered().filter(received_on__range=period.days, outcome=Outcome.REFERRED)
    return Referral.objects.standing().filter(opinion__in=opinions.values("pk"))


parts = figures.Source(
    "referrals",
    rows=_parts,
    template="reception/_referral_evidence.html",
    place="opinion__jurisdiction",
    related=("unit", "opinion__jurisdiction"),
    told=lambda part: (part.opinion.number, part.issued_on),
)


def _unit_figure(name, label, rule, where=lambda period: Q()):
    return figures.Figure(
        f"reception.{name}",
        label,
        "件",
        rule,
        parts,
        where=where,
        measure=lambda where: Count("opinion", filter=where, distinct=True),
        lenses=frozenset({"place"}),
        breakdown="unit",
        part_labels=lambda: {str(pk): name for pk, name in Unit.objects.values_list("pk", "name")},
        named_parts=True,
    )


figures.register(
    _unit_figure(
        "by_unit",
        "分单位转办件数",
        "各单位收到的转办意见件数，主办、会办都计；退回、撤销的不计；旧名称并入现单位。",
    ),
    _unit_figure(
        "replied_by_unit",
        "分单位已答复件数",
        "各单位收到的转办意见中，到统计截止日已书面答复的件数。",
        lambda period: Q(replied_on__lte=period.end),
    ),
)
