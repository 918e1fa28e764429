"""What ledgers call the handling of a matter, ratings and ways of answering; categories are the office's."""

import re

from congress.enums import Satisfaction
from congress.registers.marks import Marks
from congress.registers.vocabulary import SATISFACTION, Vocabulary
from reception.enums import AnswerMode, Nature, Outcome
from reception.models import OpinionCategory


OUTCOME = Vocabulary(
    {
        Outcome.EXPLAINED: "当场解释 当场答复 现场答复 现场解释 当场解答 现场解答 解释 当场解释说明 政策解释",
        Outcome.SETTLED: "当场解决 现场解决 当场办结 现场办结 当场处理",
        Outcome.REFERRED: "转办 交办 转交 转送 转办交办 转有关部门 交有关部门办理 转办单位 转部门办理",
        Outcome.NOT_ACCEPTED: "不予受理 不受理 未受理 引导其他途径 不属受理范围",
        Outcome.CONVERTED: "转为代表建议 列为代表建议 列入代表建议 转为建议 转建议 作为代表建议提出 "
        "转为议案建议 形成代表建议 转代表建议",
    }
)
MODE = Vocabulary(
    {
        AnswerMode.WRITTEN: "书面 书面答复 来信 信函 书信",
        AnswerMode.ORAL: "当面 当面答复 口头 面复 见面 口头答复",
        AnswerMode.PHONE: "电话 电话答复 电话回复 电话告知 微信 短信 电话回访",
        AnswerMode.VISIT: "上门 上门答复 入户 走访 登门 上门走访",
    }
)
NATURES = (
    (Nature.QUESTION, r"^(咨询|询问|想了解|请问)|怎样|怎么办理|需要哪些材料"),
    (Nature.PRAISE, r"^(表扬|感谢|点赞)"),
    (Nature.ACCUSATION, r"^(举报|检举|控告)"),
    (Nature.SUGGESTION, r"建议|希望|能否"),
)


REFERRED_TO = re.compile(
    r"已?(?:转办|转交|转送|转给|转由|交办|交由|移交|转|交)(?:给|至)?(.+?)(?:(?:研究|负责|依法)?(?:办理|处理|解决|答复|办))?"
)


GROUPS = {"outcome": OUTCOME, "rating": SATISFACTION, "mode": MODE}


def marks_with(chosen):
    """The words of a ledger, those added that an office said what they mean."""
    categories = OpinionCategory.objects.all()
    words = GROUPS | {"category": Vocabulary({one: one.name for one in categories})}
    return Marks(chosen, words, {"category": {str(one.pk): one for one in categories}})


def choices_of():
    """Of each group, the (key, label) of what a word may mean."""
    return {
        "rating": Satisfaction.choices,
        "outcome": Outcome.choices,
        "mode": AnswerMode.choices,
        "category": [(one.pk, one.name) for one in OpinionCategory.objects.filter(active=True)],
    }


def units_in_outcome(words):
    """The units as an outcome names them: 水利局 in 转水利局办理; "" where it names none."""
    found = REFERRED_TO.fullmatch(words)
    return found[1] if found else ""


def nature_of(words):
    """The kind of a matter by its words; what asks for something is a demand."""
    return next((nature for nature, pattern in NATURES if re.search(pattern, words)), Nature.DEMAND)
