"""Visitors (personal data stands here and nowhere else) and their visits."""

import re

from django.conf import settings
from django.db import models
from django.db.models import Q

from congress import clock, names
from congress.models import AppendOnly, Jurisdiction
from deputies.models import Seat
from reception.enums import Channel, DataChangeKind, VisitorKind
from reception.models.day import ReceptionDay


class Visitor(models.Model):
    """Who came: a person, a unit's representative, or somebody who left no name (B16, D10).

    The only table with voters' personal data. Pages show :attr:`masked_name` and :attr:`masked_phone`; the
    full data is revealed for a reason, and each time a :class:`Disclosure` is written.
    """

    jurisdiction = models.ForeignKey(
        Jurisdiction, verbose_name="镇街", on_delete=models.PROTECT, related_name="visitors"
    )
    kind = models.CharField("来访人类别", max_length=10, choices=VisitorKind, default=VisitorKind.PERSON)
    name = models.CharField("姓名或单位", max_length=100, blank=True)
    phone = models.CharField("联系电话", max_length=50, blank=True)
    address = models.CharField("住址", max_length=100, blank=True)
    is_voter = models.BooleanField("本选区选民", default=True)
    consented = models.BooleanField("已告知个人信息用途", default=False)
    erased_on = models.DateField("信息删除日期", null=True, blank=True, editable=False)

    class Meta:
        verbose_name = "来访人"
        verbose_name_plural = "来访人"
        indexes = [models.Index(fields=["jurisdiction", "phone"], name="visitor_place_phone")]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind=VisitorKind.ANONYMOUS) | ~Q(name=""),
                name="visitor_has_name",
                violation_error_message="请填写来访人姓名或单位；不愿留名的，类别选“不留姓名”。",
            ),
        ]

    def __str__(self):
        return self.masked_name

    def is_named_in(self, text):
        """Whether a text that more people read than may know him tells the name of the person."""
        name = names.normalise(self.name)
        is_person = self.kind == VisitorKind.PERSON and len(name) > 1
        return is_person and name in names.normalise(text)

    @property
    def masked_name(self):
        """张某某, 欧阳某; a unit's name is not personal data and stays."""
        if self.kind == VisitorKind.ANONYMOUS:
            return "信息已删除" if self.erased_on else "不留姓名"
        if self.kind == VisitorKind.UNIT:
            return self.name
        surname, given = names.split(self.name)
        # Without a given name it would be all surname: then only the first character shows.
        shown = surname if given else surname[:1]
        return shown + "某" * min(len(surname + given) - len(shown), 2)

    @property
    def masked_phone(self):
        """138****1234; of any other number the last three digits: at least four are always hidden."""
        digits = re.sub(r"\D", "", self.phone)
        if re.fullmatch(r"(86)?1\d{10}", digits):
            return f"{digits[-11:-8]}****{digits[-4:]}"
        return f"****{digits[-3:] if len(digits) >= 7 else ''}"


class Disclosure(AppendOnly):
    """Who looked at a visitor's personal data, when and why; written by ``reception.reading.reveal``."""

    visitor = models.ForeignKey(
        Visitor, verbose_name="来访人", on_delete=models.PROTECT, related_name="disclosures"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="查看人", on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField("时间", default=clock.now, editable=False)
    reason = models.CharField("理由", max_length=200)

    class Meta:
        verbose_name = "个人信息查看记录"
        verbose_name_plural = "个人信息查看记录"
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.at:%Y-%m-%d %H:%M} {self.by}"


class DataChange(AppendOnly):
    """Who corrected or deleted a visitor's personal data, when and why; never what stood there (D10).

    Written by ``reception/personal_data.py``.
    """

    visitor = models.ForeignKey(
        Visitor, verbose_name="来访人", on_delete=models.PROTECT, related_name="data_changes"
    )
    kind = models.CharField("事项", max_length=20, choices=DataChangeKind)
    fields = models.CharField("改动的项目", max_length=100)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="经办人", on_delete=models.PROTECT, related_name="+"
    )
    at = models.DateTimeField("时间", default=clock.now, editable=False)
    reason = models.CharField("理由", max_length=200)

    class Meta:
        verbose_name = "个人信息更正删除记录"
        verbose_name_plural = "个人信息更正删除记录"
        ordering = ["-at", "-pk"]

    def __str__(self):
        return f"{self.at:%Y-%m-%d %H:%M} {self.get_kind_display()}"


class VisitQuerySet(models.QuerySet):
    def visible_to(self, user):
        """The visits of the matters that the user may see."""
        from reception.models.opinion import Opinion

        return self.filter(pk__in=Opinion.objects.visible_to(user).values("visit"))


class Visit(models.Model):
    """One coming of one visitor or party, by whatever channel."""

    jurisdiction = models.ForeignKey(
        Jurisdiction, verbose_name="镇街", on_delete=models.PROTECT, related_name="visits"
    )
    day = models.ForeignKey(
        ReceptionDay,
        verbose_name="接待日",
        on_delete=models.PROTECT,
        related_name="visits",
        null=True,
        blank=True,
    )
    channel = models.CharField("渠道", max_length=20, choices=Channel, default=Channel.RECEPTION)
    date = models.DateField("日期")
    visitor = models.ForeignKey(
        Visitor, verbose_name="来访人", on_delete=models.PROTECT, related_name="visits"
    )
    party_size = models.PositiveSmallIntegerField("来访人数", default=1)
    deputies = models.ManyToManyField(Seat, verbose_name="接待代表", related_name="visits", blank=True)
    # What belongs to single channels: where deputies went, at which forum, the letter's date, the box.
    place = models.CharField("地点", max_length=100, blank=True)
    occasion = models.CharField("座谈会名称", max_length=100, blank=True)
    written_on = models.DateField("落款日期", null=True, blank=True)
    opened_by = models.CharField("开箱人", max_length=100, blank=True)
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, verbose_name="登记人", on_delete=models.PROTECT, related_name="+"
    )

    objects = VisitQuerySet.as_manager()

    class Meta:
        verbose_name = "来访"
        verbose_name_plural = "来访"
        ordering = ["-date", "-pk"]
        indexes = [models.Index(fields=["date"], name="visit_date")]
        constraints = [
            models.CheckConstraint(
                condition=Q(party_size__gte=1),
                name="visit_party_not_empty",
                violation_error_message="来访人数至少为1。",
            ),
        ]

    def __str__(self):
        return f"{self.date:%Y-%m-%d} {self.visitor}"
