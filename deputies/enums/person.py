"""Choices about a person."""

from django.db.models import TextChoices


class Sex(TextChoices):
    MALE = "male", "男"
    FEMALE = "female", "女"


class Sector(TextChoices):
    """The sector that a deputy comes from, as published compositions of a congress name them."""

    WORKER = "worker", "工人"
    FARMER = "farmer", "农民"
    OFFICIAL = "official", "干部"
    PROFESSIONAL = "professional", "专业技术人员"
    ENTERPRISE = "enterprise", "企业负责人"
    COMMUNITY = "community", "村（社区）工作者"
    MILITARY = "military", "解放军和武警"
    RELIGIOUS = "religious", "宗教界"
    OTHER = "other", "其他"


class HigherLevel(TextChoices):
    """A congress above the district's (domain.md B40), the highest first."""

    NATIONAL = "national", "全国人大代表"
    PROVINCE = "province", "省级人大代表"
    CITY = "city", "市级人大代表"


class HonourKind(TextChoices):
    """What the register of honours keeps (domain.md B68)."""

    DEED = "deed", "先进事迹"
    AWARD = "award", "表彰荣誉"


class HonourLevel(TextChoices):
    """Of what level the body is that awarded it, the highest first."""

    NATIONAL = "national", "国家级"
    PROVINCE = "province", "省级"
    CITY = "city", "市级"
    DISTRICT = "district", "区县级"
    TOWN = "town", "乡镇街道"
    OTHER = "other", "其他"
