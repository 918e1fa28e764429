"""Choices about meetings and leave from them."""

from enum import nonmember

from django.db.models import TextChoices

from congress.enums import Status, Tone


class Mark(TextChoices):
    """What the roll of a meeting says of a seat; 不在任 is no mark but follows from the seat's days."""

    UNRECORDED = "unrecorded", "未登记"
    PRESENT = "present", "出席"
    EXCUSED = "excused", "请假"
    ABSENT = "absent", "缺席"


class MarkedBy(TextChoices):
    """How a mark came onto the roll."""

    HAND = "hand", "人工登记"
    REGISTER = "register", "考勤表导入"
    QR = "qr", "扫码签到"
    LEAVE = "leave", "请假获准"


class SpeechKind(TextChoices):
    """What a deputy says at a meeting (代表法第十九条、第二十条)."""

    DELIBERATION = "deliberation", "审议发言"
    ADDRESS = "address", "大会发言"
    INQUIRY = "inquiry", "询问"
    INTERPELLATION = "interpellation", "质询"

    limited = nonmember(("deliberation", "address"))


class LeaveStatus(Status):
    """A request for leave (代表法第十三条; domain.md E4)."""

    DRAFT = "draft", "草稿"
    SUBMITTED = "submitted", "待决定"
    APPROVED = "approved", "已批准"
    REFUSED = "refused", "未批准"
    RECORDED = "recorded", "已归档"
    WITHDRAWN = "withdrawn", "已撤回"

    undecided = nonmember(("draft", "submitted"))
    standing = nonmember(("draft", "submitted", "approved"))
    tones = nonmember(
        {
            Tone.WAIT: ("submitted",),
            Tone.GOING: ("draft",),
            Tone.DONE: ("approved", "recorded"),
            Tone.BACK: ("refused",),
            Tone.ASIDE: ("withdrawn",),
        }
    )


class LeaveReason(TextChoices):
    """Why a deputy cannot come (代表法第十三条：健康等特殊原因)."""

    HEALTH = "health", "健康"
    OFFICIAL = "official", "公务出差"
    FAMILY = "family", "家庭事务"
    TRAINING = "training", "学习培训"
    OTHER = "other", "其他"


class LeaveApprover(TextChoices):
    """Whose decision a leave is; ``deputies/leave.py`` has the table (domain.md D7)."""

    CHAIR_COUNCIL = "chair_council", "主任会议"
    PRESIDIUM = "presidium", "主席团"
    SECRETARIAT = "secretariat", "大会秘书处（经代表团团长同意）"
    DELEGATION_HEAD = "delegation_head", "代表团团长"
    CONVENER = "convener", "代表小组召集人"
    ORGANISER = "organiser", "活动组织单位"
    TOWN_CHAIR = "town_chair", "镇人大主席"


class LeaveChannel(TextChoices):
    """How a leave was asked for; what did not come by the system, the office registers."""

    ONLINE = "online", "本人在线申请"
    PAPER = "paper", "书面申请"
    MESSAGE = "message", "短信、微信"
    PHONE = "phone", "电话、口头"

    by_office = nonmember(("paper", "message", "phone"))
