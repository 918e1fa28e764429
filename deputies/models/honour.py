"""What deputies did that sets an example, and what they were honoured with (domain.md B68)."""

from pathlib import Path
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.urls import reverse
from simple_history.models import HistoricalRecords

from congress import clock
from congress.enums import Role
from congress.models.jurisdiction import SightQuerySet
from deputies.enums import HonourKind, HonourLevel
from deputies.models.deputy import Deputy


class HonourQuerySet(SightQuerySet):
    blind = Role.business_blind

    def _seen_by(self, user):
        """Who sees the person sees what he is honoured for."""
        return self.filter(deputy__in=Deputy.objects.visible_to(user).values("pk"))


def proof_path(honour, filename):
    """Where the proof is kept: not under the name that somebody gave it."""
    return f"honours/{clock.today():%Y/%m}/{uuid4()}{Path(filename).suffix.lower()}"


class Honour(models.Model):
    """A deed of a deputy with its facts, or an honour with who awarded it; a fact of the person."""

    deputy = models.ForeignKey(Deputy, verbose_name="代表", on_delete=models.PROTECT, related_name="honours")
    kind = models.CharField("类别", max_length=10, choices=HonourKind)
    on = models.DateField("日期", help_text="事迹发生或者授予荣誉的日期；只知年月的填当月1日。")
    title = models.CharField("名称", max_length=60, help_text="如：率先拆除自建房；优秀人大代表。")
    facts = models.TextField(
        "事实", max_length=2000, blank=True, help_text="先进事迹要写明时间、地点、做了什么、有什么结果。"
    )
    awarded_by = models.CharField("授予单位", max_length=60, blank=True, help_text="表彰荣誉才填。")
    level = models.CharField(
        "级别", max_length=10, choices=HonourLevel, blank=True, help_text="表彰荣誉才填。"
    )
    proof = models.FileField("证明材料", upload_to=proof_path, blank=True)

    objects = HonourQuerySet.as_manager()
    history = HistoricalRecords(verbose_name="先进事迹和荣誉变更")

    class Meta:
        verbose_name = "先进事迹和荣誉"
        verbose_name_plural = "先进事迹和荣誉"
        ordering = ["-on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=HonourKind.values),
                name="honour_kind_known",
                violation_error_message="类别不在可选范围内。",
            ),
            models.CheckConstraint(
                condition=Q(level__in=["", *HonourLevel.values]),
                name="honour_level_known",
                violation_error_message="级别不在可选范围内。",
            ),
            models.CheckConstraint(
                condition=Q(kind="deed", awarded_by="", level="") & ~Q(facts="")
                | Q(kind="award") & ~Q(awarded_by="") & ~Q(level=""),
                name="honour_is_whole",
                violation_error_message="先进事迹要写事实，表彰荣誉要写授予单位和级别。",
            ),
        ]

    def __str__(self):
        return self.title

    def get_absolute_url(self):
        return reverse("deputies:deputy_detail", args=[self.deputy_id])

    def clean(self):
        """A deed tells facts, an honour who awarded it; neither lies in the future."""
        errors = {}
        if self.on and self.on > clock.today():
            errors["on"] = "日期不能晚于今天，请改正。"
        if self.kind == HonourKind.DEED:
            if not self.facts:
                errors["facts"] = "请写明事实：时间、地点、做了什么、有什么结果。"
            for name in ("awarded_by", "level"):
                if getattr(self, name):
                    errors[name] = "这一项表彰荣誉才填，先进事迹请留空。"
        elif self.kind == HonourKind.AWARD:
            if not self.awarded_by:
                errors["awarded_by"] = "请填写授予荣誉的单位。"
            if not self.level:
                errors["level"] = "请选择荣誉的级别。"
        if errors:
            raise ValidationError(errors)

    @property
    def proof_name(self):
        """What the proof is called when it is downloaded: from the record, not by who uploaded it."""
        return f"{self.deputy.called}，{self.title}{Path(self.proof.name).suffix}"
