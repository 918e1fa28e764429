"""The figures engine: every number of a report is a row here, and one function yields its evidence.

A :class:`Source` says which records are counted and how they hang on a seat and on a place. A
:class:`Figure` of the source says which of them count, and how. Value, list of evidence, dashboard and
report all come from the same rows, so they cannot disagree. All seats, or all places, of an office are
computed together: one query a source, however many they are.
"""

from congress.figures.counting import evidence, for_places, for_seats, total
from congress.figures.figure import Figure, Period, Rate, Source, is_known, value_of, whole
from congress.figures.registry import (
    by_section,
    get,
    part_labels,
    register,
    register_section,
    registered,
    remark,
    remarks_on,
)


__all__ = [
    "Figure",
    "Period",
    "Rate",
    "Source",
    "by_section",
    "evidence",
    "for_places",
    "for_seats",
    "get",
    "is_known",
    "part_labels",
    "register",
    "register_section",
    "registered",
    "remark",
    "remarks_on",
    "total",
    "value_of",
    "whole",
]
