"""The rows that deputies and places have in common: made once for each lens, with its own names."""

from functools import partial

from django.db.models import Q

from congress import figures
from congress.enums import Satisfaction
from congress.models import ResultClass
from proposals.figures import counted


def _classes():
    """The classes of all offices by their codes, which is how they are written."""
    return {
        code: f"{code}类"
        for code in ResultClass.objects.order_by("order", "pk").values_list("code", flat=True)
    }


def rows(prefix, lenses, whole, subject):
    """The figures of how proposals were handled.

    ``prefix`` stands before each key, ``whole`` is the key of their number, ``subject`` says in the rules
    whose proposals they are.
    """
    row = partial(_row, prefix, lenses)
    yield row(
        "replied",
        "已答复件数",
        f"{subject}中，有有效答复日期（不早于交办日期、不晚于统计截止日）的件数。",
        counted.replied,
    )
    yield row(
        "replied_in_time",
        "按期答复件数",
        f"{subject}中，答复日期不晚于办理期限的件数；期限按本机关的规则自交办之日起算，批准延期的按延长后的期限；"
        "重新办理的以第一次答复为准。",
        counted.replied_in_time,
    )
    yield _rate(
        prefix, lenses, "reply_rate", "答复率", "已答复件数÷件数×100，保留1位小数。", ["replied"], whole
    )
    yield figures.Figure(
        f"proposals.{prefix}by_class",
        "分结果类别件数",
        "件",
        f"{subject}中，已答复件按答复的结果类别分别计；重新办理的按最近一次写明类别的答复；未答复的不看类别。",
        counted.proposals,
        where=counted.classed,
        lenses=lenses,
        breakdown="code",
        part_labels=_classes,
        zeros=_classes,
    )
    yield row(
        "closed",
        "办结件数",
        f"{subject}中，已答复，且到统计截止日没有代表最近一次对办理结果评价为不满意的件数；未评价视同办结，"
        "重新办理后有评价的以重办后的为准。",
        counted.closed,
    )
    yield _rate(
        prefix,
        lenses,
        "close_rate",
        "办结率",
        "办结件数÷件数×100（分母含未答复件），保留1位小数。",
        ["closed"],
        whole,
    )
    for field, label in (("attitude", "办理态度"), ("result", "办理结果")):
        yield from _ratings(prefix, lenses, field, label, subject)
    yield row(
        "first_result_dissatisfied",
        "初次结果不满意件数",
        f"{subject}中，已答复件里有代表第一次对办理结果评价为不满意的件数。",
        lambda period: counted.replied(period) & Q(first_dissatisfied=True),
    )
    yield row(
        "rehandled",
        "重新办理件数",
        f"{subject}中，到统计截止日重新办理过的件数。",
        lambda period: Q(rehandled=True),
    )
    yield row(
        "rehandled_replied",
        "重新办理已再次答复件数",
        f"{subject}中，重新办理后已经再次答复的件数。",
        lambda period: Q(rehandled=True, replied_again=True),
    )


def _row(prefix, lenses, name, label, rule, where, source=counted.proposals):
    return figures.Figure(f"proposals.{prefix}{name}", label, "件", rule, source, where=where, lenses=lenses)


def _rate(prefix, lenses, name, label, rule, parts, whole):
    keys = tuple(f"proposals.{prefix}{part}" for part in parts)
    return figures.Rate(f"proposals.{prefix}{name}", label, rule, keys, whole, lenses)


def _ratings(prefix, lenses, field, label, subject):
    """The three ratings, how many were rated, and the rate."""
    base = f"{subject}中，已答复件到统计截止日代表最近一次对{label}评价"
    several = "几名代表都评价的取最不满意的"

    def rated(values, period):
        return counted.replied(period) & Q(**{f"{field}_rated__in": values})

    for rating, word in Satisfaction.choices:
        yield _row(
            prefix,
            lenses,
            f"{field}_{rating}",
            f"{label}{word}",
            f"{base}为{word}的件数；{several}。",
            partial(rated, [rating]),
        )
    yield _row(
        prefix,
        lenses,
        f"{field}_rated",
        f"{label}已评价件数",
        f"{base}为满意、基本满意、不满意的件数之和；经催请仍未评价的不计。",
        partial(rated, Satisfaction.values),
    )
    yield _rate(
        prefix,
        lenses,
        f"{field}_rate",
        f"{label}满意率",
        "（满意＋基本满意）÷已评价×100，保留1位小数；无评价为空。",
        [f"{field}_satisfied", f"{field}_basically"],
        f"proposals.{prefix}{field}_rated",
    )
