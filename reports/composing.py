"""Sentences from figures: what there is to report is said, what is 0 or unknown is not."""

import re
from dataclasses import dataclass

from congress.figures import value_of
from reports.sections import Breakdown


_REFERENCE = re.compile(r"\{([a-z_.]+)\}")


@dataclass(frozen=True)
class Fragment:
    """A run of a generated sentence; ``key`` names the figure that it is, empty for plain words."""

    text: str
    key: str = ""


def compose(sentence, values, names):
    """Return the fragments of a sentence (reports/sections.py), none when there is nothing to report.

    ``values`` are {figure key: value}; ``names`` {figure key: {part: name}} for the parts of breakdowns.
    """
    clauses = (_clause(clause, values, names) for clause in sentence.clauses)
    return _joined(filter(None, clauses), "，", sentence.opening, "。")


def number_text(value):
    """A figure as the text has it: 7.5, 100, 89.5."""
    return f"{value:.1f}".removesuffix(".0") if isinstance(value, float) else str(value)


def _clause(clause, values, names):
    items = [item for template in clause.items for item in _items(template, values, names)]
    return _joined(items, "、", clause.lead, "")


def _items(template, values, names):
    """The items of a template as lists of fragments."""
    if isinstance(template, Breakdown):
        yield from _parts(template, values.get(template.figure) or {}, names.get(template.figure, {}))
        return
    if all(value_of(values, key) for key in _REFERENCE.findall(template)):
        parts = enumerate(_REFERENCE.split(template))
        yield [
            Fragment(number_text(value_of(values, part)), part) if index % 2 else Fragment(part)
            for index, part in parts
        ]


def _parts(breakdown, values, names):
    for code, name in names.items():
        if values.get(code):
            value = Fragment(number_text(values[code]), f"{breakdown.figure}.{code}")
            yield [Fragment(name), value, Fragment(breakdown.unit)]


def _joined(lists, mark, opening, end):
    """Join lists of fragments by a mark, between an opening and an end; nothing when there are none."""
    joined = []
    for fragments in lists:
        joined += [Fragment(mark if joined else opening), *fragments]
    joined += [Fragment(end)] if joined else []
    return [fragment for fragment in joined if fragment.text]
