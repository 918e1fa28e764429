"""Words that offices write in several ways, and the one way we keep; the tables are data."""

import re
import unicodedata

from congress.enums import Satisfaction
from congress.registers.bad_value import BadValue, is_blank, quoted
from congress.registers.sheet import text_of


class Vocabulary:
    """Reads a cell as one of its words: ``Vocabulary({"汉族": "汉 漢"})("汉") == "汉族"``.

    The table gives each word, which may be any value, its other writings with blanks between them. A cell
    that is not listed raises BadValue(topic). An office's own writing is added by ``extended``.
    """

    def __init__(self, table, topic="value_unknown"):
        self.topic = topic
        self.words = {
            _plain(writing): word
            for word, writings in table.items()
            for writing in [*writings.split(), *([word] if isinstance(word, str) else [])]
        }

    def __call__(self, value):
        writing = _plain(value)
        word = self.words.get(writing, self.words.get(re.sub(r"\([^()]*\)", "", writing)))
        if word is None and not is_blank(value):
            raise BadValue(self.topic, f"{quoted(value)}没有认出")
        return word

    def extended(self, writings):
        """A vocabulary that knows ``writings`` too: {"○": "出席"}."""
        more = Vocabulary({}, self.topic)
        more.words = {**self.words, **{_plain(writing): word for writing, word in writings.items()}}
        return more


def _plain(value):
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text_of(value))).upper()


ETHNICITIES = (
    "汉 蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 高山 拉祜 水 东乡 "
    "纳西 景颇 柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 阿昌 普米 塔吉克 怒 乌孜别克 俄罗斯 "
    "鄂温克 德昂 保安 裕固 京 塔塔尔 独龙 鄂伦春 赫哲 门巴 珞巴 基诺"
)

SEX = Vocabulary({"男": "男性 M male", "女": "女性 F female"}, "sex_unknown")
ETHNICITY = Vocabulary({f"{name}族": name for name in ETHNICITIES.split()}, "ethnicity_unknown")
PARTY = Vocabulary(
    {
        "中共党员": "党员 中共 共产党员 中国共产党党员 中国共产党",
        "中共预备党员": "预备党员",
        "共青团员": "团员",
        "民革党员": "民革 民革会员",
        "民盟盟员": "民盟 民盟会员",
        "民建会员": "民建",
        "民进会员": "民进",
        "农工党党员": "农工党 农工 农工党员",
        "致公党党员": "致公党 致公 致公党员",
        "九三学社社员": "九三学社 九三 九三社员",
        "台盟盟员": "台盟",
        "无党派人士": "无党派",
        "群众": "普通群众 非党员 非中共党员 无",
    },
    "party_unknown",
)
EDUCATION = Vocabulary(
    {
        "研究生": "硕士 博士 硕士研究生 博士研究生 在职研究生 党校研究生 省委党校研究生 中央党校研究生",
        "大学": "本科 大学本科 学士 在职大学 在职本科 全日制本科 党校大学 省委党校大学 中央党校大学",
        "大专": "专科 大学专科 高职 在职大专 大普",
        "中专": "中等专科 中技 技校 职高 职业高中 中师",
        "高中": "普通高中",
        "初中": "初级中学 初中及以下",
        "小学": "",
    },
    "education_unknown",
)
YES_NO = Vocabulary({True: "是 有 √ ✓ ✔ ☑ Y YES TRUE 1", False: "否 不 无 没有 × ✗ ☒ N NO FALSE 0"})
SATISFACTION = Vocabulary(
    {
        Satisfaction.SATISFIED: "满意 很满意 非常满意 十分满意 √满意",
        Satisfaction.BASICALLY: "基本满意 基本上满意",
        Satisfaction.DISSATISFIED: "不满意 很不满意 不太满意",
    }
)
