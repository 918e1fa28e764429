"""Choices of the deputies' floor."""

from enum import nonmember

from django.db.models import TextChoices

from congress.enums import Status, Tone


class Sex(TextChoices):
    MALE = "male", "男"
    FEMALE = "female", "女"


class StartGround(TextChoices):
    """How a seat was won."""

    ELECTED = "elected", "换届选举"
    BY_ELECTED = "by_elected", "补选"


class EndGround(TextChoices):
    """Why a seat ended before the term did (代表法第六十二条; 死亡 is its own ground there)."""

    MOVED = "moved", "迁出或者调离本行政区域"
    RESIGNED = "resigned", "辞职被接受"
    ORDERED_TO_RESIGN = "ordered_to_resign", "责令辞职"
    ABSENT = "absent", "未经批准两次不出席本级人民代表大会会议"
    RECALLED = "recalled", "被罢免"
    LOST_NATIONALITY = "lost_nationality", "丧失中华人民共和国国籍"
    LOST_RIGHTS = "lost_rights", "被剥夺政治权利"
    LOST_CAPACITY = "lost_capacity", "丧失行为能力"
    DIED = "died", "去世"


class StationKind(TextChoices):
    HOME = "home", "代表之家"
    STATION = "station", "代表联络站"
    STUDIO = "studio", "代表工作室"


class ActivityStatus(Status):
    PLANNED = "planned", "已安排"
    CANCELLED = "cancelled", "已取消"

    tones = nonmember({Tone.GOING: ("planned",), Tone.ASIDE: ("cancelled",)})


class ParticipationStatus(Status):
    """A deputy's part in an activity; only what is verified counts."""

    INVITED = "invited", "待参加"
    LOGGED = "logged", "待核实"
    VERIFIED = "verified", "已核实"
    RETURNED = "returned", "已退回"
    ABSENT = "absent", "未参加"
    WITHDRAWN = "withdrawn", "已撤回"

    with_deputy = nonmember(("invited", "returned"))
    final = nonmember(("verified", "absent", "withdrawn"))
    idle = nonmember(("invited", "absent", "withdrawn"))  # nobody has said that he came
    tones = nonmember(
        {
            Tone.WAIT: ("invited", "logged"),
            Tone.DONE: ("verified",),
            Tone.BACK: ("returned",),
            Tone.ASIDE: ("absent", "withdrawn"),
        }
    )
