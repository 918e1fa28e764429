"""What the deputies of a congress put forward, and how it was handled: each proposal once."""

from django.db.models import Q

from congress import figures
from proposals.figures import counted, handled
from proposals.models import ProposalCategory


PLACES = frozenset({"place"})


def _number(name, label, rule, where=lambda period: Q()):
    return figures.Figure(
        f"proposals.{name}", label, "件", rule, counted.proposals, where=where, lenses=PLACES
    )


def _categories():
    return {str(pk): name for pk, name in ProposalCategory.objects.values_list("pk", "name")}


figures.register(
    _number(
        "total", "议案建议件数", "本级代表提出、交办日期在统计期内的议案建议件数，一件计1件；撤回的不计。"
    ),
    _number("motions", "议案件数", "其中的议案件数。", lambda period: counted.MOTION),
    _number("suggestions", "建议件数", "其中的建议、批评和意见件数。", lambda period: counted.SUGGESTION),
    _number("in_congress", "大会期间件数", "其中在大会期间提出的件数。", lambda period: Q(in_session=True)),
    _number("in_recess", "闭会期间件数", "其中在闭会期间提出的件数。", lambda period: Q(in_session=False)),
    *handled.rows("", PLACES, "proposals.total", "本级人大的议案建议"),
    figures.Figure(
        "proposals.by_category",
        "分类别件数",
        "件",
        "议案建议件数，按大类分别计；没有分类的不计。",
        counted.proposals,
        where=lambda period: Q(group__isnull=False),
        lenses=PLACES,
        breakdown="group",
        named_parts=True,
        part_labels=lambda: {
            str(pk): name for pk, name in ProposalCategory.objects.values_list("pk", "name")
        },
    ),
)
