"""Statistics as a table: a row a part, the columns of the measures, and a row for all together."""

from dataclasses import dataclass


#: What stands in addresses for all parts together, and for what belongs to none.
ALL, NONE = "all", "none"


@dataclass(frozen=True)
class Row:
    """``values`` are {name of a measure: value}; ``before`` those of a year before, if asked for."""

    code: str
    label: str
    values: dict
    before: dict | None


@dataclass(frozen=True)
class Table:
    """The parts of a dimension in the order shown, and all matters together, each once."""

    rows: list
    total: Row


def table_of(question, dimension, counted, values_of, *, compared=False):
    """Count everything of ``question`` by ``dimension``, with a year before where it is ``compared``.

    ``counted(question)`` is {code: what was counted}; ``values_of`` makes that {name of a measure: value},
    also of None where a part had nothing.
    """
    now, before = counted(question), None
    if compared:
        then = counted(question.a_year_before)
        before = {code if code == ALL else dimension.code_now(code): found for code, found in then.items()}

    def row(code, label):
        earlier = None if before is None else values_of(before.get(code))
        return Row(code, label, values_of(now.get(code)), earlier)

    codes = {*now, *(before or ()), *dimension.always(question)} - {ALL}
    rows = [row(code, label) for code, label in dimension.labels(codes).items()]
    if not dimension.in_time:
        rows = in_order(rows, "-taken")
    return Table(rows, row(ALL, "合计"))


def in_order(rows, order):
    """The rows by a measure, with "-" the largest first; equal ones stay as they stood.

    Last come those without a value, and what belongs to no part.
    """
    name = order.removeprefix("-")
    known = [row for row in rows if row.values[name] is not None and row.code != NONE]
    rest = [row for row in rows if row not in known]
    return sorted(known, key=lambda row: row.values[name], reverse=order != name) + rest
