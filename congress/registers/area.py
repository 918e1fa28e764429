"""The district that registers are taken over for: its towns and terms, found by their words or made."""

import re
from functools import cached_property

from django.db.models import F

from congress import clock
from congress.enums import Level, Role
from congress.models import Jurisdiction, Term, User
from congress.registers.takeover import doer
from congress.registers.titles import district_named, is_town_name


TOWN_ENDINGS = {"街道": Level.STREET, "镇": Level.TOWN, "乡": Level.TOWN, "苏木": Level.TOWN}


class UnknownDistrict(Exception):
    """Nobody knows which district the files belong to; the text says what to do."""


def district_for(name, texts, *, create=False):
    """The district called ``name``, or the one that titles name; and whether it was made just now.

    The first one is made on a database without any; later ones only with ``create``.
    """
    districts = Jurisdiction.objects.districts()
    if name is None:
        name = _most_named(texts, set(districts.values_list("name", flat=True)))
    if name is None:
        if districts.count() == 1:
            return districts.get(), False
        raise UnknownDistrict("表中没有写明是哪个区县的登记表，请用 --jurisdiction 写明区县全称。")
    found = districts.filter(name=name).first()
    if found:
        return found, False
    if not create and districts.exists():
        known = "、".join(districts.values_list("name", flat=True))
        raise UnknownDistrict(f"没有“{name}”这个区县（已有{known}）。确实要新建的，请加 --create。")
    if not name.endswith(("区", "县", "市", "旗")):
        raise UnknownDistrict(f"“{name}”不是区县名称，请写全称，如“云山区”。")
    return Jurisdiction.objects.create(name=name, level=Level.DISTRICT), True


def account_for(district):
    """The account in whose name the command line takes over where nobody is named.

    It is the district office's, for what a register tells of any congress of the district; no password opens
    it, and it is switched off.
    """
    username = f"registers-{district.pk}"
    known = User.objects.filter(username=username).first()
    return known or User.objects.create_user(
        username, name="登记表导入", role=Role.DISTRICT_OFFICE, jurisdiction=district, is_active=False
    )


def _most_named(texts, known):
    """The district that titles name most often, a known one before others; None if they name none."""
    named = [name for name in map(district_named, texts) if name]
    return max(named, key=lambda name: (name in known, named.count(name)), default=None)


class Area:
    """A district with its towns and terms as a takeover sees them.

    ``own``: the town whose registers they are, when they are not the district's. ``office``: the jurisdiction
    whose office takes over, which goes by what it set by hand. ``numbers`` and ``starts``: terms and their
    first days by the name of the place. New towns are made with ``create``, or while the district has none of
    their level.
    """

    def __init__(self, district, report, *, own=None, office=None, numbers=None, starts=None, create=False):
        self.district = district
        self.own = own
        self.office = office or district
        self.report = report
        self.numbers = numbers or {}
        self.starts = starts or {}
        self.create = create
        self.recall()
        present = {town.level for town in self.towns}
        self.creatable = {level for level in Level.local if create or level not in present}

    def recall(self):
        """Remember towns and terms as they stand in the database."""
        self.towns = list(Jurisdiction.objects.local().filter(parent=self.district))
        self.terms = {}

    @cached_property
    def by(self):
        """Who takes the steps that a register tells of."""
        return doer() or account_for(self.district)

    def town(self, text):
        """The town or sub-district that a cell names, in full or short; made where allowed, else None."""
        name = re.sub(r"\s", "", text)
        prefix = self.district.name
        name = name.removeprefix(prefix) or name
        known = self.known_town(name)
        if known or not name:
            return known
        level = next((level for ending, level in TOWN_ENDINGS.items() if name.endswith(ending)), None)
        if level not in self.creatable or len(name) < (2 if self.create else 3) or not is_town_name(name):
            return None
        town = Jurisdiction.objects.create(
            name=name, level=level, parent=self.district, order=len(self.towns) + 1
        )
        self.towns.append(town)
        self.report.notice(f"新建{town.get_level_display()}：{name}。")
        return town

    def known_town(self, name):
        """The town of that name, full or short, if it is there already."""
        exact = [town for town in self.towns if name in (town.name, town.short_name)]
        begun = [town for town in self.towns if name.startswith((town.name, f"{town.short_name}人大"))]
        return next(iter(exact or begun), None)

    def term(self, place, number=None):
        """The term of a congress; without a number its present one, made where there is none.

        A term that came in without its number is given it as soon as a register tells.
        """
        number = number or self.numbers.get(place.name)
        key = (place.pk, number)
        if key not in self.terms:
            self.terms[key] = term = self._term(place, number)
            if number == self.numbers.get(place.name):
                self._begin(term, self.starts.get(place.name))
        return self.terms[key]

    def _begin(self, term, day):
        """Give the term its first day; tell where nobody knows it."""
        if day and term.starts_on != day:
            term.starts_on = day
            term.save()
        if term.starts_on is None:
            self.report.notice(f"{term}的开始日期未填，可在后台补填。")

    def _term(self, place, number):
        terms = Term.objects.filter(jurisdiction=place)
        if number is None:
            current = terms.current(clock.today()).order_by(F("number").desc(nulls_last=True)).first()
            if current is None:
                current = Term.objects.create(jurisdiction=place)
            if current.number is None:
                self.report.notice(
                    f"表中没有写明{place.congress_name}是第几届，按本届导入，请在“届”中补上届次。"
                )
            return current
        term = terms.filter(number=number).first()
        if term is None:
            term = terms.filter(number__isnull=True).first() or Term(jurisdiction=place)
            term.number = number
            term.save()
        return term
