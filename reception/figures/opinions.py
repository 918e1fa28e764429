"""What became of the opinions, and how the voters rated it."""

from functools import partial

from django.db.models import OuterRef, Q, Subquery

from congress import figures
from congress.enums import Satisfaction
from reception.enums import Outcome
from reception.models import Opinion, OpinionCategory, Survey


PLACES = frozenset({"place"})

REFERRED = Q(outcome=Outcome.REFERRED)
EXPLAINED = Q(outcome__in=Outcome.on_the_spot)


def _opinions(period):
    """Opinions received in the period, each with how its voter had rated by its end.

    The opinion's own fields tell of today; a year that is over must not change when a matter is redone later.
    """
    registered = Opinion.objects.registered().filter(received_on__range=period.days)
    surveys = Survey.objects.filter(opinion=OuterRef("pk"), surveyed_on__lte=period.end).order_by("-round")
    return registered.alias(
        handling_rated=Subquery(surveys.values("handling_rating")[:1]),
        deputy_rated=Subquery(surveys.values("deputy_rating")[:1]),
    )


opinions = figures.Source(
    "opinions",
    rows=_opinions,
    template="reception/_opinion_evidence.html",
    seat="visit__deputies",
    place="jurisdiction",
    related=("jurisdiction", "category"),
    told=lambda opinion: (opinion.number, opinion.received_on),
)


def _replied(period):
    return REFERRED & Q(replied_on__lte=period.end)


def _answered(period):
    return _replied(period) & Q(told_on__lte=period.end)


def concluded(period):
    """What was explained on the spot, and what was referred and answered: of these the ratings count."""
    return EXPLAINED | _answered(period)


def _rated(field, ratings, period):
    return concluded(period) & Q(**{f"{field}__in": ratings})


def _opinion_figure(name, label, rule, where):
    return figures.Figure(f"reception.{name}", label, "件", rule, opinions, where=where)


def _rating_figures(prefix, label, field, subject):
    """The three ratings, how many were rated, and the rate."""
    base = f"当场解释件和已答复群众件中，到统计截止日最近一次{subject}"
    for rating, word in Satisfaction.choices:
        yield _opinion_figure(
            f"{prefix}_{rating}",
            f"{label}{word}",
            f"{base}为{word}的件数；其他情形下填写的评价不计。",
            partial(_rated, field, [rating]),
        )
    yield _opinion_figure(
        f"{prefix}_rated",
        f"{label}已评价件数",
        f"{base}为满意、基本满意、不满意的件数之和。",
        partial(_rated, field, Satisfaction.values),
    )
    yield figures.Rate(
        f"reception.{prefix}_rate",
        f"{label}满意率",
        "（满意＋基本满意）÷已评价×100，保留1位小数；无评价为空。",
        (f"reception.{prefix}_satisfied", f"reception.{prefix}_basically"),
        f"reception.{prefix}_rated",
    )


figures.register(
    _opinion_figure(
        "opinions_taken",
        "收到意见件数",
        "本人列为接待代表的意见件数（一事一件）；单位统计一件只计一次。",
        lambda period: Q(),
    ),
    _opinion_figure(
        "opinions_explained",
        "当场解释件数",
        "处理方式为当场解释、当场答复的件数。",
        lambda period: EXPLAINED,
    ),
    _opinion_figure("opinions_referred", "转办件数", "处理方式为转办的件数。", lambda period: REFERRED),
    _opinion_figure(
        "opinions_not_accepted",
        "不予受理件数",
        "处理方式为不予受理的件数。",
        lambda period: Q(outcome=Outcome.NOT_ACCEPTED),
    ),
    _opinion_figure(
        "opinions_converted",
        "转为建议件数",
        "处理方式为转为（列入）代表建议的件数；不再计转办。",
        lambda period: Q(outcome=Outcome.CONVERTED),
    ),
    _opinion_figure(
        "opinions_replied",
        "单位已答复件数",
        "转办件中有有效单位答复日期（不早于转办日期、不晚于统计截止日）的件数；重新办理的，日期以第一次答复为准。",
        _replied,
    ),
    _opinion_figure(
        "opinions_replied_in_time",
        "单位按期答复件数",
        "单位已答复件中，答复日期不晚于当时有效期限的件数；期限按本机关的规则自转办之日起算，"
        "退回后改转的自改转之日起算，批准延期的按延长后的期限；重新办理的以第一次答复为准。",
        lambda period: _replied(period) & Q(replied_in_time=True),
    ),
    _opinion_figure(
        "opinions_answered",
        "已答复群众件数",
        "单位已答复、到统计截止日也已答复群众的转办件数；当场解释的另计，不在其内。",
        _answered,
    ),
    *_rating_figures("opinions", "群众对办理", "handling_rated", "对办理评价"),
    *_rating_figures("deputy_role", "对代表作用", "deputy_rated", "对代表作用评价"),
    figures.Figure(
        "reception.by_category",
        "分类别意见件数",
        "件",
        "收到意见件数，按类别分别计；没有分类的不计。",
        opinions,
        where=lambda period: Q(category__isnull=False),
        lenses=PLACES,
        breakdown="category",
        named_parts=True,
        part_labels=lambda: {str(pk): name for pk, name in OpinionCategory.objects.values_list("pk", "name")},
    ),
)
