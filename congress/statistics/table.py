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


def in_order(rows, order):
    """The rows by a measure, with "-" the largest first; equal ones stay as they stood.

    Last come those without a value, and what belongs to no part.
    """
    name = order.removeprefix("-")
    known = [row for row in rows if row.values[name] is not None and row.code != NONE]
    rest = [row for row in rows if row not in known]
    return sorted(known, key=lambda row: row.values[name], reverse=order != name) + rest
