"""The statistics of proposals as pictures made of numbers."""

from congress.statistics.charts import month_lines, paired_bars, shown, whole_bars
from proposals.statistics.measures import BY_NAME


def charts_of(rows, dimension, query):
    """What the pictures show, as the template's context: by months a line, else a bar a part."""
    parts = shown(rows, dimension)
    return {
        "lines": month_lines(parts, "taken", "replied") if dimension.in_time else [],
        "months": parts if dimension.in_time else [],
        "bars": [] if dimension.in_time else paired_bars(parts, "taken", "replied"),
        "ratings": [
            (f"代表对办理{word}的评价", _ratings(parts, question, query))
            for question, word in (("attitude", "态度"), ("result", "结果"))
        ],
        "waits": paired_bars(parts, "ninetieth", "median", in_days=True),
        "more": len(rows) - len(parts),
    }


def _ratings(rows, question, query):
    """[(bar, [(grade, number, the address of the records)])] of the parts that were rated."""
    names = {grade: f"{question}_{grade}_only" for grade in ("satisfied", "basically", "dissatisfied")}
    return [
        (bar, [_told(bar.row, BY_NAME[name], query) for name in names.values()])
        for bar in whole_bars(rows, **names)
    ]


def _told(row, grade, query):
    value = row.values[grade.name]
    word = grade.heading[2:].replace("基本满意", "基本")
    return word, value, f"{row.code}/{grade.name}/{query}" if value else ""
