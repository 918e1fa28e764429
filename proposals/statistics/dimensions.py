"""By what the proposals are told apart."""

from congress.enums import Level, Role
from congress.models import Jurisdiction, ResultClass, Session, Unit
from congress.statistics.dimension import Dimension, months_of, named, named_choices, named_months
from deputies.fields import choosable
from deputies.models import Seat
from proposals.enums import ProposalKind
from proposals.models import ProposalCategory


def _seats(keys):
    return {seat.pk: seat.called for seat in choosable(Seat.objects.filter(pk__in=keys))}


def _sessions(keys):
    return {
        row.pk: str(row) for row in Session.objects.select_related("term__jurisdiction").filter(pk__in=keys)
    }


UNIT = "unit"
#: The class of the latest reply to the deputies.
GRADE = "grade"
#: A path that begins with "lead__" goes by the leading deputy's seat.
LEAD = "lead__"

DIMENSIONS = {
    dimension.name: dimension
    for dimension in (
        # The parts by units come from what the units hold.
        Dimension(
            UNIT,
            "按承办单位",
            "pk",
            named(Unit.objects.all),
            "还没有交办",
            several=True,
            closed_to=(Role.UNIT_CLERK,),
        ),
        Dimension("group", "按大类", "category__parent", named(ProposalCategory.objects.all), "未分类"),
        Dimension("category", "按类别", "category", named(ProposalCategory.objects.all), "未分类"),
        Dimension(GRADE, "按结果类别", GRADE, named(ResultClass.objects.all), "没有类别"),
        Dimension("kind", "按种类", "kind", named_choices(ProposalKind), is_text=True),
        Dimension("month", "按月", "accepted_on", named_months, always=months_of, in_time=True),
        Dimension("session", "按会次", "session", _sessions),
        Dimension("place", "按人大", "jurisdiction", named(Jurisdiction.objects.all)),
        Dimension(
            "town", "按代表所在镇街", f"{LEAD}constituency__town", named(Jurisdiction.objects.all), "没有选区"
        ),
        Dimension("deputy", "按领衔代表", f"{LEAD}pk", _seats, closed_to=(Role.UNIT_CLERK,)),
    )
}


def dimensions_for(user):
    """The dimensions open to the user; a town has one congress and its deputies one town."""
    alone = user.jurisdiction.level in Level.local
    return [
        dimension
        for dimension in DIMENSIONS.values()
        if user.role not in dimension.closed_to and not (alone and dimension.name in ("place", "town"))
    ]
