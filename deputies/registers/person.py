"""Who somebody is, as a row of a roster tells it: the values of the Deputy."""

import re

from congress import names
from congress.registers.bad_value import BadValue
from congress.registers.dates import parse_birth
from congress.registers.values import parse_phone
from congress.registers.vocabulary import EDUCATION, ETHNICITY, PARTY, SEX
from deputies.enums import Sex


SEX_OF_DEPUTY = {"男": Sex.MALE, "女": Sex.FEMALE}
MARKS = re.compile(r"[★☆*※△▲○●◎#]+")
SEX_IN_BRACKETS = re.compile(r"[(（]\s*([男女])\s*[)）]")
HYPHENS = re.compile(r"(?<=[\u3400-\u9fff])\s*[-‐‑–—]\s*(?=[\u3400-\u9fff])")
JOBS = ("party_job", "office_job", "job", "title")
PARTED_NAME_LENGTH = 5  # as long is no name of the Han


def person_of(row):
    """The values of the Deputy; what cannot be read is told and left empty."""
    name, sex = _name_and_sex(row)
    ethnicity = _word(row, "ethnicity", ETHNICITY)
    _warn_of_parted_name(row, ethnicity)
    return {
        "name": name,
        "sex": SEX_OF_DEPUTY.get(row.read("sex", SEX) or sex),
        "ethnicity": ethnicity,
        "born": row.read("born", parse_birth),
        "party": _word(row, "party", PARTY),
        "education": _word(row, "education", EDUCATION),
        "position": _position(row),
        "phone": row.read_all("phone", "office_phone", "mobile", parse=parse_phone),
    }


def _name_and_sex(row):
    """The name without what offices put beside it, and the sex that stands in brackets behind it."""
    written = row.read_name("name")
    bare = MARKS.sub("", written)
    if bare != written:
        row.inform("name_marks", "姓名旁的符号已去除", "name")
    sex = SEX_IN_BRACKETS.search(bare)
    bare = SEX_IN_BRACKETS.sub("", bare)
    name = HYPHENS.sub(names.DOT, bare)
    if name != bare:
        row.inform("wrong_middle_dot", "间隔号已统一为“·”", "name")
    return name, sex[1] if sex else ""


def _warn_of_parted_name(row, ethnicity):
    """Warn of a blank inside a name where it may stand for a middle dot: 买买提 艾海提."""
    parts = [names.normalise(part) for part in row.text("name").split()]
    joined = "".join(parts)
    is_foreign = ethnicity not in (None, "", "汉族") or (not ethnicity and len(joined) >= PARTED_NAME_LENGTH)
    if is_foreign and len(parts) > 1 and min(map(len, parts)) > 1:
        row.warn(
            "name_parted",
            f"姓名中间有空格，分不清是“{names.DOT.join(parts)}”还是“{joined}”，按后者导入，请核对",
            "name",
        )


def _position(row):
    """Place of work and jobs, from however many columns, nothing twice."""
    position, employer = row.text("position"), row.text("employer")
    written = position if employer in position else employer + position
    jobs = [job for job in dict.fromkeys(map(row.text, JOBS)) if job and job not in written]
    return "、".join([written, *jobs]) if position else written + "、".join(jobs)


def _word(row, key, vocabulary):
    """The usual writing of a word; an unusual one stays as the office wrote it."""
    try:
        return vocabulary(row.cell(key).value)
    except BadValue:
        row.inform("value_kept", f"{row.label(key)}“{row.text(key)}”不是常用写法，照原样保留", key)
        return row.text(key)
