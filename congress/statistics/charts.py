"""Statistics as pictures made of numbers: widths and places in per cent, drawn by the page itself."""

from dataclasses import dataclass

from congress.statistics.table import NONE


MOST_BARS = 10


def shown(rows, dimension):
    """The parts that have room, the largest; every month."""
    parts = [row for row in rows if row.code != NONE]
    return parts if dimension.in_time else parts[:MOST_BARS]


@dataclass(frozen=True)
class Bar:
    """A part with its ``segments``: [(name of the measure, from, width)], in per cent of the longest bar."""

    row: object
    segments: list


@dataclass(frozen=True)
class Line:
    """A measure over the months; ``points`` are (x, y) in per cent from the left and from the top."""

    name: str
    points: list

    @property
    def path(self):
        return " ".join(f"{x},{y}" for x, y in self.points)


def paired_bars(rows, whole, part, *, in_days=False):
    """Two measures of each part one below the other, the larger one first; parts without any left out.

    A wait of no days (``in_days``) is one as well.
    """
    longest = max((row.values[whole] or 0 for row in rows), default=0)
    return [
        Bar(row, [(name, 0, share(row.values[name], longest)) for name in (whole, part)])
        for row in rows
        if row.values[whole] or (row.values[whole] is not None and in_days)
    ]


def whole_bars(rows, **names):
    """Measures that make up a whole, one after the other: {name of a segment: name of its measure}."""
    bars = []
    for row in rows:
        values = {name: row.values[measure] for name, measure in names.items()}
        whole, start, segments = sum(values.values()), 0, []
        for name, count in values.items():
            segments.append((name, start, share(count, whole)))
            start += segments[-1][2]
        if whole:
            bars.append(Bar(row, segments))
    return bars


def month_lines(rows, whole, part):
    """Two measures month by month."""
    highest = max((row.values[whole] for row in rows), default=0)
    return [
        Line(
            name,
            [
                (round((place + 0.5) * 100 / len(rows), 2), round(100 - share(row.values[name], highest), 2))
                for place, row in enumerate(rows)
            ],
        )
        for name in (whole, part)
    ]


def share(value, whole):
    return round(value * 100 / whole, 2) if whole and value else 0
