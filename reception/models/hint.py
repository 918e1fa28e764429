"""What the page of a visit suggests from the voter's words, as data for the keeper (domain.md D1, D6, F)."""

import re

from django.core.exceptions import ValidationError
from django.db import models

from congress.models.jurisdiction import SharedQuerySet
from reception.enums import Competence, Nature


# What parts the words of a list: 道路、桥梁
_PARTING = re.compile(r"[、，,;；\s]+")


def words_of(text):
    """The words of a list that somebody typed: 道路、桥梁 → ["道路", "桥梁"]."""
    return [word for word in _PARTING.split(text) if word]


def check_words(text):
    """Refuse words of one character: they are found in nearly every sentence."""
    if short := [word for word in words_of(text) if len(word) < 2]:
        raise ValidationError(f"“{short[0]}”只有一个字，到处都会出现，请写两个字以上的词。")


class WordHint(models.Model):
    """Words by which the nature of a matter, or the units for it, are suggested (domain.md F)."""

    words = models.CharField(
        "词语", max_length=200, validators=[check_words], help_text="用顿号隔开；原话里有其中一个，就作推荐。"
    )
    nature = models.CharField("推荐性质", max_length=20, choices=Nature, blank=True)
    units = models.CharField(
        "推荐单位",
        max_length=100,
        blank=True,
        help_text="单位名称里的字，用顿号隔开，如“住建、交通”；“本镇街”指镇政府、街道办事处。",
    )
    active = models.BooleanField("在用", default=True)
    order = models.PositiveSmallIntegerField("排序", default=0)

    objects = SharedQuerySet.as_manager()

    class Meta:
        verbose_name = "登记推荐词"
        verbose_name_plural = "登记推荐词"
        ordering = ["order", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(nature="") | ~models.Q(units=""),
                name="word_hint_suggests",
                violation_error_message="请填写推荐性质或者推荐单位，至少一项。",
            ),
        ]

    def __str__(self):
        return self.words


class Guidance(models.Model):
    """Where a voter goes with what deputies do not take up, and what he is told (D1, D6)."""

    name = models.CharField("不予受理的情形", max_length=50, unique=True)
    where = models.CharField("告知选民", max_length=200, help_text="应向哪里反映，如“请向人民法院起诉”。")
    words = models.CharField(
        "词语", max_length=200, blank=True, validators=[check_words], help_text="用顿号隔开，登记时据此推荐。"
    )
    competence = models.CharField("权限", max_length=20, choices=Competence, default=Competence.JUDICIAL)
    active = models.BooleanField("在用", default=True)
    order = models.PositiveSmallIntegerField("排序", default=0)

    objects = SharedQuerySet.as_manager()

    class Meta:
        verbose_name = "不予受理去向"
        verbose_name_plural = "不予受理去向"
        ordering = ["order", "pk"]

    def __str__(self):
        return self.name
