"""What an office's titles, sheet names and file names tell: which congress, which term."""

import re
import unicodedata
from itertools import chain, takewhile

from congress.registers.bad_value import BadValue
from congress.registers.values import parse_ordinal


TITLE_ROWS, TITLE_CELLS = 5, 3  # titles stand above the first row of more cells

HAN = "[\u3400-\u9fff\U00020000-\U0003ffff]"
AFTER_DISTRICT = "第|人大|人民|[区县市]?级|各|代表|选区|承办|单位|政府|[区县市]?[、及和]?[镇乡街]|[0-9]|$"
DISTRICT = re.compile(rf"({HAN}{{1,9}}?(?:自治县|自治旗|[区县市旗]))(?={AFTER_DISTRICT})")
NO_DISTRICT = re.compile(r"[全各本我该两区县市]?[区县市旗]|.*([选社小辖地片园级]区|各区县?)")
AFTER_TOWN = "第|人大|人民|办事处|代表(?!团)|选区|政府|党|名册|名单|花名册|[()、]|[0-9]|$"
TOWN = re.compile(rf"({HAN}{{1,9}}?(?:民族乡|苏木|街道|[镇乡]))(?={AFTER_TOWN})")
NO_TOWN = re.compile(r"[各全本两].*|.*乡镇|乡镇.*|.*[区县市级]镇|民族乡|[城村集小]镇|街道|苏木")
FORMERLY = re.compile(r"\(原[^()]*\)")
SPEAKS_OF_TOWN = re.compile(r"镇(?!街)|(?<![城下])乡(?!村|镇)|苏木")
DELEGATION = re.compile(r"代表团")
ALL_TOWNS = re.compile(r"各乡?镇|各乡|乡镇|[镇乡]级|[、和及][镇乡]人大|^[镇乡](人大)?代表")
DISTRICT_TERM = re.compile(r"第?[\d一二三四五六七八九十]+届")
CITY = re.compile(rf"^{HAN}{{2,}}?市(?={HAN}{{2,}})")


def texts_of(sheet):
    """Sheet name, the titles above the table, and the file's name: where an office says what a sheet is."""
    rows = ([cell.text for cell in row if cell.is_own] for row in sheet.rows[:TITLE_ROWS])
    titles = takewhile(lambda texts: len(texts) <= TITLE_CELLS, rows)
    stem = sheet.file.rsplit(".", 1)[0]
    return [text for text in (sheet.name or "", *chain.from_iterable(titles), stem) if text]


def district_named(text):
    """The district or county in a title, "" if there is none: 澄岚市云渚区第九届… is 云渚区."""
    for found in DISTRICT.finditer(_tidy(text)):
        name = CITY.sub("", found[1])
        if not NO_DISTRICT.fullmatch(name):
            return name
    return ""


def town_named(text, district=""):
    """The town or sub-district in a title, "" if there is none; ``district`` may stand before it."""
    text = _tidy(text)
    if district and district in text:
        text = text[text.index(district) + len(district) :]
        if DISTRICT_TERM.match(text):
            return ""  # the district's own roster, of the deputies from one town
    found = {found[1] for found in TOWN.finditer(FORMERLY.sub("", text))}
    towns = [name for name in found if not NO_TOWN.fullmatch(name)]
    return towns[0] if len(towns) == 1 else ""


def is_town_name(name):
    """Whether a name may be a town's own, and not a word for towns: 城镇, 各乡镇, 街道."""
    return not NO_TOWN.fullmatch(name)


def speaks_of_town(text, district=""):
    """Whether a title has a word for a town, be it understood or not; a delegation is no town."""
    text = _tidy(text).replace(district, "") if district else _tidy(text)
    return bool(SPEAKS_OF_TOWN.search(text)) and not DELEGATION.search(text)


def names_all_towns(text):
    """Whether a title speaks of the towns in general: 各镇代表名册, 镇级选区."""
    return bool(ALL_TOWNS.search(_tidy(text)))


def term_number(text):
    """The number of the term in a title, None if there is none."""
    try:
        return parse_ordinal(text, "届")
    except BadValue:
        return None


def term_numbers(texts, district):
    """The numbers of the terms that titles name, by place; a title without a place means the district."""
    numbers = {}
    for text in texts:
        number = term_number(text)
        if number:
            numbers.setdefault(town_named(text, district) or district, number)
    return numbers


def _tidy(text):
    text = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
    return re.sub(r"\d{4}年?度?", "", text)
