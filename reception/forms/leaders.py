"""Leaders who sit in, as they are typed: 王强 镇党委书记；李红 副镇长."""

import re

from django import forms
from django.core.exceptions import ValidationError

from congress import names
from congress.fields import no_phone


class LeadersField(forms.CharField):
    """Cleaned to [(name, post)]."""

    default_validators = [no_phone]

    def __init__(self, *, label="带班领导", **kwargs):
        hint = "不是代表的领导，写姓名、空格、职务，如“王强 镇党委书记”；几位的用分号隔开。没有的空着。"
        kwargs.setdefault("help_text", hint)
        super().__init__(label=label, required=False, max_length=300, **kwargs)

    def clean(self, value):
        typed = super().clean(value)
        return [self._leader(part) for part in re.split(r"[；;\n]", typed) if part.strip()]

    def _leader(self, part):
        name, _, post = part.strip().replace("\u3000", " ").partition(" ")
        name, post = names.normalise(name), post.strip()
        if not post:
            raise ValidationError(f"“{part.strip()}”没有写职务，请写成“姓名 职务”，中间空一格。")
        if max(len(name), len(post)) > 60:
            raise ValidationError("姓名、职务都不超过60个字。")
        return name, post

    @staticmethod
    def written(leaders):
        """The text that stands for them in the field."""
        return "；".join(f"{leader.name} {leader.post}" for leader in leaders)
