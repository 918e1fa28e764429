"""What a proposal is, how far it has come, and what its review looks at (domain.md D2, E2)."""

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


class Check(TextChoices):
    """What a deputy looks over before he hands it in: the marks of a good one (B93), the exclusions (D2)."""

    AIMED = "aimed", "有针对性：写明了具体问题，一件一事"
    EXACT = "exact", "有准确性：情况属实，写出了事实、数据或者法律政策依据"
    SHARED = "shared", "有代表性：反映的是多数群众关心的事"
    AHEAD = "ahead", "有前瞻性：分析了原因，不只看眼前"
    WORKABLE = "workable", "有可操作性：提出了具体可行的要求"
    PROPER = "proper", "不属于不作为代表建议提出的情形（见下）"
    OPEN = "open", "不含国家秘密和工作秘密"


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
