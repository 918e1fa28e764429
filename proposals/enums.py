"""Choices of the proposals' floor. The statuses are those of domain.md E2."""

from enum import nonmember

from django.db.models import TextChoices

from congress.enums import Status, Tone


class ProposalKind(TextChoices):
    """What deputies put forward, in the words of the law.

    ``handled`` are those that units handle and reply to; the presidium decides on those ``presented`` to it;
    what lacks its signers or comes too late is handed in as a suggestion where it is ``convertible``.
    """

    MOTION = "motion", "议案"
    SUGGESTION = "suggestion", "建议、批评和意见"
    INTERPELLATION = "interpellation", "质询案"
    INQUIRY = "inquiry", "询问"
    RECALL = "recall", "罢免案"

    drafted = nonmember(("suggestion", "motion", "interpellation", "inquiry", "recall"))
    handled = nonmember(("suggestion", "motion"))
    presented = nonmember(("motion", "interpellation", "recall"))
    convertible = nonmember(("motion", "interpellation", "inquiry"))
    short = nonmember({"suggestion": "建议"})

    @property
    def word(self):
        """The word that a sentence uses: 建议, 议案."""
        return self.short.get(self.value, self.label)


class ProposalStatus(Status):
    """E2, side states included."""

    DRAFT = "draft", "草稿"
    COSIGNING = "cosigning", "征集联名"
    SUBMITTED = "submitted", "待审查"
    UNDER_REVIEW = "under_review", "审查中"
    RETURNED = "returned", "退回代表"
    REJECTED = "rejected", "不予受理"
    ACCEPTED = "accepted", "已受理"
    ASSIGNED = "assigned", "已交办"
    UNIT_RETURNED = "unit_returned", "单位退回"
    HANDLING = "handling", "办理中"
    CO_OPINION_DONE = "co_opinion_done", "会办意见已齐"
    REPLY_REVIEW = "reply_review", "答复待审"
    REPLIED = "replied", "已答复"
    FEEDBACK = "feedback", "代表已反馈"
    REHANDLING = "rehandling", "重新办理"
    REPLIED_AGAIN = "replied_again", "再次答复"
    COMMITTEE_REVIEW = "committee_review", "专门委员会督办"
    TRACKING = "tracking", "跟踪办理"
    IMPLEMENTED = "implemented", "已落实"
    NOT_FEASIBLE = "not_feasible", "不能落实"
    CLOSED = "closed", "已办结"
    WITHDRAWN = "withdrawn", "已撤回"
    ENDED = "ended", "联名不足终止"
    MERGED = "merged", "并案办理"
    PRESIDIUM_DECISION = "presidium_decision", "主席团审议"
    ON_AGENDA = "on_agenda", "列入议程"
    VOTED = "voted", "已表决"
    TO_COMMITTEE = "to_committee", "交委员会审议"
    REPORTED = "reported", "委员会已报告"
    COMMITTEE_DECISION = "committee_decision", "常委会已决定"
    TO_ANSWER = "to_answer", "待答复"
    ANSWERED = "answered", "已作答复"

    writing = nonmember(("draft", "cosigning", "returned"))
    with_unit = nonmember(("assigned", "handling", "co_opinion_done", "rehandling"))
    in_work = nonmember(("handling", "co_opinion_done", "rehandling"))
    to_rate = nonmember(("replied", "feedback", "replied_again"))
    filed = nonmember(("closed", "tracking", "implemented", "not_feasible"))
    decided = nonmember(("voted", "committee_decision"))
    answered = nonmember(
        (
            "replied",
            "feedback",
            "rehandling",
            "replied_again",
            "committee_review",
            "closed",
            "tracking",
            "implemented",
            "not_feasible",
        )
    )
    settled = nonmember(("voted", "committee_decision", "answered"))
    ended_early = nonmember(("rejected", "withdrawn", "ended"))
    final = nonmember(("closed", "tracking", "implemented", "not_feasible", "rejected", "withdrawn", "ended"))
    tones = nonmember(
        {
            Tone.WAIT: (
                "submitted",
                "under_review",
                "accepted",
                "reply_review",
                "presidium_decision",
                "to_answer",
            ),
            Tone.GOING: (
                "cosigning",
                "assigned",
                "handling",
                "co_opinion_done",
                "merged",
                "feedback",
                "tracking",
                "on_agenda",
                "to_committee",
            ),
            Tone.BACK: ("returned", "unit_returned", "rehandling", "committee_review"),
            Tone.DONE: (
                "replied",
                "replied_again",
                "implemented",
                "closed",
                "voted",
                "reported",
                "committee_decision",
                "answered",
            ),
            Tone.ASIDE: ("draft", "rejected", "withdrawn", "ended", "not_feasible"),
        }
    )

    @classmethod
    def with_result(cls):
        """Where there is something to tell: a reply, a decision, or an end without one."""
        return (*cls.answered, *cls.settled, *cls.ended_early)


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


