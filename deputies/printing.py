"""The papers of this floor that may be long: the roster, the cards, the roll of a session.

Each says up to how much it is printed in less than two seconds; what is longer the worker prints.
"""

from congress import clock, press
from congress.models import Session, Term
from deputies.papers.attendance import attendance_pdf
from deputies.papers.cards import cards_pdf
from deputies.papers.roster import roster_pdf


NAMES_AT_ONCE = 300
CARDS_AT_ONCE = 100
CELLS_AT_ONCE = 1200


@press.paper
def print_roster(term, by_delegation, by_pinyin):
    """The official list of the term with the key ``term``."""
    term = _terms().get(pk=term)
    return roster_pdf(term, day_of(term), by_delegation=by_delegation, by_pinyin=by_pinyin)


@press.paper
def print_cards(term):
    """The cards of the deputies of the term with the key ``term``."""
    term = _terms().get(pk=term)
    return cards_pdf(term, day_of(term))


@press.paper
def print_roll(session, part, blank):
    """The roll of the session with the key ``session``: all of it, or the part with the key ``part``."""
    found = Session.objects.select_related("term__jurisdiction__parent").get(pk=session)
    return attendance_pdf(found, part=part, blank=blank)


def day_of(term):
    """Today, or the last day of a term that is over."""
    today = clock.today()
    return min(term.ends_on, today) if term.ends_on else today


def _terms():
    return Term.objects.select_related("jurisdiction__parent")
