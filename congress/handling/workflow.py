"""The steps of a handling: what units do, and what the office decides about it.

Matter before part: whoever takes a step of a handling, or of a matter that has handlings, locks the matter's
row first, then the part's, and reads the other parts after. So two units that reply at once see each other,
and a unit and its office cannot wait for each other.
"""

from datetime import timedelta

from django.core.exceptions import ValidationError

from congress import clock
from congress.calendar import chinese_date
from congress.handling.enums import HandlingStatus
from congress.handling.part import PartWorkflow
from congress.plausible import check_day
from congress.workflow import Step, whole


class HandlingWorkflow(PartWorkflow):
    """What a unit does with its part, and what the office decides about it.

    ``matter`` names the foreign key to the matter; ``unit(user, handling)`` says who acts for the unit,
    ``office(user, handling)`` who for the office that referred the matter, ``urging(user, handling)`` who may
    urge the unit. A concrete workflow may add ``steps`` of its own; ``later`` are the statuses to which none
    of its steps leads.
    """

    def __init__(self, name, *steps, matter, unit, office, urging, later=(), related=()):
        self.later = later
        issued, accepted = frozenset({HandlingStatus.ISSUED}), frozenset({HandlingStatus.ACCEPTED})
        return_asked = frozenset({HandlingStatus.RETURN_REQUESTED})
        extension_asked = frozenset({HandlingStatus.EXTENSION_REQUESTED})
        pending = issued | accepted | return_asked | extension_asked
        super().__init__(
            name,
            HandlingStatus,
            Step("accept", "签收", issued, HandlingStatus.ACCEPTED, unit),
            Step("request_return", "申请退回", issued, HandlingStatus.RETURN_REQUESTED, unit),
            Step("confirm_return", "同意退回", return_asked, HandlingStatus.RETURNED, office),
            Step(
                "refuse_return",
                "不同意退回",
                return_asked,
                HandlingStatus.ISSUED,
                office,
                done="已决定不同意退回",
            ),
            Step("request_extension", "申请延期", accepted, HandlingStatus.EXTENSION_REQUESTED, unit),
            Step("grant_extension", "同意延期", extension_asked, HandlingStatus.ACCEPTED, office),
            Step(
                "refuse_extension",
                "不同意延期",
                extension_asked,
                HandlingStatus.ACCEPTED,
                office,
                done="已决定不同意延期",
            ),
            Step("reply", "书面答复", accepted | extension_asked, HandlingStatus.REPLIED, unit),
            Step(
                "cancel",
                "撤销交办",
                pending,
                HandlingStatus.CANCELLED,
                office,
            ),
            Step("urge", "催办", pending, None, urging),
            Step("receipt", "催办回执", pending, None, unit, done="已送回执"),
            *steps,
            matter=matter,
            initial=HandlingStatus.ISSUED,
            related=related,
        )

    def issue_all(self, handlings, *, by, timing, note):
        """Start new handlings with the clock ``timing``; ``note(handling)`` is the sentence of each."""
        for handling in handlings:
            for field, value in timing.fields.items():
                setattr(handling, field, value)
        return self.start_all(handlings, by=by, label=self.name, note=note)

    def accept(self, handling, *, by, note=""):
        return self.take("accept", handling, by=by, note=note, accepted_on=clock.today())

    @whole
    def request_return(self, handling, *, by, reason, decide):
        """Ask to be relieved: once, and within the days that the office allows (E1, D2).

        ``decide`` is the DueDate until which the office decides.
        """
        step = self.prepare("request_return", handling, by=by)
        if handling.return_reason:
            raise ValidationError("已经申请过一次退回，请签收办理；确有困难的，请与交办机关联系。")
        if clock.today() > handling.accept_by:
            raise ValidationError(
                f"退回期限是{chinese_date(handling.accept_by)}，已经过了，请签收办理。{handling.accept_sentence}"
            )
        return self.take(
            step,
            handling,
            by=by,
            note=reason,
            return_reason=reason,
            accept_by=decide.day,
            accept_sentence=decide.sentence,
        )

    def confirm_return(self, handling, *, by, note=""):
        return self.take("confirm_return", handling, by=by, note=note)

    def refuse_return(self, handling, *, by, accept, note=""):
        """The unit accepts after all, until the DueDate ``accept``."""
        return self.take(
            "refuse_return",
            handling,
            by=by,
            note=note,
            accept_by=accept.day,
            accept_sentence=accept.sentence,
        )

    @whole
    def request_extension(self, handling, *, by, until, reason, ceiling):
        """Ask for more time: once, before the time is up, and by at most ``ceiling`` days."""
        step = self.prepare("request_extension", handling, by=by)
        if handling.extended:
            raise ValidationError("已经延期过一次，不能再延。")
        if clock.today() > handling.due_on:
            raise ValidationError(
                f"答复期限{chinese_date(handling.due_on)}已过，不能再申请延期，请尽快答复。"
            )
        self._check_extension(handling, until, ceiling)
        return self.take(
            step,
            handling,
            by=by,
            note=f"申请延至{chinese_date(until)}：{reason}",
            extension_until=until,
            extension_reason=reason,
        )

    @whole
    def grant_extension(self, handling, *, by, ceiling, until=None, note=""):
        """Move the due date to the day that was asked for, or to ``until``."""
        step = self.prepare("grant_extension", handling, by=by)
        until = until or handling.extension_until
        self._check_extension(handling, until, ceiling)
        return self.take(
            step,
            handling,
            by=by,
            note=note,
            due_on=until,
            due_sentence=f"{handling.due_sentence}经批准延期，到{chinese_date(until)}止。",
            extension_until=until,
            extended=True,
        )

    def refuse_extension(self, handling, *, by, note=""):
        return self.take("refuse_extension", handling, by=by, note=note, extension_until=None)

    @whole
    def reply(self, handling, *, by, replied_on, note=""):
        """Record that the unit replied on ``replied_on``, neither before it was issued nor in the future."""
        step = self.prepare("reply", handling, by=by)
        check_day("replied_on", "答复日期", replied_on, not_before=handling.issued_on, start="交办日期")
        return self.take(step, handling, by=by, note=note, replied_on=replied_on)

    def urge(self, handling, *, by, note, answer):
        """Urge the unit, which answers until the DueDate ``answer`` how far it is."""
        return self.take(
            "urge",
            handling,
            by=by,
            note=note,
            urged_on=clock.today(),
            urge_note=note,
            receipt_by=answer.day,
            receipt_on=None,
            receipt_note="",
        )

    @whole
    def receipt(self, handling, *, by, note):
        """The unit has read that it is urged, and says how far it is and by when it is done."""
        step = self.prepare("receipt", handling, by=by)
        if not handling.owes_receipt:
            raise ValidationError("没有待回执的催办，不用再送。")
        return self.take(step, handling, by=by, note=note, receipt_on=clock.today(), receipt_note=note)

    def cancel(self, handling, *, by, note=""):
        return self.take("cancel", handling, by=by, note=note)

    @staticmethod
    def _check_extension(handling, until, ceiling):
        latest = handling.due_on + timedelta(days=ceiling)
        if not ceiling:
            raise ValidationError("本机关的规则不允许延期，请按期答复。")
        if until <= handling.due_on:
            raise ValidationError({"until": f"应晚于现在的期限{chinese_date(handling.due_on)}。"})
        if until > latest:
            raise ValidationError({"until": f"最多延长{ceiling}天，即不晚于{chinese_date(latest)}。"})
