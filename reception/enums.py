"""Choices of the reception floor. The statuses are those of domain.md E1 and E3."""

from enum import nonmember

from django.db.models import TextChoices

from congress.enums import Status, Tone


class DayStatus(Status):
    """E3."""

    PLANNED = "planned", "已计划"
    ROTA_SET = "rota_set", "已排班"
    NOTICE_PUBLISHED = "notice_published", "已公告"
    OPEN = "open", "接待中"
    HELD = "held", "已接待"
    SUMMARISED = "summarised", "已小结"
    ARCHIVED = "archived", "已归档"
    POSTPONED = "postponed", "已延期"
    CANCELLED = "cancelled", "已取消"

    held_states = nonmember(("held", "summarised", "archived"))
    coming = nonmember(("planned", "rota_set", "notice_published"))
    before_notice = nonmember(("planned", "rota_set", "postponed"))
    changeable = nonmember(("rota_set", "notice_published", "postponed", "open"))
    tones = nonmember(
        {
            Tone.GOING: ("planned", "rota_set", "notice_published", "open", "held"),
            Tone.DONE: ("summarised", "archived"),
            Tone.ASIDE: ("postponed", "cancelled"),
        }
    )


class PlanStatus(Status):
    """A year's plan of reception days (E3: PLANNED, generated from recurrence)."""

    DRAFT = "draft", "草案"
    ADOPTED = "adopted", "已通过"

    tones = nonmember({Tone.WAIT: ("draft",), Tone.DONE: ("adopted",)})


class NoticeKind(TextChoices):
    """The first notice of a day, one after something has changed, one that it is called off (E3)."""

    FIRST = "first", "公告"
    CHANGE = "change", "变更公告"
    CANCEL = "cancel", "取消公告"


class NoticeStatus(Status):
    """E3: NOTICE_DRAFT, NOTICE_PUBLISHED; approved in between where the office's rules want it."""

    DRAFT = "draft", "草稿"
    APPROVED = "approved", "已审核"
    PUBLISHED = "published", "已发布"

    tones = nonmember({Tone.WAIT: ("draft",), Tone.GOING: ("approved",), Tone.DONE: ("published",)})


class TurnKind(TextChoices):
    """What a deputy asks for who cannot take his turn (B5, E4)."""

    SWAP = "swap", "互换"
    SUBSTITUTE = "substitute", "替班"
    LEAVE = "leave", "请假"


class TurnStatus(Status):
    """Consent of both, then it is done."""

    ASKED = "asked", "待同意"
    DONE = "done", "已办妥"
    REFUSED = "refused", "不同意"
    WITHDRAWN = "withdrawn", "已撤回"

    tones = nonmember({Tone.WAIT: ("asked",), Tone.DONE: ("done",), Tone.ASIDE: ("refused", "withdrawn")})


class AppointmentStatus(Status):
    """What comes of a voter's wish to meet a deputy (B21)."""

    ASKED = "asked", "待约定"
    AGREED = "agreed", "已约定"
    HELD = "held", "已会见"
    DECLINED = "declined", "已婉拒"
    WITHDRAWN = "withdrawn", "已取消"
    MISSED = "missed", "未会成"

    open = nonmember(("asked", "agreed"))
    tones = nonmember(
        {
            Tone.WAIT: ("asked",),
            Tone.GOING: ("agreed",),
            Tone.DONE: ("held",),
            Tone.ASIDE: ("declined", "withdrawn", "missed"),
        }
    )


class Channel(TextChoices):
    """How an opinion reached the deputies (B21, B22)."""

    RECEPTION = "reception", "接待日"
    WALK_IN = "walk_in", "来访"
    APPOINTMENT = "appointment", "预约会见"
    HOUSEHOLD_VISIT = "household_visit", "走访"
    FORUM = "forum", "座谈会"
    LETTER = "letter", "来信"
    PHONE = "phone", "电话"
    BOX = "box", "意见箱"
    ONLINE = "online", "网上"

    in_person = nonmember(("reception", "walk_in", "appointment", "forum"))


