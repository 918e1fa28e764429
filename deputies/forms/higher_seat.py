"""The form of a seat in a congress above the district's."""

from django import forms

from congress.fields import line
from congress.forms import ChineseForm
from deputies.fields import DeputyField
from deputies.models import Deputy, HigherSeat


class HigherSeatForm(ChineseForm, forms.ModelForm):
    """Whose seat it is, and which; a person may sit in no congress of ours (``may_add_person``)."""

    deputy = DeputyField(
        Deputy.objects.none(),
        label="代表",
        required=False,
        empty_label="请选择",
        help_text="按姓氏笔画排列；输入姓名、拼音或首字母可以查找。",
    )
    new_name = line(
        "名册里没有的，填姓名",
        max_length=60,
        required=False,
        help_text="不是区、镇代表的上级代表，在这里填；选了上面的代表，这里留空。",
    )

    class Meta:
        model = HigherSeat
        fields = ["deputy", "level", "congress", "term", "elected_by", "starts_on", "ends_on", "note"]

    field_order = ["deputy", "new_name"]

    def __init__(self, *args, people, may_add_person, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["deputy"].offer(people)
        if self.instance.pk:
            del self.fields["deputy"], self.fields["new_name"]
        elif not may_add_person:
            del self.fields["new_name"]

    def clean(self):
        cleaned = super().clean()
        if "deputy" not in self.fields or "deputy" in self.errors:
            return cleaned
        chosen, typed = cleaned.get("deputy"), cleaned.get("new_name")
        if chosen and typed:
            self.add_error("new_name", "已选了代表，请把这里清空。")
        elif not chosen and not typed:
            self.add_error("deputy", "请选择代表。")
        return cleaned
