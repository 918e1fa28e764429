"""By what the matters are told apart."""

from congress.enums import Level, Role
from congress.models import Jurisdiction, Unit
from congress.statistics.dimension import Dimension, months_of, named, named_choices, named_months
from deputies.fields import choosable
from deputies.models import Seat, Station
from reception.enums import Channel, Nature
from reception.models import OpinionCategory


def _seats(keys):
    return {seat.pk: seat.called for seat in choosable(Seat.objects.filter(pk__in=keys))}


def _places_of(question):
    """Every town and street that the reader chose among: one without matters says something too."""
    if question.place or question.unit_wise:
        return []
    here = Jurisdiction.objects.visible_to(question.user).local()
    return [str(pk) for pk in here.values_list("pk", flat=True)]


DIMENSIONS = {
    dimension.name: dimension
    for dimension in (
        # Databases are slow to tell the month of each row: they count by days, which are put together here.
        Dimension("month", "按月", "received_on", named_months, always=months_of, in_time=True),
        Dimension("category", "按类别", "category", named(OpinionCategory.objects.all), "未分类"),
        Dimension(
            "unit",
            "按承办单位",
            "standing__unit",
            named(Unit.objects.all),
            "没有承办单位",
            several=True,
            closed_to=(Role.UNIT_CLERK,),
        ),
        Dimension("place", "按镇街", "jurisdiction", named(Jurisdiction.objects.all), always=_places_of),
        Dimension(
            "station",
            "按站点",
            "visit__day__station",
            named(Station.objects.all),
            "不在站点接待日收到",
            closed_to=(Role.UNIT_CLERK, Role.GOV_OFFICE),
        ),
        Dimension(
            "deputy",
            "按接待代表",
            "visit__deputies",
            _seats,
            "没有接待代表",
            several=True,
            closed_to=(Role.UNIT_CLERK, Role.GOV_OFFICE),
        ),
        Dimension("nature", "按性质", "nature", named_choices(Nature), is_text=True),
        Dimension("channel", "按渠道", "visit__channel", named_choices(Channel), is_text=True),
    )
}


def dimensions_for(user):
    """The dimensions open to the user; who works in one town has nothing to tell apart by towns."""
    alone = user.jurisdiction.level in Level.local
    return [
        dimension
        for dimension in DIMENSIONS.values()
        if user.role not in dimension.closed_to and not (alone and dimension.name == "place")
    ]
