"""Urging a unit, and its receipt."""

from congress.forms import ReasonForm
from congress.forms import reason as words
from proposals import urging


class UrgeForm(ReasonForm):
    note = words("催办要求", help_text="要求什么时候办到哪一步；单位应在期限内回执。")


class ReceiptForm(ReasonForm):
    note = words("办理进度", help_text="办到哪一步、什么时候答复代表。")


URGING_STEPS = {"urge": (UrgeForm, urging.urge), "receipt": (ReceiptForm, urging.receipt)}
