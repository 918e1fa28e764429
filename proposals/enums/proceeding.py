"""What the presidium, committees and the congress decide."""

from enum import nonmember

from django.db.models import TextChoices


class RecallPost(TextChoices):
    """Whom a congress may recall (地方组织法第三十一条): a county's officials, a town's."""

    STANDING_COMMITTEE = "standing_committee", "人大常委会组成人员"
    GOVERNMENT = "government", "人民政府组成人员"
    SUPERVISION = "supervision", "监察委员会主任"
    COURT = "court", "人民法院院长"
    PROCURATORATE = "procuratorate", "人民检察院检察长"
    CHAIR = "chair", "人民代表大会主席"
    VICE_CHAIR = "vice_chair", "人民代表大会副主席"
    HEAD = "head", "乡长、镇长"
    DEPUTY_HEAD = "deputy_head", "副乡长、副镇长"

    of_county = nonmember(("standing_committee", "government", "supervision", "court", "procuratorate"))
    of_town = nonmember(("chair", "vice_chair", "head", "deputy_head"))


class Body(TextChoices):
    """Where something was decided, reported or answered."""

    PRESIDIUM = "presidium", "主席团会议"
    CONGRESS = "congress", "大会全体会议"
    DELEGATION = "delegation", "代表团会议、小组会议"
    COMMITTEE = "committee", "专门委员会"
    INVESTIGATION = "investigation", "调查委员会"
    CHAIRS = "chairs", "主任会议"
    STANDING_COMMITTEE = "standing_committee", "人大常委会"

    for_answers = nonmember(("presidium", "congress", "committee"))
    for_defence = nonmember(("presidium", "congress"))
    for_referral = nonmember(("presidium", "chairs"))


class Mode(TextChoices):
    """How an organ answers, or a person defends himself."""

    ORAL = "oral", "口头"
    WRITTEN = "written", "书面"


class Act(TextChoices):
    """What is recorded on the road of what the presidium decides on; each is named as its step."""

    AGENDA = "put_on_agenda", "列入会议议程"
    REFERRAL = "send_to_committee", "交委员会审议"
    REPORT = "report", "审议报告"
    VOTE = "vote", "大会表决"
    DECISION = "decide", "常委会决定"
    CONVERSION = "convert", "转为建议"
    CONSENT = "consent_withdrawal", "同意撤回"
    REFUSAL = "refuse_withdrawal", "不同意撤回"
    ORDER = "order_answer", "交由答复"
    ANSWER = "answer", "答复"
    DEFENCE = "defend", "申辩"
