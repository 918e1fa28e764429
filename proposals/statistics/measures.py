"""The columns of the statistics: counts of proposals, shares of counts, days until the reply."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from congress import clock
from congress.enums import Satisfaction
from congress.handling import PromiseStatus
from congress.statistics import Days, Share
from proposals.enums import ProposalStatus, PublicationStatus


@dataclass(frozen=True)
class Count:
    """How many proposals ``holds(fact)`` is true of."""

    name: str
    heading: str
    rule: str
    holds: Callable
    unit: str = "件"


def _kept(fact):
    return bool(fact.promises) and all(state == PromiseStatus.KEPT for state in fact.promises)


def _graded(question, grade, fact):
    return fact.worst(question) == grade


def _rated(question, word):
    """Rated, satisfied and the rate of one of the two questions; of several deputies the lowest counts."""
    good = {Satisfaction.SATISFIED, Satisfaction.BASICALLY}
    yield Count(
        f"{question}_rated",
        f"{word}已评",
        f"代表已对办理{word}评价的件数；催请后仍没有评价的不计。",
        lambda fact: bool(fact.worst(question)),
    )
    yield Count(
        f"{question}_satisfied",
        f"{word}满意",
        f"代表对办理{word}满意、基本满意的件数；几名代表评价不同的，按最低的计，重新办理的按最近一轮。",
        lambda fact: fact.worst(question) in good,
    )
    yield Share(
        f"{question}_rate",
        f"{word}满意率",
        f"{word}满意（含基本满意）÷{word}已评×100，保留1位小数；没有评价的为空。",
        (f"{question}_satisfied",),
        (f"{question}_rated",),
    )


_FIRST = "看主办（分办）单位的第一次答复，重新办理的不另计"
_DAYS = f"从交办到书面答复的天数，{_FIRST}；按最近序位法：把天数从少到多排，{{}}。"
MEASURES = (
    Count("taken", "受理", "这段时间受理、编号的件数；已撤回、终止的不计。", lambda fact: True),
    Count("assigned", "交办", "受理的件中，已经交给主办单位的件数。", lambda fact: bool(fact.parts)),
    Count(
        "replied",
        "答复",
        f"主办单位（分办的为各单位）已书面答复的件数；{_FIRST}。",
        lambda fact: fact.is_replied,
    ),
    Count(
        "in_time",
        "按期答复",
        "已答复的件中，答复日期不晚于当时有效期限的件数；批准延期的按延长后的期限。",
        lambda fact: fact.in_time,
    ),
    Share("in_time_rate", "按期率", "按期答复÷已答复×100，保留1位小数。", ("in_time",), ("replied",)),
    Count(
        "contacted",
        "按期联系",
        "交办的件中，主办单位在规定期限内联系过代表的件数。",
        lambda fact: fact.contacted_in_time,
    ),
    Count(
        "closed",
        "办结",
        "已经办结归档的件数，跟踪落实承诺的也在内。",
        lambda f: f.status in ProposalStatus.filed,
    ),
    Share("closed_rate", "办结率", "办结÷受理×100，保留1位小数。", ("closed",), ("taken",)),
    Count("promised", "有承诺", "单位在答复中作出承诺的件数。", lambda fact: bool(fact.promises)),
    Count("kept", "承诺落实", "有承诺的件中，承诺全部落实的件数。", _kept),
    Share("kept_rate", "落实率", "承诺落实÷有承诺×100，保留1位小数。", ("kept",), ("promised",)),
    *_rated("attitude", "态度"),
    *_rated("result", "结果"),
    # An interpellation that is answered once more was with no unit.
    Count(
        "redone",
        "重新办理",
        "代表不满意，重新办理的件数。",
        lambda fact: bool(fact.parts) and fact.round > 1,
    ),
    Count(
        "published",
        "公开",
        "建议和答复已经公开的件数。",
        lambda fact: fact.publication == PublicationStatus.PUBLISHED,
    ),
    Share("published_rate", "公开率", "公开÷已答复×100，保留1位小数。", ("published",), ("replied",)),
    Days("median", "用时中位数", _DAYS.format("取正中一个（偶数件取前一个）"), 50),
    Days("ninetieth", "用时90%位", _DAYS.format("取第90%位（件数×90%，有零头进一）"), 90),
    Count(
        "open",
        "未办结",
        "今天还没有办结的件数。",
        lambda fact: fact.status not in ProposalStatus.final,
    ),
    Count(
        "overdue",
        "答复超期",
        "今天已过答复期限、主办单位还没有答复的件数。",
        lambda fact: fact.is_overdue(clock.today()),
    ),
)
#: What the picture of the deputies' ratings is made of; no columns of the table.
GRADES = tuple(
    Count(
        f"{question}_{grade}_only",
        f"{word}{grade.label}",
        f"代表对办理{word}评价为{grade.label}的件数；几名代表评价不同的，按最低的计，重新办理的按最近一轮。",
        partial(_graded, question, grade),
    )
    for question, word in (("attitude", "态度"), ("result", "结果"))
    for grade in Satisfaction
)
BY_NAME = {measure.name: measure for measure in (*MEASURES, *GRADES)}
COUNTS = [measure for measure in MEASURES if isinstance(measure, Count)]
