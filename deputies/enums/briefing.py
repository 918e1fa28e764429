"""Choices about what deputies are told so that they know."""

from enum import nonmember

from django.db.models import TextChoices

from congress.enums import Status, Tone


class BriefingKind(TextChoices):
    """What is told (代表法第四十六条: 通报工作情况，提供信息资料)."""

    REPORT = "report", "工作情况通报"
    MATERIAL = "material", "信息资料"
    MEETING = "meeting", "会议通知"
    OTHER = "other", "其他"


class BriefingStatus(Status):
    SENT = "sent", "已发出"
    WITHDRAWN = "withdrawn", "已撤回"

    tones = nonmember({Tone.DONE: ("sent",), Tone.ASIDE: ("withdrawn",)})
