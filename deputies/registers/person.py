"""Who somebody is, as a row of a roster tells it: the values of the Deputy."""

import re

from congress import fonts, names
from congress.phones import parse_phone
from congress.registers.bad_value import BadValue
from congress.registers.dates import parse_birth
from congress.registers.vocabulary import EDUCATION, ETHNICITY, PARTY, SEX, Vocabulary
from deputies.enums import Sector, Sex


SEX_OF_DEPUTY = {"男": Sex.MALE, "女": Sex.FEMALE}
SECTOR = Vocabulary(
    {
        Sector.WORKER: "工人 一线工人 职工",
        Sector.FARMER: "农民 一线农民 村民",
        Sector.OFFICIAL: "干部 党政干部 党政领导干部 机关干部 公务员",
        Sector.PROFESSIONAL: "专业技术人员 专技人员 知识分子 教师 医生",
        Sector.ENTERPRISE: "企业负责人 企业家 非公有制经济人士 企业",
        Sector.COMMUNITY: "村(社区)工作者 村社区工作者 社区工作者 村干部 村(社区)干部",
        Sector.MILITARY: "解放军和武警 解放军 军人 武警",
        Sector.RELIGIOUS: "宗教界 宗教界人士",
        Sector.OTHER: "其他",
    },
    "sector_unknown",
)
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
        "sector": _sector(row),
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
    if advice := fonts.advice(name, "姓名"):
        row.warn("glyph_missing", advice.removesuffix("。"), "name")
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


def _sector(row):
    """The sector; one that the law's compositions do not know is told and left out."""
    try:
        return SECTOR(row.cell("sector").value)
    except BadValue:
        row.inform("value_left_out", f"{row.label('sector')}“{row.text('sector')}”没有认出，未导入", "sector")
        return None


def _word(row, key, vocabulary):
    """The usual writing of a word; an unusual one stays as the office wrote it."""
    try:
        return vocabulary(row.cell(key).value)
    except BadValue:
        row.inform("value_kept", f"{row.label(key)}“{row.text(key)}”不是常用写法，照原样保留", key)
        return row.text(key)
