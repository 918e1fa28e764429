"""How a unit meets the deputies, its letter on the way to them, and whether they rate it (domain.md E2)."""

from enum import nonmember

from django.db.models import TextChoices

from congress.enums import Status, Tone


class ReplyStatus(Status):
    """Where a unit's letter stands: at its desk, with who assigned, with the deputies."""

    DRAFT = "draft", "起草中"
    REVIEW = "review", "待审核"
    SENT_BACK = "sent_back", "已退回"
    SENT = "sent", "已送出"

    tones = nonmember(
        {
            Tone.WAIT: ("review",),
            Tone.GOING: ("draft",),
            Tone.BACK: ("sent_back",),
            Tone.DONE: ("sent",),
        }
    )


class SendBackReason(TextChoices):
    """Why who assigned gives a reply back to the unit before the deputies have it (E2)."""

    BESIDE = "beside", "答非所问"
    EMPTY = "empty", "内容空泛，没有具体措施"
    CLASS = "class", "结果类别与内容不符"
    UNSEEN = "unseen", "没有同代表沟通"
    FORM = "form", "格式不规范、要素不全"
    FACTS = "facts", "事实、数据或者政策依据有误"


class RatingState(TextChoices):
    """Whether a deputy has rated; who has not after being urged is left out of every rate (D2, 重庆)."""

    RATED = "rated", "已评价"
    NOT_RATED = "not_rated", "未评价"


class ContactMode(TextChoices):
    """How a unit met the deputies (E2)."""

    VISIT = "visit", "上门走访"
    PHONE = "phone", "电话"
    FORUM = "forum", "座谈会"
    LETTER = "letter", "信函"