class Check(TextChoices):
    """What a deputy looks over before he hands it in: the marks of a good one (B93), the exclusions (D2)."""

    AIMED = "aimed", "有针对性：写明了具体问题，一件一事"
    EXACT = "exact", "有准确性：情况属实，写出了事实、数据或者法律政策依据"
    SHARED = "shared", "有代表性：反映的是多数群众关心的事"
    AHEAD = "ahead", "有前瞻性：分析了原因，不只看眼前"
    WORKABLE = "workable", "有可操作性：提出了具体可行的要求"
    PROPER = "proper", "不属于不作为代表建议提出的情形（见下）"
    OPEN = "open", "不含国家秘密和工作秘密"


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


class ReturnReason(TextChoices):
    """Why what was handed in goes back to the deputy, to be corrected."""

    INCOMPLETE = "incomplete", "要素不全"
    VAGUE = "vague", "内容空泛，没有具体要求"
    SEVERAL = "several", "一件写了几件事"
    FORM = "form", "格式或者文字须改"
    SIGNERS = "signers", "联名须补正"


class RejectReason(TextChoices):
    """What is not handled as a deputy's proposal (domain.md D2, exclusions)."""

    OWN = "own", "代表本人或者亲属的个人问题"
    FORWARDED = "forwarded", "代转他人来信"
    IN_COURT = "in_court", "已进入诉讼、仲裁程序"
    ACADEMIC = "academic", "学术探讨、产品推介"
    EMPTY = "empty", "没有实际内容"
    TENDER = "tender", "招标投标、工程承揽"
    ACCUSATION = "accusation", "检举、控告"
    BEYOND = "beyond", "不属于本级职权"
    SECRET = "secret", "涉及国家秘密，应另行报送"

    # What a deputy is asked about before he hands it in.
    excluded = nonmember(
        ("own", "forwarded", "in_court", "academic", "empty", "tender", "accusation", "beyond")
    )


class PublicationStatus(TextChoices):
    """Whether a proposal and its reply are published (domain.md D2; 代表法第五十一条)."""

    PENDING = "pending", "未定"
    PUBLISHED = "published", "已公开"
    WITHHELD = "withheld", "不公开"
    TAKEN_DOWN = "taken_down", "已撤下"


class WithholdReason(TextChoices):
    """Why a proposal and its reply are not published (D2; 政府信息公开条例第十四条至第十六条)."""

    DEPUTY = "deputy", "代表要求不公开"
    STATE_SECRET = "state_secret", "涉及国家秘密"
    PRIVACY = "privacy", "涉及个人隐私"
    TRADE_SECRET = "trade_secret", "涉及商业秘密"
    SECURITY = "security", "公开后可能危及国家安全、公共安全、经济安全、社会稳定"
    INTERNAL = "internal", "属于内部管理、讨论过程的信息"
    ERROR = "error", "公开的内容有误，更正后再公开"


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


class KeyReason(TextChoices):
    """Why the chairs choose a proposal for key supervision (domain.md D2)."""

    MANY = "many", "群众反映集中、关注度高"
    WHOLE = "whole", "涉及全局和长远发展"
    SEVERAL = "several", "多名代表连续提出"
    UNSOLVED = "unsolved", "多年没有解决"
    LIVELIHOOD = "livelihood", "重大民生实事"
    PROMISED = "promised", "承诺到期没有落实"


class KeyStatus(Status):
    """A year of key supervision: under way, over, or carried into the next year."""

    ONGOING = "ongoing", "督办中"
    CONCLUDED = "concluded", "督办结束"
    CARRIED = "carried", "转下一年"

    tones = nonmember({Tone.GOING: ("ongoing",), Tone.DONE: ("concluded",), Tone.ASIDE: ("carried",)})


class InspectionKind(TextChoices):
    """How supervision is done."""

    MEETING = "meeting", "督办会"
    SPOT = "spot", "现场视察"
    TALK = "talk", "约谈承办单位"
    OTHER = "other", "其他"
