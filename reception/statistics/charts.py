"""The statistics as pictures made of numbers: widths and places in per cent, drawn by the page itself."""

from dataclasses import dataclass

from reception.statistics.dimensions import NONE


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


def taken_bars(rows):
    """How many matters each part had, and of how many the voters were answered, one below the other."""
    longest = max((row.values["taken"] for row in rows), default=0)
    return [
        Bar(row, [(name, 0, _share(row.values[name], longest)) for name in ("taken", "answered")])
        for row in rows
        if row.values["taken"]
    ]


def rating_bars(rows):
    """How the voters rated, of each part as a whole."""
    bars = []
    for row in rows:
        ratings = {name: row.values[name] for name in ("satisfied", "basically", "dissatisfied")}
        whole, start, segments = sum(ratings.values()), 0, []
        for name, count in ratings.items():
            segments.append((name, start, _share(count, whole)))
            start += segments[-1][2]
        if whole:
            bars.append(Bar(row, segments))
    return bars


def waiting_bars(rows):
    """In how many days half and nine tenths of the voters had their answer."""
    longest = max((row.values["ninetieth"] or 0 for row in rows), default=0)
    return [
        Bar(row, [(name, 0, _share(row.values[name], longest)) for name in ("ninetieth", "median")])
        for row in rows
        if row.values["median"] is not None
    ]


@dataclass(frozen=True)
class Line:
    """A measure over the months; ``points`` are (x, y) in per cent from the left and from the top."""

    name: str
    points: list

    @property
    def path(self):
        return " ".join(f"{x},{y}" for x, y in self.points)


def month_lines(rows):
    """Matters taken and voters answered, month by month."""
    highest = max((row.values["taken"] for row in rows), default=0)
    return [
        Line(
            name,
            [
                (round((place + 0.5) * 100 / len(rows), 2), round(100 - _share(row.values[name], highest), 2))
                for place, row in enumerate(rows)
            ],
        )
        for name in ("taken", "answered")
    ]


def _share(value, whole):
    return round(value * 100 / whole, 2) if whole and value else 0
