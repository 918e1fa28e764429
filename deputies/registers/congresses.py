"""Which congress, and which of its terms, a row of a roster belongs to."""

import re

from congress.registers.report import shortened
from congress.registers.titles import names_all_towns, speaks_of_town, term_number, term_numbers, town_named


DISTRICT_WORDS = re.compile(
    r"(?<!选)[区县市旗](级|人大|代表|本级)|^[区县市旗]([第一二三四五六七八九十\d].*)?$"
)
TOWN_WORDS = re.compile(r"镇|乡")
TOWN_HEADINGS = (
    "镇街",
    "所属镇街",
    "所在镇街",
    "乡镇",
    "镇",
    "所属乡镇",
    "所在乡镇",
    "乡镇街道",
    "镇（街道）",
)
HIGHER = re.compile(r"全国|省|自治区|直辖市")
HIGHER_LEVEL = re.compile(r"(全国|省|自治区)(级|人大|代表)")
CITY = re.compile(r"市(级|人大|代表|本级|$)")


class Congresses:
    """Reads the sheet's titles once, then the columns of each row: 层级, 所属人大, 乡镇, 届次."""

    def __init__(self, area, recognition, report):
        self.area = area
        sheet = recognition.sheet
        texts = sorted(filter(None, (sheet.name, *recognition.titles)), key=_says_no_term)
        texts.append(sheet.file.rsplit(".", 1)[0])
        self.numbers = term_numbers(texts, area.district.name)
        self.reason = ""
        self.place = self._place_of_sheet(texts, recognition, report)
        if sheet.name and self._is_higher(sheet.name):
            self.place, self.reason = None, f"“{sheet.name}”不是本区或各镇的代表"

    def place_of(self, row):
        """The jurisdiction whose congress the row belongs to, or None when the row is refused."""
        place, reason = self._place_of_row(row)
        if place and self.area.own and place != self.area.own:
            place, reason = None, f"不属于{self.area.own.congress_name}"
        if place is None:
            row.reject("congress_unknown", f"{reason}，本行不导入")
        return place

    def term_of(self, row, place):
        """The term of that congress: told by the row, by the titles, or the present one."""
        told = next(filter(None, (term_number(row.text(key)) for key in ("term", "body", "level"))), None)
        return self.area.term(place, told or self.numbers.get(place.name))

    def _place_of_sheet(self, texts, recognition, report):
        """The congress that the titles name; None when they speak of towns in general, or of an unknown one.

        A title that speaks of a town and is not understood is told: its deputies may be a town's.
        """
        doubtful = ""
        for text in texts:
            town = self._town(text)
            if town:
                return town
            self.reason = self._unknown_town(text)
            if self.reason or names_all_towns(text):
                return None
            if self._means_district(text):
                break
            doubtful = doubtful or (text if speaks_of_town(text, self.area.district.name) else "")
        place = self.area.own or self.area.district
        if doubtful and not recognition.columns.keys() & {"level", "body"}:
            report.warn_of_sheet(
                recognition,
                "town_unclear",
                f"“{shortened(doubtful)}”看不出是不是某个镇的登记表，按{place.congress_name}导入；"
                "是镇的，请在标题写明镇的全称和届次后再导入",
            )
        return place

    def _unknown_town(self, text):
        """Why a sheet is refused that names a town which the district does not have."""
        named = town_named(text, self.area.district.name)
        if not named or named.endswith("街道") or self.area.town(named):
            return ""
        return f"没有“{named}”这个镇的人民代表大会，新设的请先增加区划"

    def _place_of_row(self, row):
        """(place, "") or (None, why the row cannot be placed)."""
        words = [text for text in (row.text("level"), row.text("body")) if text]
        for text in words:
            if HIGHER.search(text) or self._is_higher(text):
                return None, f"“{text}”不是本区或各镇的代表"
            town = self._town(text)
            if town:
                return town, ""
        if any(map(self._means_district, words)):
            return self.area.district, ""
        if self.reason:
            return None, self.reason
        means_town = any(map(TOWN_WORDS.search, words))
        if self.place and (not means_town or self.place != self.area.district):
            return self.place, ""
        return self._place_by_town(row)

    def _place_by_town(self, row):
        named = row.text("town")
        town = self._town(named)
        if town:
            return town, ""
        return None, f"没有“{named}”这个镇的人民代表大会" if named else "没有写明是哪个镇的代表"

    def _is_higher(self, text):
        """Whether a text speaks of the deputies of the city, the province or the nation."""
        is_city = not self.area.district.name.endswith("市") and CITY.search(text)
        return bool(is_city or HIGHER_LEVEL.match(text))

    def _means_district(self, text):
        return bool(DISTRICT_WORDS.search(text.replace(self.area.district.name, "区级")))

    def _town(self, text):
        """The town with a congress of its own that a text names; a sub-district has none."""
        named = town_named(text, self.area.district.name)
        known = None if "代表团" in text else self.area.known_town("".join(text.split()))
        town = self.area.town(named) if named else known
        return town if town and town.has_congress else None


def _says_no_term(text):
    """Whether a title names no term: what names one tells better whose roster it is."""
    return term_number(text) is None
