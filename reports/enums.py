"""Choices of the reports floor."""

from enum import nonmember

from django.db.models import TextChoices

from congress.enums import Status, Tone


class ReportStatus(Status):
    """E5, as far as the deputy and the office go."""

    DRAFT = "draft", "草稿"
    SUBMITTED = "submitted", "已提交"
    RETURNED = "returned", "已退回"
    ACCEPTED = "accepted", "已审核"

    with_deputy = nonmember(("draft", "returned"))
    frozen = nonmember(("submitted", "accepted"))
    tones = nonmember(
        {
            Tone.ASIDE: ("draft",),
            Tone.WAIT: ("submitted",),
            Tone.BACK: ("returned",),
            Tone.DONE: ("accepted",),
        }
    )


class DateStyle(TextChoices):
    """Finding 9: official documents use Arabic dates, reports often Chinese numerals."""

    ARABIC = "arabic", "2025年12月31日"
    CHINESE = "chinese", "二〇二五年十二月三十一日"
