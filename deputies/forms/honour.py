"""The form of a deed or an honour."""

from django import forms

from congress.fields import PaperField, text
from congress.forms import ChineseForm
from deputies.enums import HonourKind, HonourLevel
from deputies.fields import DeputyField
from deputies.models import Deputy, Honour


class HonourForm(ChineseForm, forms.ModelForm):
    """Whose it is, which does not change, and what."""

    deputy = DeputyField(
        Deputy.objects.none(),
        label="代表",
        empty_label="请选择",
        help_text="按姓氏笔画排列；输入姓名、拼音或首字母可以查找。",
    )
    facts = text(
        "事实",
        rows=5,
        max_length=2000,
        required=False,
        help_text="先进事迹必填：时间、地点、做了什么、有什么结果。",
    )
    proof = PaperField(
        label="证明材料", required=False, help_text="可以不传。证书、文件或者照片，不超过10兆。"
    )

    class Meta:
        model = Honour
        fields = ["deputy", "kind", "on", "title", "facts", "awarded_by", "level", "proof"]

    def __init__(self, *args, people, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["deputy"].offer(people)
        self.fields["kind"].choices = [("", "请选择"), *HonourKind.choices]
        self.fields["level"].choices = [("", "请选择"), *HonourLevel.choices]
        if self.instance.pk:
            del self.fields["deputy"]
