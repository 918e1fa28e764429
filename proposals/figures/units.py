"""The units that lead or join the handling of proposals, and which of them replied."""

from django.db.models import Count, F, Q

from congress import figures
from congress.handling import UnitRole
from congress.models import Unit
from proposals.enums import ProposalStatus
from proposals.models import Assignment, Proposal


LEADING = ~Q(role=UnitRole.CO)


def _parts(period):
    """What units hold, or have replied to, of the proposals assigned in the period."""
    assigned = Proposal.objects.filter(assigned_on__range=period.days).exclude(
        status=ProposalStatus.WITHDRAWN
    )
    return Assignment.objects.standing().filter(proposal__in=assigned.values("pk"))


parts = figures.Source(
    "assignments",
    rows=_parts,
    template="proposals/_assignment_evidence.html",
    place="proposal__jurisdiction",
    related=("unit", "proposal__jurisdiction", "proposal__term", "proposal__session"),
    told=lambda part: (part.proposal.number, part.issued_on),
)


def _unit_figure(name, label, rule, where):
    return figures.Figure(
        f"proposals.{name}",
        label,
        "件",
        rule,
        parts,
        where=where,
        measure=lambda where: Count("proposal", filter=where, distinct=True),
        lenses=frozenset({"place"}),
        breakdown="unit",
        part_labels=lambda: {str(pk): name for pk, name in Unit.objects.values_list("pk", "name")},
        named_parts=True,
    )


figures.register(
    _unit_figure(
        "led_by_unit",
        "分单位主办件数",
        "各单位主办（分办）的议案建议件数；退回、撤销的不计；旧名称并入现单位。",
        lambda period: LEADING,
    ),
    _unit_figure(
        "joined_by_unit",
        "分单位会办件数",
        "各单位会办的议案建议件数；退回、撤销的不计；旧名称并入现单位。",
        lambda period: Q(role=UnitRole.CO),
    ),
    _unit_figure(
        "replied_by_unit",
        "分单位已答复件数",
        "各单位主办（分办）的议案建议中，到统计截止日已答复代表的件数；重新办理的以第一次答复为准。",
        lambda period: (
            LEADING
            & Q(proposal__replied_on__gte=F("proposal__assigned_on"), proposal__replied_on__lte=period.end)
        ),
    ),
)
