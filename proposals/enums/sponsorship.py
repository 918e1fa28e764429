"""Who signs a proposal, and what each answers."""

from enum import nonmember

from django.db.models import TextChoices

from congress.enums import Status, Tone


class SponsorRole(TextChoices):
    LEAD = "lead", "领衔"
    CO = "co", "联名"


class SponsorStatus(Status):
    """How a deputy stands to what he is asked to sign."""

    INVITED = "invited", "待确认"
    CONFIRMED = "confirmed", "已确认"
    DECLINED = "declined", "不联名"
    EXPIRED = "expired", "逾期未确认"
    WITHDRAWN = "withdrawn", "退出联名"

    standing = nonmember(("invited", "confirmed"))
    tones = nonmember(
        {
            Tone.WAIT: ("invited",),
            Tone.DONE: ("confirmed",),
            Tone.ASIDE: ("declined", "expired", "withdrawn"),
        }
    )


class Consent(TextChoices):
    """How a signer stands to taking back what was handed in (domain.md D2: joint ones, all agree)."""

    ASKED = "asked", "撤回待同意"
    AGREED = "agreed", "同意撤回"
    REFUSED = "refused", "不同意撤回"
