"""What a matter may be, guessed from the words: category, nature, units, where to go. Never more than that.

Each guess carries the words on which it rests, so that whoever takes the matter down can judge it.
"""

from dataclasses import dataclass

from congress.models import Unit
from reception.enums import Nature
from reception.models import Guidance, OpinionCategory, WordHint
from reception.models.hint import words_of


# The unit of a hint that is the town's government or the sub-district's office.
OWN = "本镇街"
MOST_UNITS = 3


@dataclass(frozen=True)
class Guess:
    """``value`` as a form takes it, ``label`` as people read it, and the ``words`` that it rests on."""

    value: object
    label: str
    words: tuple

    @property
    def as_data(self):
        return {"value": self.value, "label": self.label, "words": "、".join(self.words)}


def guesses_for(text, place):
    """The guesses for a matter of ``place`` in which ``text`` was said, by field; without one a field fails.

    Four queries. Keys: category, nature, guidance (one guess each), units (a list, the best first).
    """
    return guesser(place)(text)


def guesser(place):
    """:func:`guesses_for` of one place for many texts, in the queries of one."""
    categories = [(row.pk, row.name, row.examples) for row in OpinionCategory.objects.filter(active=True)]
    hints = list(WordHint.objects.filter(active=True))
    natures = [(row.nature, Nature(row.nature).label, row.words) for row in hints if row.nature]
    guidance = [(row.pk, row.name, row.words) for row in Guidance.objects.filter(active=True)]
    found = {"category": categories, "nature": natures, "guidance": guidance}
    of_units = [row for row in hints if row.units]
    units = Unit.objects.active().filter(jurisdiction=place.district) if of_units else []

    def guess(text):
        best = {name: _best(text, rows) for name, rows in found.items()}
        leading = _units(text, of_units, place, units)
        return {name: guess for name, guess in best.items() if guess} | (
            {"units": leading} if leading else {}
        )

    return guess


def vocabulary():
    """All words that mean something to the guesses, in two queries."""
    lists = [*OpinionCategory.objects.filter(active=True).values_list("examples", flat=True)]
    lists += WordHint.objects.filter(active=True).exclude(units="").values_list("words", flat=True)
    return {word for words in lists for word in words_of(words) if len(word) > 1}


def _best(text, rows):
    """The guess of ``rows`` (value, label, words) for which most words speak, then the longest."""
    guesses = [Guess(value, label, _found(text, words)) for value, label, words in rows]
    guesses = [guess for guess in guesses if guess.words]
    return max(guesses, key=lambda guess: (len(guess.words), len("".join(guess.words))), default=None)


def _found(text, words):
    return tuple(word for word in words_of(words) if word in text)


def _units(text, hints, place, units):
    """The units of the district that the hints speak of, those of the first hints before the others."""
    told = [(hint, words) for hint in hints if (words := _found(text, hint.words))]
    if not told:
        return []
    told.sort(key=lambda pair: -len("".join(pair[1])))
    found = {}
    for hint, words in told:
        for part in words_of(hint.units):
            for unit in units:
                own = part == OWN and unit.local_id == place.pk
                if own or (unit.local_id is None and (part in unit.name or part in unit.short_name)):
                    found.setdefault(unit.pk, Guess(unit.pk, str(unit), words))
    return list(found.values())[:MOST_UNITS]
