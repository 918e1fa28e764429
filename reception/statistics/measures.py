"""The columns of the statistics: counts of matters, shares of counts, days until the voter was answered."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import F, Q

from congress import clock, figures
from congress.enums import Satisfaction
from congress.figures import Figure
from congress.handling import PromiseStatus
from congress.statistics import Days, Share
from reception.enums import OpinionStatus, Outcome
from reception.figures.opinions import opinions
from reception.models import Undertaking


@dataclass(frozen=True)
class Count:
    """How many matters a figure counts.

    ``of_unit(period)`` stands in for the figure's condition where a unit's own part is counted: it may have
    replied while the leading one has not. ``of_concluded(outcome, rating)`` says the same as the figure's
    condition of a matter that was explained or answered, and spares the database a costly question.
    """

    name: str
    heading: str
    figure: Figure
    of_unit: Callable | None = None
    of_concluded: Callable | None = None

    @property
    def unit(self):
        return "件"

    @property
    def rule(self):
        return self.figure.rule

    def where(self, period, *, unit_wise=False):
        return self.of_unit(period) if unit_wise and self.of_unit else self.figure.where(period)


def _figure(name, label, rule, where):
    """A figure of how matters stand today: no report of a year may carry it."""
    return Figure(f"reception.{name}", label, "件", rule, opinions, where=where)


def _overdue(period):
    return Q(status__in=OpinionStatus.with_unit, due_on__lt=clock.today())


def _unit_replied(period):
    return Q(standing__replied_on__lte=period.end)


def _unit_in_time(period):
    return _unit_replied(period) & Q(standing__replied_on__lte=F("standing__due_on"), had_before=False)


def _promised(period):
    return Q(pk__in=Undertaking.objects.counted().values("opinion"))


def _kept(period):
    unkept = Undertaking.objects.counted().exclude(status=PromiseStatus.KEPT)
    return _promised(period) & ~Q(pk__in=unkept.values("opinion"))


def _unit_promised(period):
    return Q(has_promised=True)


def _unit_kept(period):
    return Q(has_promised=True, has_unkept=False)


def _rated(rating):
    return Count(
        rating.value,
        rating.label,
        figures.get(f"reception.opinions_{rating.value}"),
        of_concluded=lambda outcome, given: given == rating,
    )


OPEN = _figure(
    "opinions_open",
    "未办结件数",
    "这段时间收到的意见中，今天还没有办结的件数。",
    lambda period: ~Q(status__in=OpinionStatus.final),
)
OVERDUE = _figure(
    "opinions_overdue",
    "超期件数",
    "这段时间收到的意见中，今天已过答复期限、承办单位还没有答复的件数。",
    _overdue,
)

CLOSED = _figure(
    "opinions_closed",
    "已办结件数",
    "这段时间收到的意见中，今天已经办结的件数；办结不等于承诺已经落实。",
    lambda period: Q(status=OpinionStatus.CLOSED),
)
PROMISED = _figure(
    "opinions_promised",
    "有承诺件数",
    "这段时间收到的意见中，单位在答复里承诺以后办成的件数；已更替的承诺不计。",
    _promised,
)
KEPT = _figure(
    "opinions_kept",
    "承诺已落实件数",
    "有承诺的意见中，今天承诺全部核实落实的件数。",
    _kept,
)

_WAITED = (
    "从收到意见到第一次有效答复选民的天数，只计转办后已答复的；按最近序位法：把天数从少到多排，{}。"
    "当场解释、解决的不计。"
)
MEASURES = (
    Count("taken", "收到", figures.get("reception.opinions_taken")),
    Count("settled", "当场解释解决", figures.get("reception.opinions_explained")),
    Count("referred", "转办", figures.get("reception.opinions_referred")),
    Count("replied", "单位答复", figures.get("reception.opinions_replied"), _unit_replied),
    Count("in_time", "按期答复", figures.get("reception.opinions_replied_in_time"), _unit_in_time),
    Share(
        "in_time_rate",
        "按期率",
        "按期答复÷单位已答复×100，保留1位小数；没有答复的为空。",
        ("in_time",),
        ("replied",),
    ),
    Count(
        "answered",
        "答复选民",
        figures.get("reception.opinions_answered"),
        of_concluded=lambda outcome, rating: outcome == Outcome.REFERRED,
    ),
    *(_rated(rating) for rating in Satisfaction),
    Share(
        "satisfied_rate",
        "满意率",
        "（满意＋基本满意）÷已评价×100，保留1位小数；无评价为空。",
        ("satisfied", "basically"),
        ("satisfied", "basically", "dissatisfied"),
    ),
    Days("median", "用时中位数", _WAITED.format("取正中一个（偶数件取前一个）"), 50),
    Days("ninetieth", "用时90%位", _WAITED.format("取第90%位（件数×90%，有零头进一）"), 90),
    Count("closed", "已办结", CLOSED),
    Count("promised", "有承诺", PROMISED, _unit_promised),
    Count("kept", "已落实", KEPT, _unit_kept),
    Share(
        "kept_rate",
        "落实率",
        "承诺已落实÷有承诺×100，保留1位小数；没有承诺的为空。",
        ("kept",),
        ("promised",),
    ),
    Count("open", "未办结", OPEN),
    Count("overdue", "答复超期", OVERDUE),
)
BY_NAME = {measure.name: measure for measure in MEASURES}
COUNTS = [measure for measure in MEASURES if isinstance(measure, Count)]
