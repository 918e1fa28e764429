"""Whose congress an attendance sheet is of, and which of its terms, by the sheet's own words."""

from congress.models import Term
from congress.registers.titles import speaks_of_town, term_number, town_named
from deputies.registers.congresses import DISTRICT_WORDS
from deputies.registers.sittings import NoSession


def texts_around(recognition):
    """The titles above the table, the sheet's name and the file's, those that name a term first."""
    sheet = recognition.sheet
    texts = [*recognition.titles, sheet.name or "", sheet.file.rsplit(".", 1)[0]]
    return sorted(filter(None, texts), key=lambda text: term_number(text) is None)


def place_of(area, texts):
    """The jurisdiction whose congress the texts name. Raises NoSession when they name an unknown town."""
    place = _named(area, texts) or area.own
    if place is None and any(speaks_of_town(text, area.district.name) for text in texts):
        place = _by_term(area, texts)
    place = place or area.district
    if area.own and place != area.own:
        raise NoSession(f"不属于{area.own.congress_name}")
    return place


def number_of(area, place, texts):
    """The number of the term: what a text about this place says, else what is known of it."""
    told = [text for text in texts if _town(area, text) in (place, None)]
    return next(filter(None, map(term_number, told)), None) or area.numbers.get(place.name)


def _named(area, texts):
    for text in texts:
        town = _town(area, text)
        if town:
            return town
        named = town_named(text, area.district.name)
        if named and not named.endswith("街道"):
            raise NoSession(f"没有“{named}”这个镇的人民代表大会，新设的请先增加区划")
        if DISTRICT_WORDS.search(text.replace(area.district.name, "区级")):
            return area.district
    return None


def _town(area, text):
    """The town with a congress of its own that a text begins with or names."""
    text = "".join(text.split())
    named = town_named(text, area.district.name)
    rest = text.rpartition(area.district.name)[2]
    known = area.known_town(named) if named else None
    if known is None and rest and "代表团" not in text:
        known = area.known_town(rest)
    return known if known and known.has_congress else None


def _by_term(area, texts):
    """The only town whose present term has the number that the texts tell."""
    number = next(filter(None, map(term_number, texts)), None)
    terms = Term.objects.filter(jurisdiction__in=area.towns, number=number, seats__isnull=False)
    places = {term.jurisdiction for term in terms.select_related("jurisdiction")} if number else set()
    if len(places) != 1:
        raise NoSession("看不出是哪个镇的，请在标题写明镇的全称和届次")
    return places.pop()
