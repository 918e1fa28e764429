"""What the office fills in to publish a proposal, or to say why not."""

from django import forms

from congress.forms import ReasonForm, StepForm
from congress.forms import reason as words
from congress.sentences import speak
from proposals.enums import WithholdReason
from proposals.workflow import publication


def _long(label, help_text):
    return forms.CharField(
        label=label, widget=forms.Textarea({"rows": 8}), max_length=20_000, help_text=help_text
    )


class PublishForm(StepForm):
    agreed = forms.BooleanField(label="代表已同意公开", required=False)
    text = _long("公开的建议内容", "电话、身份证号已打*号；涉及个人隐私的，请删改。")
    reply = _long("公开的答复内容", "签发人、联系人、电话不公开。")
    field_order = ["agreed", "text", "reply", "note"]

    def prepare(self):
        self.initial["text"] = self.record.public_text or publication.text_to_publish(self.record)
        self.initial["reply"] = self.record.public_reply or publication.reply_to_publish(self.record)
        if not self.record.secret:
            del self.fields["agreed"]
        else:
            self.fields["agreed"].help_text = "代表提出时要求不公开。"
            speak(self.fields["agreed"])


class WithholdForm(StepForm):
    reason = forms.ChoiceField(label="不公开的理由", choices=WithholdReason, widget=forms.RadioSelect)
    field_order = ["reason", "note"]

    def prepare(self):
        if self.record.secret:
            self.initial["reason"] = WithholdReason.DEPUTY


class UnpublishForm(ReasonForm):
    reason = forms.ChoiceField(label="撤下的理由", choices=WithholdReason, widget=forms.RadioSelect)
    note = words("说明", help_text="为什么撤下；改正后可以重新公开。")
    field_order = ["reason", "note"]


PUBLICATION_STEPS = {
    "publish": (PublishForm, publication.publish),
    "withhold": (WithholdForm, publication.withhold),
    "unpublish": (UnpublishForm, publication.unpublish),
}
