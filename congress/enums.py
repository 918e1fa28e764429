"""Choices of the ground floor."""

from enum import nonmember

from django.db.models import TextChoices


class Level(TextChoices):
    """Level of a jurisdiction; a sub-district (街道) has a work committee but no congress of its own."""

    CITY = "city", "设区的市"
    DISTRICT = "district", "区县"
    TOWN = "town", "乡镇"
    STREET = "street", "街道"

    local = nonmember(("town", "street"))
    with_congress = nonmember(("city", "district", "town"))
    above = nonmember({"city": None, "district": "city", "town": "district", "street": "district"})


class Role(TextChoices):
    """What a user is here for; ``congress/roles.py`` says what each may do."""

    DISTRICT_OFFICE = "district_office", "区人大代表工委"
    LOCAL_OFFICE = "local_office", "镇人大、街道人大工委"
    LIAISON = "liaison", "联络员"
    DEPUTY = "deputy", "代表"
    UNIT_CLERK = "unit_clerk", "承办单位经办人"
    GOV_OFFICE = "gov_office", "政府办公室"
    LEADER = "leader", "领导"
    SYSADMIN = "sysadmin", "系统管理员"
    AUDITOR = "auditor", "审计员"

    offices = nonmember(("district_office", "local_office"))
    staff = nonmember(("district_office", "local_office", "liaison"))
    keepers = nonmember(("sysadmin", "auditor"))  # of the system: they see no business data (B100, D9)
    business_blind = nonmember(("sysadmin", "auditor", "unit_clerk", "gov_office"))  # to deputies' work


class UnitCategory(TextChoices):
    """Kinds of handling units (domain.md F)."""

    DEPARTMENT = "department", "政府部门"
    UTILITY = "utility", "公共服务企业"
    LOCAL_GOVERNMENT = "local_government", "镇人民政府、街道办事处"
    COURT = "court", "监察、法院、检察院"
    OTHER = "other", "其他"


class Light(TextChoices):
    """How a due date stands; always shown with its word, never by colour alone (look.md)."""

    GREEN = "green", "正常"
    AMBER = "amber", "临期"
    RED = "red", "超期"


class Tone(TextChoices):
    """How a status stands; its badge has the tone's colour and shape beside the word (look.md)."""

    DONE = "done", "已完成"
    ASIDE = "aside", "已放下"
    BACK = "back", "要再办"
    WAIT = "wait", "等着办"
    GOING = "going", "进行中"


class Status(TextChoices):
    """The statuses of a workflow. ``tones`` says of each value which :class:`Tone` it has."""

    tones = nonmember({})

    @property
    def tone(self):
        return next(tone for tone, values in self.tones.items() if self.value in values)


class Satisfaction(TextChoices):
    """How content somebody is: a voter with the handling, a deputy with a reply (D2)."""

    SATISFIED = "satisfied", "满意"
    BASICALLY = "basically", "基本满意"
    DISSATISFIED = "dissatisfied", "不满意"


class LetterRule(TextChoices):
    """To whom the reply to several deputies goes (D2)."""

    EACH = "each", "每名代表一份"
    LEAD = "lead", "送领衔代表，由其转告联名代表"


class Postponement(TextChoices):
    """What becomes of a planned day that falls on a holiday (domain.md, finding 2)."""

    NEXT_WORKDAY = "next_workday", "顺延到下一个工作日"
    NEXT_NON_HOLIDAY = "next_non_holiday", "顺延到节假日后第一天"
    NEXT_WEEK = "next_week", "顺延一周"
    NONE = "none", "不顺延"


class NoticeFields(TextChoices):
    """What the notice of a reception day tells of the deputies (domain.md B6-B8)."""

    NAMES = "names", "时间、地点、代表姓名"
    FULL = "full", "时间、地点、代表基本情况、接待选区范围"


class SessionBody(TextChoices):
    """Whose session it is."""

    CONGRESS = "congress", "人民代表大会"
    STANDING_COMMITTEE = "standing_committee", "人大常委会"
    PRESIDIUM = "presidium", "人大主席团"


class SessionKind(TextChoices):
    """Kinds of a session of the congress (地方组织法第十四条)."""

    REGULAR = "regular", "例会"
    TURNOVER = "turnover", "换届会"
    EXTRAORDINARY = "extraordinary", "临时会议"


class MeetingKind(TextChoices):
    """Kinds of a meeting within a session; ``for_all`` are those that every deputy attends."""

    PREPARATORY = "preparatory", "预备会议"
    FULL = "full", "全体会议"
    DELEGATION = "delegation", "代表团会议"
    PRESIDIUM = "presidium", "主席团会议"
    OTHER = "other", "其他会议"

    for_all = nonmember(("preparatory", "full", "delegation"))


class DayPart(TextChoices):
    """Half of a day on which a meeting is held; the values sort as the day goes."""

    WHOLE = "0", "全天"
    MORNING = "1", "上午"
    AFTERNOON = "2", "下午"
    EVENING = "3", "晚上"
