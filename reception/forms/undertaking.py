"""The steps of what units promise voters."""

from congress.fields import text
from congress.forms import RecordForm
from congress.handling.promise_forms import PromiseForm, promise_steps
from reception import workflow
from reception.forms.base import past_day


class UndertakingForm(PromiseForm):
    def parts(self):
        return self.record.referrals.standing()


class TellForm(RecordForm):
    told_on = past_day("告知日期")
    note = text(
        "怎样告诉选民的", help_text="当面、电话还是书面，选民怎么说；不写姓名、电话。", max_length=1000
    )


PROMISE_STEPS = {"promise": (UndertakingForm, workflow.promise)}
UNDERTAKING_STEPS = {**promise_steps(workflow.undertakings), "tell": (TellForm, workflow.tell_voter)}
