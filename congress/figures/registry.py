"""The figures of the house, in the order in which they are declared."""

from collections.abc import Callable

from congress.figures.figure import Figure, Rate


_figures: dict[tuple[str, str], Figure | Rate] = {}
_sections: dict[str, str] = {}
_remarks: list[Callable] = []


def register(*figures):
    """Add figures to the engine, in the order in which they are shown.

    A key is declared once a lens: a rate may be made of other parts for places than for seats.
    """
    for figure in figures:
        places = {(figure.key, lens): figure for lens in sorted(figure.lenses)}
        if places.keys() & _figures.keys():
            raise ValueError(f"figure {figure.key} is declared twice")
        _figures.update(places)


def register_section(name, heading):
    """Name the section of all figures whose keys begin with ``name``, in the order of declaration."""
    _sections[name] = heading


def by_section(figures):
    """Group figures by the sections registered: [(heading, [figure, …])], without empty ones."""
    groups = {name: [] for name in _sections}
    for figure in figures:
        groups[figure.key.partition(".")[0]].append(figure)
    return [(_sections[name], group) for name, group in groups.items() if group]


def remark(provider):
    """Register ``provider(key, year, seat id, value)``, which yields sentences for the evidence."""
    _remarks.append(provider)
    return provider


def remarks_on(key, year, seat_id, value):
    """What other floors have to say about a seat's figure of a year."""
    return [sentence for provider in _remarks for sentence in provider(key, year, seat_id, value)]


def get(key, lens=None):
    """Return a figure by its key, that of ``lens`` or else of any; KeyError when there is none."""
    for found in (lens,) if lens else ("seat", "place"):
        if (key, found) in _figures:
            return _figures[key, found]
    raise KeyError(key)


def registered(lens):
    """All figures of a lens, in the order of their declaration."""
    return [figure for (_, declared), figure in _figures.items() if declared == lens]


def part_labels(lens):
    """What the parts of a lens's breakdowns are called: {figure key: {part: label}}."""
    return {
        figure.key: figure.part_labels()
        for figure in registered(lens)
        if isinstance(figure, Figure) and figure.breakdown
    }
