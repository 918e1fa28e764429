"""What ledgers call kinds, ratings and classes; categories and classes are the office's own."""

import re
import unicodedata

from congress.enums import Satisfaction
from congress.models import ResultClass
from congress.registers.bad_value import BadValue, quoted
from congress.registers.marks import Marks
from congress.registers.vocabulary import SATISFACTION, Vocabulary
from proposals.enums import ProposalKind
from proposals.models import ProposalCategory


KIND = Vocabulary(
    {
        ProposalKind.MOTION: "议案 代表议案 正式议案",
        ProposalKind.SUGGESTION: "建议 代表建议 批评 意见 批评意见 建议批评意见 建议意见 意见建议 "
        "建议、批评、意见 议案转建议 转建议 议案转为建议 议案转建议办理 作建议处理",
    }
)
REDONE = Vocabulary(
    {
        True: "是 有 √ ✓ ✔ 重办 重新办理 已重办 已重新办理 需重办",
        False: "否 无 不 没有 × 不需要 未重办",
    }
)
OPEN = Vocabulary(
    {
        True: "公开 同意公开 可公开 可以公开 是 全文公开 主动公开 √",
        False: "不公开 不同意公开 不宜公开 不予公开 否 不可公开 ×",
    }
)
# What classes mean where an office has not set its own yet (domain.md D3).
USUAL_CLASSES = {
    "A": "已经解决或者基本解决",
    "B": "正在解决或者列入计划逐步解决",
    "C": "因条件限制待以后解决",
    "D": "留作参考或者需要解释说明",
    "甲": "已经解决或者基本解决",
    "乙": "正在解决或者列入计划逐步解决",
    "丙": "因条件限制待以后解决",
    "丁": "留作参考或者需要解释说明",
}
CODE = re.compile(r"第?([A-Z甲乙丙丁])(?:类件?|级|等|件)?(?:\([^()]*\))?")


class Classes:
    """The result classes of a district by every way of writing them: A, A类, 已经解决.

    A district that has set none yet is given those that its ledgers use; ``report`` tells of it.
    """

    def __init__(self, district, report):
        self.district = district
        self.report = report
        self.recall()

    def recall(self):
        self.found = {one.code.upper(): one for one in ResultClass.objects.filter(jurisdiction=self.district)}
        self.is_open = not self.found

    def __call__(self, value):
        """The class that a cell means. Raises BadValue."""
        text = re.sub(r"\s", "", unicodedata.normalize("NFKC", str(value))).upper()
        code = CODE.fullmatch(text)
        known = self.found.get(text) or (self.found.get(code[1]) if code else None)
        known = known or next((one for one in self.found.values() if one.label == str(value).strip()), None)
        if known is None and code and self.is_open and code[1] in USUAL_CLASSES:
            known = self.get(code[1])
        if known is None:
            raise BadValue("class_unknown", f"{quoted(value)}不在办理结果类别之中")
        return known

    def get(self, code):
        """The class of that code, made where the district has none; None for one that nobody knows."""
        if code not in self.found and code in USUAL_CLASSES:
            self.found[code] = ResultClass.objects.create(
                jurisdiction=self.district,
                code=code,
                label=USUAL_CLASSES[code],
                order=[*USUAL_CLASSES].index(code) + 1,
            )
            self.report.notice(
                f"新建办理结果类别：{self.found[code]}，含义按通常的写法，请在“办理结果类别”中核对。"
            )
        return self.found.get(code)


def marks_with(chosen, classes):
    """The words of a ledger, those added that an office said what they mean."""
    categories = ProposalCategory.objects.all()
    words = {
        "kind": KIND,
        "rating": SATISFACTION,
        "redone": REDONE,
        "open": OPEN,
        "class": classes,
        "category": Vocabulary({one: one.name for one in categories}),
    }
    return Marks(chosen, words, {"category": {str(one.pk): one for one in categories}, "class": classes})


def choices_of(office):
    """Of each group, the (key, label) of what a word may mean; classes are those of the office's district."""
    classes = ResultClass.objects.order_by("order", "pk")
    if office:
        classes = classes.filter(jurisdiction=office.district)
    own = {one.code: str(one) for one in classes}
    usual = {code: f"{code}类（{label}）" for code, label in USUAL_CLASSES.items()}
    categories = ProposalCategory.objects.filter(active=True)
    return {
        "kind": [(kind.value, kind.label) for kind in (ProposalKind.MOTION, ProposalKind.SUGGESTION)],
        "rating": Satisfaction.choices,
        "redone": [("yes", "重新办理")],
        "open": [("yes", "公开"), ("no", "不公开")],
        "class": list((own or usual).items()),
        "category": [(one.pk, one.name) for one in categories],
    }
