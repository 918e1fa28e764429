"""Key supervision by the chairs of the standing committee (重点督办)."""

from enum import nonmember

from django.db.models import TextChoices

from congress.enums import Status, Tone


class KeyReason(TextChoices):
    """Why the chairs choose a proposal for key supervision (domain.md D2)."""

    MANY = "many", "群众反映集中、关注度高"
    WHOLE = "whole", "涉及全局和长远发展"
    SEVERAL = "several", "多名代表连续提出"
    UNSOLVED = "unsolved", "多年没有解决"
    LIVELIHOOD = "livelihood", "重大民生实事"
    PROMISED = "promised", "承诺到期没有落实"


class KeyStatus(Status):
    """A year of key supervision: under way, over, or carried into the next year."""

    ONGOING = "ongoing", "督办中"
    CONCLUDED = "concluded", "督办结束"
    CARRIED = "carried", "转下一年"

    tones = nonmember({Tone.GOING: ("ongoing",), Tone.DONE: ("concluded",), Tone.ASIDE: ("carried",)})


class InspectionKind(TextChoices):
    """How supervision is done."""

    MEETING = "meeting", "督办会"
    SPOT = "spot", "现场视察"
    TALK = "talk", "约谈承办单位"
    OTHER = "other", "其他"
