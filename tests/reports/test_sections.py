"""What the sections of a report say is counted somewhere, or is known to come."""

import re

from congress import figures
from reports.sections import SECTIONS, Breakdown


# Sentences of rooms that are not built yet: what nobody counts is not said.
TO_COME = {
    "households.household_visits",
    "households.linked_households",
    "households.practical_deeds",
    "study.reflections",
    "study.research_papers",
}


def named():
    """Every figure that a sentence names."""
    for section in SECTIONS:
        for sentence in section.sentences:
            for item in (item for clause in sentence.clauses for item in clause.items):
                yield from (
                    [item.figure] if isinstance(item, Breakdown) else re.findall(r"\{([a-z_.]+)\}", item)
                )


def test_every_figure_of_a_sentence_is_counted_or_known_to_come():
    counted = {figure.key for figure in figures.registered("seat")}
    assert set(named()) - counted == TO_COME
