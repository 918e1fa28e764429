"""Choices about duty activities."""

from enum import nonmember

from congress.enums import Status, Tone


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
    EXCUSED = "excused", "请假"
    WITHDRAWN = "withdrawn", "已撤回"

    with_deputy = nonmember(("invited", "returned"))
    final = nonmember(("verified", "absent", "excused", "withdrawn"))
    away = nonmember(("absent", "excused", "withdrawn"))
    idle = nonmember(("invited", "absent", "excused", "withdrawn"))  # nobody has said that he came
    tones = nonmember(
        {
            Tone.WAIT: ("invited", "logged"),
            Tone.DONE: ("verified",),
            Tone.BACK: ("returned",),
            Tone.ASIDE: ("absent", "excused", "withdrawn"),
        }
    )


class InspectionStatus(Status):
    """How an inspection by card goes on (代表法第二十九条第三款; domain.md B48)."""

    RECORDED = "recorded", "待核实"
    RETURNED = "returned", "已退回"
    HANDED = "handed", "待单位汇报"
    REPORTED = "reported", "单位已汇报"
    IMPROVED = "improved", "已报整改"
    CLOSED = "closed", "已办结"
    WITHDRAWN = "withdrawn", "已撤回"

    with_unit = nonmember(("handed", "reported", "improved", "closed"))  # the unit has it, or had it
    with_office = nonmember(("recorded", "improved"))
    tones = nonmember(
        {
            Tone.WAIT: ("recorded", "handed"),
            Tone.BACK: ("returned",),
            Tone.GOING: ("reported", "improved"),
            Tone.DONE: ("closed",),
            Tone.ASIDE: ("withdrawn",),
        }
    )