class VisitorKind(TextChoices):
    PERSON = "person", "个人"
    UNIT = "unit", "单位"
    ANONYMOUS = "anonymous", "不留姓名"


class DataChangeKind(TextChoices):
    """What is done with a visitor's personal data, and on what ground (个人信息保护法 46、47)."""

    CORRECTED = "corrected", "更正"
    ASKED = "asked", "本人要求删除"
    WRONG = "wrong", "不该保存，删除"
    EXPIRED = "expired", "保存期满，删除"

    on_request = nonmember(("asked", "wrong"))


class Nature(TextChoices):
    """B135, F."""

    SUGGESTION = "suggestion", "建议"
    CRITICISM = "criticism", "批评"
    DEMAND = "demand", "诉求"
    QUESTION = "question", "咨询"
    PRAISE = "praise", "表扬"
    ACCUSATION = "accusation", "举报"


class Competence(TextChoices):
    """Within whose power the matter lies (B28)."""

    LOCAL = "local", "镇街权限内"
    DISTRICT = "district", "须区级协调"
    HIGHER = "higher", "上级权限"
    JUDICIAL = "judicial", "涉法涉诉"

    beyond_place = nonmember(("district", "higher"))


class Urgency(TextChoices):
    NORMAL = "normal", "一般"
    URGENT = "urgent", "紧急"


class OpinionStatus(Status):
    """E1, side states included."""

    DRAFT = "draft", "草稿"
    REGISTERED = "registered", "已登记"
    TRIAGED = "triaged", "已分类"
    EXPLAINED = "explained", "当场解释"
    NOT_ACCEPTED = "not_accepted", "不予受理"
    CONVERTED = "converted", "转为议案建议"
    REFERRED = "referred", "已转办"
    RETURNED = "returned", "单位退回"
    ACCEPTED = "accepted", "单位已签收"
    PLAN_MADE = "plan_made", "已定方案"
    EXTENDED = "extended", "已延期"
    REPLIED = "replied", "单位已答复"
    COPIED = "copied", "已抄送代表"
    ANSWERED = "answered", "已答复选民"
    SURVEYED = "surveyed", "已测评"
    REDO = "redo", "重新办理"
    ESCALATED = "escalated", "报区协调"
    REOPENED = "reopened", "重新打开"
    MERGED = "merged", "并入他件"
    WITHDRAWN = "withdrawn", "已撤回"
    CLOSED = "closed", "已办结"

    with_unit = nonmember(("referred", "accepted", "plan_made", "extended", "redo"))
    final = nonmember(("withdrawn", "closed"))
    tones = nonmember(
        {
            Tone.WAIT: ("registered", "triaged", "escalated"),
            Tone.GOING: ("referred", "accepted", "plan_made", "extended", "converted", "replied", "copied"),
            Tone.BACK: ("returned", "redo", "reopened"),
            Tone.DONE: ("explained", "answered", "surveyed", "closed"),
            Tone.ASIDE: ("draft", "not_accepted", "merged", "withdrawn"),
        }
    )


class Outcome(TextChoices):
    """What was decided about an opinion when it was taken; the figures count by it."""

    EXPLAINED = "explained", "当场解释"
    SETTLED = "settled", "当场解决"
    REFERRED = "referred", "转办"
    NOT_ACCEPTED = "not_accepted", "不予受理"
    CONVERTED = "converted", "转为议案建议"

    on_the_spot = nonmember(("explained", "settled"))
    without_unit = nonmember(("explained", "settled", "not_accepted", "converted"))


class EarlierKind(TextChoices):
    """How a matter belongs to an earlier one."""

    VOTER = "voter", "同一选民再次反映"
    SUBJECT = "subject", "同类事项"


class AnswerMode(TextChoices):
    """B18: in writing or orally."""

    WRITTEN = "written", "书面答复"
    ORAL = "oral", "当面答复"
    PHONE = "phone", "电话答复"
    VISIT = "visit", "上门答复"
