"""Choices about cases."""

from enum import nonmember

from django.db.models import TextChoices

from congress.enums import Status, Tone


class CredentialsStatus(Status):
    """A case for the credentials committee (代表法第六十二条第三项、第六十三条)."""

    OPENED = "opened", "已提请审查"
    REPORTED = "reported", "已有审查报告"
    ENDED = "ended", "代表资格终止"
    DISMISSED = "dismissed", "不予终止"

    running = nonmember(("opened", "reported"))
    tones = nonmember(
        {Tone.WAIT: ("opened",), Tone.GOING: ("reported",), Tone.DONE: ("ended",), Tone.ASIDE: ("dismissed",)}
    )


class LibertyKind(TextChoices):
    """Why somebody writes to the congress about a deputy's liberty (代表法第三十九条)."""

    ARREST = "arrest", "提请许可逮捕"
    TRIAL = "trial", "提请许可刑事审判"
    MEASURE = "measure", "提请许可其他限制人身自由的措施"
    CAUGHT = "caught", "现行犯被拘留的报告"
    TOWN = "town", "对乡镇代表采取措施的报告"

    requests = nonmember(("arrest", "trial", "measure"))


class LibertyBody(TextChoices):
    """The body that permits or takes note (代表法第三十九条)."""

    PRESIDIUM = "presidium", "大会主席团"
    STANDING_COMMITTEE = "standing_committee", "人大常委会"
    TOWN_CONGRESS = "town_congress", "乡镇人民代表大会"


class LibertyStatus(Status):
    """A case of restricted liberty."""

    RECEIVED = "received", "已收文"
    SUBMITTED = "submitted", "已报送"
    EXAMINED = "examined", "已审查"
    PERMITTED = "permitted", "许可"
    REFUSED = "refused", "不予许可"
    NOTED = "noted", "已备案"
    LIFTED = "lifted", "措施已解除"

    running = nonmember(("received", "submitted", "examined"))
    in_force = nonmember(("permitted", "noted"))
    tones = nonmember(
        {
            Tone.WAIT: ("received", "submitted"),
            Tone.GOING: ("examined",),
            Tone.DONE: ("permitted", "noted"),
            Tone.BACK: ("refused",),
            Tone.ASIDE: ("lifted",),
        }
    )


class RetaliationStatus(Status):
    """A case of retaliation against a deputy (代表法第五十五条)."""

    TOLD = "told", "已登记"
    FORWARDED = "forwarded", "已转送"
    CONCLUDED = "concluded", "已办结"

    tones = nonmember({Tone.WAIT: ("told",), Tone.GOING: ("forwarded",), Tone.DONE: ("concluded",)})
