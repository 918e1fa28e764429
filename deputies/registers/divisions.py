"""Constituencies, delegations and groups as rosters write them, found or made."""

import re
import unicodedata

from django.core.exceptions import ValidationError

from congress.enums import Level
from congress.registers.records import fill
from congress.registers.values import parse_ordinal
from deputies.models import Constituency


NUMBER = r"(\d+|[〇零一二两三四五六七八九十百]+)"
NUMBERED = re.compile(rf"第?{NUMBER}号?选区|第{NUMBER}号?区?|{NUMBER}号?")


def number_in(text, place=""):
    """The number of a constituency: 第一选区, 第11选区（白鹭湾一）, 11; None in a name.

    白鹭湾一 is a name, and so is 城关镇第一选区: its number counts within the town; only the name of the
    ``place`` whose congress is elected may stand before a number.
    """
    text = re.sub(r"\s", "", unicodedata.normalize("NFKC", text)).removeprefix(str(place))
    whole = NUMBERED.fullmatch(re.sub(r"\([^()]*\)", "", text))
    found = whole or re.match(rf"第?{NUMBER}号?选区|第{NUMBER}号", text)
    return parse_ordinal(next(filter(None, found.groups()))) if found else None


class Constituencies:
    """The constituencies in use of a district and its towns, and those drawn for a term to come.

    Where both have a number, it is that in use on the day asked about, today by default.
    """

    def __init__(self, area):
        self.area = area
        self.recall()

    def recall(self):
        """Remember the constituencies as they stand in the database."""
        known = [self.area.district, *self.area.towns]
        places = Constituency.objects.filter(jurisdiction__in=known)
        self.by_number, self.by_name = {}, {}
        for found in [*places.standing().select_related("town"), *places.coming().select_related("town")]:
            self.keep(found)

    def numbered(self, place, number, on=None):
        found = self.by_number.get((place.pk, number), [])
        return next((one for one in found if one.stands(on)), found[0] if found else None)

    def named(self, place, name, on=None):
        """The only constituency of that name, None where there is none or more than one."""
        found = self.by_name.get((place.pk, _plain(name)), [])
        in_use = [one for one in found if self.numbered(place, one.number, on) is one]
        return in_use[0] if len(in_use) == 1 else None

    def free_number(self, place):
        """The number behind all that the place has."""
        return max((number for pk, number in self.by_number if pk == place.pk), default=0) + 1

    def numbered_or_new(self, place, number, on=None):
        """The constituency of that number; a roster that comes before the table makes it."""
        found = self.numbered(place, number, on)
        if found is None:
            town = None if place.level == Level.DISTRICT else place
            found = Constituency.objects.create(jurisdiction=place, number=number, town=town)
            self.keep(found)
        return found

    def keep(self, constituency):
        """Know one more constituency, which has been saved."""
        place = constituency.jurisdiction_id
        self.by_number.setdefault((place, constituency.number), []).append(constituency)
        self.by_name.setdefault((place, _plain(constituency.name)), []).append(constituency)


class Parts:
    """Delegations or groups of terms by name; new ones stand behind the others, as in the roster."""

    def __init__(self, model):
        self.model = model
        self.recall()

    def recall(self):
        """Remember the parts as they stand in the database."""
        self.by_term = {}

    def named_or_new(self, term, name):
        """The part of that name. Raises ValidationError where the name does not fit."""
        if not name:
            return None
        known = self.by_term.get(term.pk)
        if known is None:
            known = {part.name: part for part in self.model.objects.filter(term=term)}
            self.by_term[term.pk] = known
        if name not in known:
            known[name] = self._new(term, name, order=len(known) + 1)
        return known[name]

    def _new(self, term, name, *, order):
        part = self.model(term=term, order=order)
        try:
            fill(part, name=name)
        except ValidationError as error:
            raise ValidationError(
                [f"{self.model._meta.verbose_name}{told}" for told in error.messages]
            ) from error
        return part


def _plain(name):
    """The name in one writing: 城关镇 第一选区 is 城关镇第1."""
    text = re.sub(r"\s|选区$", "", unicodedata.normalize("NFKC", name))
    return re.sub(rf"第{NUMBER}", lambda found: f"第{parse_ordinal(found[1])}", text)
