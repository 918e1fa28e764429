"""The matters of a visit: in the voter's words, what they are about, and what became of them on the spot."""

import re

from django import forms

from congress.fields import LONGEST_NOTE, LONGEST_TEXT, line, phones_in, text
from congress.forms import ChineseForm
from congress.models import Unit
from reception.enums import Competence, EarlierKind, Nature, Outcome, Urgency
from reception.models import Guidance, Opinion, OpinionCategory


OUTCOMES = [
    ("", "登记后再定"),
    (Outcome.EXPLAINED, "当场解释"),
    (Outcome.SETTLED, "当场解决"),
    (Outcome.REFERRED, "拟转办"),
    (Outcome.NOT_ACCEPTED, "不予受理，告知去向"),
    (Outcome.CONVERTED, "拟提议案、建议"),
]
# What an office decides at once; the rest is only proposed, as everything is by who does not decide.
DECIDED = (*Outcome.on_the_spot, Outcome.NOT_ACCEPTED)
_LINK = re.compile(rf"({'|'.join(EarlierKind.values)}):(\d+)(?::(\S*))?")


def without_phone(words):
    """Refuse a telephone number in the voter's own words: they stay as they are, and units read them."""
    if found := phones_in(words):
        told = f"原话里有电话号码“{found[0]}”，登记后不能修改，承办单位都看得到；请删去，填到“联系电话”里。"
        raise forms.ValidationError(told)
    return words


class MatterForm(ChineseForm, forms.Form):
    """One matter, in the voter's words, and what became of it, or should."""

    title = line("事由", max_length=60, help_text="一句话概括，不写来访人姓名、电话。")
    words = forms.CharField(
        label="选民原话",
        max_length=LONGEST_TEXT,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="保持原话和原意；登记后不能修改。承办单位看得到，不写电话号码。",
    )
    wish = forms.CharField(label="希望的结果", max_length=200, required=False, help_text="可以不填。")
    category = forms.ModelChoiceField(
        label="类别",
        queryset=OpinionCategory.objects.filter(active=True),
        required=False,
        empty_label="以后分类",
    )
    nature = forms.ChoiceField(label="性质", choices=[("", "以后分类"), *Nature.choices], required=False)
    urgency = forms.ChoiceField(label="缓急", choices=Urgency, initial=Urgency.NORMAL)
    outcome = forms.ChoiceField(label="处理", choices=OUTCOMES, required=False)
    unit = forms.ModelChoiceField(
        label="拟转给哪个单位",
        queryset=Unit.objects.none(),
        required=False,
        empty_label="以后再定",
        help_text="只是建议，分类后由镇街或者区里转办。",
    )
    guidance = forms.ModelChoiceField(
        label="属于哪种情形",
        queryset=Guidance.objects.filter(active=True),
        required=False,
        empty_label="请选择",
    )
    outcome_note = text("处理说明", rows=2, max_length=LONGEST_NOTE, required=False)
    earlier = forms.CharField(required=False, widget=forms.TextInput(attrs={"hidden": True}))

    # Which outcomes show a field (parts.css).
    shown_with = {"unit": "for-referred", "guidance": "for-not-accepted", "outcome_note": "for-outcome"}

    def __init__(self, *args, user, **kwargs):
        super().__init__(*args, **kwargs)
        self.user = user
        if user.is_deputy:
            for name in ("category", "nature", "urgency", "unit"):
                del self.fields[name]
        else:
            self.fields["unit"].queryset = Unit.objects.active().visible_to(user)
        if not user.is_office:
            self.fields["outcome"].help_text = "由镇街分类时确认。"

    def clean_words(self):
        return without_phone(self.cleaned_data["words"])

    def clean_wish(self):
        return without_phone(self.cleaned_data["wish"])

    def clean_earlier(self):
        """[(kind, the earlier matter)] of what was linked on the page, as far as the person sees it."""
        typed = {int(pk): kind for kind, pk, _ in _LINK.findall(self.cleaned_data["earlier"])}
        seen = Opinion.objects.visible_to(self.user).select_related("jurisdiction")
        return [(typed[one.pk], one) for one in seen.filter(pk__in=typed)] if typed else []

    def clean(self):
        data = super().clean()
        outcome = data.get("outcome")
        if outcome in Outcome.on_the_spot:
            self._need("outcome_note", "请写明怎样解释或者解决的。")
        if outcome == Outcome.NOT_ACCEPTED:
            self._need("guidance", "请选择不予受理的情形，系统会写上应向哪里反映。")
        if outcome in DECIDED and self.user.is_office:
            self._need("category", "当场处理的，请选择类别。")
            self._need("nature", "当场处理的，请选择性质。")
        return data

    def _need(self, name, sentence):
        if not self.cleaned_data.get(name) and name not in self.errors:
            self.add_error(name, sentence)

    @property
    def decided(self):
        """The outcome that the office decides at once, "" without one."""
        outcome = self.cleaned_data.get("outcome", "")
        return outcome if self.user.is_office and outcome in DECIDED else ""

    @property
    def note(self):
        """What is written down of the outcome; of what is not accepted, where the voter is to go."""
        found = self.cleaned_data
        guidance = found.get("guidance")
        if found.get("outcome") != Outcome.NOT_ACCEPTED or guidance is None:
            return found.get("outcome_note", "")
        return f"{guidance}：{guidance.where}{found['outcome_note']}"

    @property
    def competence(self):
        """In whose power it lies, as the outcome tells."""
        guidance = self.cleaned_data.get("guidance")
        not_accepted = self.cleaned_data.get("outcome") == Outcome.NOT_ACCEPTED
        return guidance.competence if not_accepted and guidance else Competence.LOCAL

    @property
    def opinion_data(self):
        """The matter as fields of an opinion."""
        found = self.cleaned_data
        names = ("title", "words", "wish", "category", "nature", "urgency")
        data = {name: found[name] for name in names if name in found}
        outcome = found.get("outcome")
        if not outcome or self.decided:
            return data
        unit = found.get("unit") if outcome == Outcome.REFERRED else None
        return data | {"proposed_outcome": outcome, "proposed_unit": unit, "proposed_note": self.note}


class BaseMatterFormSet(forms.BaseFormSet):
    """The matters of one visit."""

    default_error_messages = {
        "missing_management_form": "登记的内容没有传完整，请刷新页面后重新填写。",
        "too_few_forms": "请至少登记%(num)d件事项。",
        "too_many_forms": "一次最多登记%(num)d件事项，多出来的请另行登记。",
    }


MatterFormSet = forms.formset_factory(
    MatterForm,
    formset=BaseMatterFormSet,
    min_num=1,
    validate_min=True,
    extra=0,
    max_num=10,
    validate_max=True,
)
