"""Figures of this floor: reception days, who came, what became of their opinions."""

from functools import partial

from django.db.models import Count, Exists, F, OuterRef, Q, Subquery, Sum

from congress import clock, figures
from reception.enums import Channel, DayStatus, OpinionStatus, Outcome, Rating
from reception.models import Answer, Opinion, OpinionCategory, ReceptionDay, RotaSlot, Survey, Visit


SEATS = frozenset({"seat"})
PLACES = frozenset({"place"})


def _days(period):
    return ReceptionDay.objects.filter(_due(period) | _taking_place(period))


def _due(period):
    return Q(rule_date__range=period.days)


def _taking_place(period):
    return Q(date__range=period.days)


def _held(period):
    return HELD & _taking_place(period)


def _missed(period):
    """Due in the period and gone by without being held; what is still to come is not missed."""
    return _due(period) & ~HELD & Q(date__lte=period.end, date__lt=clock.today())


def _turns(period):
    """The turns that deputies really took on days that were held."""
    return RotaSlot.objects.filter(
        present=True, day__status__in=DayStatus.held_states, day__date__range=period.days
    )


def _visits(period):
    """Visits in person whose matters were registered; who writes or calls is not received."""
    registered = Opinion.objects.exclude(status=OpinionStatus.DRAFT).filter(visit=OuterRef("pk"))
    return Visit.objects.filter(Exists(registered), date__range=period.days, channel__in=Channel.in_person)


def _opinions(period):
    """Opinions received in the period, each with whether its voter was told and how he rated by its end.

    The opinion's own fields tell of today; a year that is over must not change when a matter is redone later.
    """
    registered = Opinion.objects.exclude(status=OpinionStatus.DRAFT).filter(received_on__range=period.days)
    told = Answer.objects.filter(
        opinion=OuterRef("pk"), answered_on__gte=OuterRef("replied_on"), answered_on__lte=period.end
    )
    surveys = Survey.objects.filter(opinion=OuterRef("pk"), surveyed_on__lte=period.end).order_by("-round")
    return registered.alias(
        told=Exists(told),
        handling_rated=Subquery(surveys.values("handling_rating")[:1]),
        deputy_rated=Subquery(surveys.values("deputy_rating")[:1]),
    )


days = figures.Source(
    "reception_days", rows=_days, template="reception/_day_evidence.html", place="jurisdiction"
)
turns = figures.Source(
    "reception_turns",
    rows=_turns,
    template="reception/_turn_evidence.html",
    seat="seat",
    place="day__jurisdiction",
    related=("day", "seat__deputy"),
)
visits = figures.Source(
    "visits",
    rows=_visits,
    template="reception/_visit_evidence.html",
    seat="deputies",
    place="jurisdiction",
    related=("visitor",),
)
opinions = figures.Source(
    "opinions",
    rows=_opinions,
    template="reception/_opinion_evidence.html",
    seat="visit__deputies",
    place="jurisdiction",
    related=("jurisdiction", "category"),
)

HELD = Q(status__in=DayStatus.held_states)
REFERRED = Q(outcome=Outcome.REFERRED)
EXPLAINED = Q(outcome__in=Outcome.on_the_spot)


def _replied(period):
    return REFERRED & Q(replied_on__lte=period.end)


def _answered(period):
    return _replied(period) & Q(told=True)


def _rated(field, ratings, period):
    return (EXPLAINED | _answered(period)) & Q(**{f"{field}__in": ratings})


def _day_figure(name, label, rule, where):
    return figures.Figure(f"reception.{name}", label, "次", rule, days, where=where, lenses=PLACES)


def _opinion_figure(name, label, rule, where):
    return figures.Figure(f"reception.{name}", label, "件", rule, opinions, where=where)


def _rating_figures(prefix, label, field, subject):
    """The three ratings, how many were rated, and the rate."""
    base = f"当场解释件和已答复群众件中，到统计截止日最近一次{subject}"
    for rating, word in Rating.choices:
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
        partial(_rated, field, Rating.values),
    )
    yield figures.Rate(
        f"reception.{prefix}_rate",
        f"{label}满意率",
        "（满意＋基本满意）÷已评价×100，保留1位小数；无评价为空。",
        (f"reception.{prefix}_satisfied", f"reception.{prefix}_basically"),
        f"reception.{prefix}_rated",
    )


figures.register_section("reception", "接待选民")

figures.register(
    _day_figure("days_planned", "应接待日", "轮值安排的应接待次数，按应接待日期计。", _due),
    _day_figure("days_held", "已举行接待日", "轮值安排中已举行的次数，按实际日期计。", _held),
    _day_figure(
        "days_not_held",
        "未举行接待日",
        "轮值安排中未举行的次数，按应接待日期计；接待日期还没有过的不计。",
        _missed,
    ),
    _day_figure(
        "days_postponed",
        "顺延次数",
        "已举行且实际日期不同于应接待日期的次数。",
        lambda period: _held(period) & ~Q(date=F("rule_date")),
    ),
    _day_figure(
        "days_without_visitors",
        "无来访次数",
        "已举行但登记为无来访的次数。",
        lambda period: _held(period) & ~Exists(Visit.objects.filter(day=OuterRef("pk"))),
    ),
    _day_figure(
        "notices_late",
        "公告不及时次数",
        "公告日期距接待日不足规定天数的次数。",
        lambda period: _taking_place(period) & Q(notice_published_on__gt=F("notice_due_on")),
    ),
    figures.Figure(
        "reception.deputy_turns",
        "代表接待人次",
        "人次",
        "各接待日实到代表数之和。",
        turns,
        lenses=PLACES,
    ),
    figures.Figure(
        "reception.deputies_serving",
        "参加接待代表人数",
        "人",
        "各接待日实到代表的不重复人数。",
        turns,
        measure=lambda where: Count("seat__deputy", filter=where, distinct=True),
        lenses=PLACES,
    ),
    figures.Figure(
        "reception.days_served",
        "接待日次数",
        "次",
        "本人列在轮值安排“实到代表”中的接待日数；替班的计替班人，原轮值人不计；无来访的接待日也计。",
        turns,
        lenses=SEATS,
    ),
    figures.Figure(
        "reception.voters_received",
        "接待选民人数",
        "人次",
        "本人列为接待代表的各次来访“来访人数”之和（人次）；一人反映几件事的不重复计人；单位来访按来访人数计；"
        "几名代表共同接待的每人都计，单位统计只计一次。来信、来电、意见箱、网上和走访收到的不计。",
        visits,
        measure=lambda where: Sum("party_size", filter=where),
    ),
    figures.Figure(
        "reception.visits_received",
        "接待批次",
        "批",
        "本人列为接待代表的来访批数；一批反映几件事的不另计，单位统计只计一次。",
        visits,
    ),
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
        part_labels=lambda: {str(pk): name for pk, name in OpinionCategory.objects.values_list("pk", "name")},
    ),
)
