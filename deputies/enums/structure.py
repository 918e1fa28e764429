"""Choices about groups and stations."""

from enum import nonmember

from django.db.models import TextChoices


class GroupKind(TextChoices):
    """How a deputies' group is formed: by area or by field (代表法第二十六条), or as a core group."""

    AREA = "area", "按区域编组"
    FIELD = "field", "按领域编组"
    CORE = "core", "中心组"


class GroupPost(TextChoices):
    """What somebody is in a deputies' group."""

    CONVENER = "convener", "召集人"
    VICE = "vice", "副召集人"
    MEMBER = "member", "成员"

    leading = nonmember(("convener", "vice"))


class StationKind(TextChoices):
    HOME = "home", "代表之家"
    STATION = "station", "代表联络站"
    STUDIO = "studio", "代表工作室"
