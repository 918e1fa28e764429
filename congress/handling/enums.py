"""How a unit takes part, and what becomes of its part."""

from enum import nonmember

from django.db import models

from congress.enums import Status, Tone


class UnitRole(models.TextChoices):
    """How a unit takes part: it leads, it joins, or each answers its own part."""

    LEAD = "lead", "主办"
    CO = "co", "会办"
    SPLIT = "split", "分办"


class HandlingStatus(Status):
    ISSUED = "issued", "待签收"
    ACCEPTED = "accepted", "办理中"
    RETURN_REQUESTED = "return_requested", "申请退回"
    EXTENSION_REQUESTED = "extension_requested", "申请延期"
    RETURNED = "returned", "已退回"
    REPLIED = "replied", "已答复"
    CANCELLED = "cancelled", "已撤销"
    ABSENT = "absent", "未交会办意见"

    over = nonmember(("replied", "returned", "cancelled", "absent"))
    given_up = nonmember(("returned", "cancelled"))
    before_acceptance = nonmember(("issued", "return_requested"))
    tones = nonmember(
        {
            Tone.WAIT: ("issued", "extension_requested"),
            Tone.GOING: ("accepted",),
            Tone.BACK: ("return_requested", "returned", "absent"),
            Tone.DONE: ("replied",),
            Tone.ASIDE: ("cancelled",),
        }
    )
