"""Where a reception was held: the town of a place, by its name or a station's, and the station itself."""

import re
from functools import cache

from congress.registers.titles import texts_of
from deputies.models import Station


class Places:
    """The places of one sheet: (jurisdiction, station or None) by what a row tells."""

    def __init__(self, area, recognition):
        self.area = area
        texts = [*recognition.titles, *texts_of(recognition.sheet)]
        self.of_sheet = next(filter(None, map(self._within, texts)), None)
        self.find = cache(self._find)

    def read(self, row):
        """(jurisdiction, name of the place, station) of a row, None where it is refused."""
        name = row.text("place")
        jurisdiction, station = self.find(name, row.text("town"))
        if jurisdiction is None:
            row.reject(
                "place_unknown",
                f"看不出接待地点“{name}”在哪个镇街，请写镇街全称，或在标题中写明，本行不导入",
                "place",
            )
            return None
        if self.area.own and jurisdiction != self.area.own:
            row.reject("place_elsewhere", f"“{name}”不在{self.area.own}，由区里导入，本行不导入", "place")
            return None
        return jurisdiction, name or (station.name if station else f"{jurisdiction}接待地点"), station

    def _find(self, name, town):
        stations = Station.objects.filter(jurisdiction__in=[self.area.district, *self.area.towns])
        station = stations.filter(name=name).select_related("jurisdiction__parent").first() if name else None
        if station:
            return station.jurisdiction, station
        told = self.area.known_town(re.sub(r"\s", "", town)) if town else None
        begun = self.area.known_town(name.removeprefix(self.area.district.name)) if name else None
        found = told or begun or self._within(name) or self.of_sheet or self.area.own
        if found is None and name.startswith((self.area.district.name, "区人大", "区级", "区代表")):
            found = self.area.district
        return found, None

    def _within(self, name):
        """The only town of which the name of a place, or a title, speaks."""
        found = [town for town in self.area.towns if town.name in name or town.short_name in name]
        return found[0] if len(found) == 1 else None
