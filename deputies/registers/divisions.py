"""Constituencies, delegations and groups as rosters write them, found or made."""

import re
import unicodedata

from congress.enums import Level
from congress.registers.values import parse_ordinal
from deputies.models import Constituency


NUMBER = r"(\d+|[〇零一二两三四五六七八九十百]+)"
NUMBERED = re.compile(rf"第?{NUMBER}号?选区|第{NUMBER}号?区?|{NUMBER}号?")


def number_in(text):
    """The number of a constituency: 第一选区, 第11选区（白鹭湾一）, 11; None in a mere name like 白鹭湾一."""
    text = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
    whole = NUMBERED.fullmatch(re.sub(r"\([^()]*\)", "", text))
    found = whole or re.search(rf"第?{NUMBER}号?选区|第{NUMBER}号", text)
    return parse_ordinal(next(filter(None, found.groups()))) if found else None


class Constituencies:
    """The constituencies of a district and its towns."""

    def __init__(self, area):
        places = [area.district, *area.towns]
        self.by_number, self.by_name = {}, {}
        for found in Constituency.objects.filter(jurisdiction__in=places).select_related("town"):
            self._keep(found)

    def numbered(self, place, number):
        return self.by_number.get((place.pk, number))

    def named(self, place, name):
        """The only constituency of that name, None where there is none or more than one."""
        found = self.by_name.get((place.pk, _plain(name)), [])
        return found[0] if len(found) == 1 else None

    def numbered_or_new(self, place, number):
        """The constituency of that number; a roster that comes before the table makes it."""
        found = self.numbered(place, number)
        if found is None:
            town = None if place.level == Level.DISTRICT else place
            found = Constituency.objects.create(jurisdiction=place, number=number, town=town)
            self._keep(found)
        return found

    def _keep(self, constituency):
        place = constituency.jurisdiction_id
        self.by_number[place, constituency.number] = constituency
        self.by_name.setdefault((place, _plain(constituency.name)), []).append(constituency)


class Parts:
    """Delegations or groups of terms by name; new ones stand behind the others, as in the roster."""

    def __init__(self, model):
        self.model = model
        self.by_term = {}

    def named_or_new(self, term, name):
        if not name:
            return None
        known = self.by_term.get(term.pk)
        if known is None:
            known = {part.name: part for part in self.model.objects.filter(term=term)}
            self.by_term[term.pk] = known
        if name not in known:
            known[name] = self.model.objects.create(term=term, name=name, order=len(known) + 1)
        return known[name]


def _plain(name):
    return re.sub(r"\s|选区$", "", unicodedata.normalize("NFKC", name))
