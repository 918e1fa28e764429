"""What ledgers call the handling of a matter, ratings and ways of answering; categories are the office's."""

import re

from congress.registers.bad_value import is_blank
from congress.registers.vocabulary import Vocabulary
from reception.enums import AnswerMode, Nature, Outcome, Rating
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
RATING = Vocabulary(
    {
        Rating.SATISFIED: "满意 很满意 非常满意 十分满意 √满意",
        Rating.BASICALLY: "基本满意 基本上满意",
        Rating.DISSATISFIED: "不满意 很不满意 不太满意",
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


class Marks:
    """The words of one register, an office's own added: those that people said what they mean."""

    GROUPS = {"outcome": OUTCOME, "rating": RATING, "mode": MODE}

    def __init__(self, chosen):
        self.chosen = chosen
        categories = OpinionCategory.objects.all()
        self.words = dict(self.GROUPS) | {"category": Vocabulary({one: one.name for one in categories})}
        self.by_key = {"category": {str(one.pk): one for one in categories}}

    def __call__(self, group, value):
        """The word that a cell means, None for a blank one or one not to count. Raises BadValue."""
        if is_blank(value):
            return None
        writing = writing_of(value)
        if writing in self.chosen:
            told, _, key = self.chosen[writing].partition(":")
            if not told:
                return None
            if told == group:
                return self.by_key[group].get(key) if group in self.by_key else key
        return self.words[group](value)

    @classmethod
    def labels(cls, group=""):
        """The words of a group by the keys that are stored: {"rating:basically": "基本满意"}; of "" all."""
        choices = {
            "rating": Rating.choices,
            "outcome": Outcome.choices,
            "mode": AnswerMode.choices,
            "category": [(one.pk, one.name) for one in OpinionCategory.objects.filter(active=True)],
        }
        return {
            f"{name}:{key}": str(label)
            for name, found in choices.items()
            for key, label in found
            if group in ("", name)
        }


def writing_of(value):
    """A word as it is remembered for the office, without blanks."""
    return re.sub(r"\s", "", str(value))


def nature_of(words):
    """The kind of a matter by its words; what asks for something is a demand."""
    return next((nature for nature, pattern in NATURES if re.search(pattern, words)), Nature.DEMAND)
