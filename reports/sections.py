"""The annual report's sections as data (domain.md C1): headings, sentences that carry figures, hints.

A sentence is an opening and clauses; a clause is a list of items. An item names its figures in braces,
"section.name" as the figures engine has them, or "section.name.part" for a part of a breakdown. An item whose
figure is unknown or 0 is not said, nor a clause without items, nor a sentence without clauses.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Breakdown:
    """Stands for one item for each part of a breakdown: the part's name, its value, ``unit``."""

    figure: str
    unit: str


@dataclass(frozen=True)
class Clause:
    """``lead`` (such as 其中) and the items, joined by 、."""

    items: tuple
    lead: str = ""


def clause(*items, lead=""):
    return Clause(items, lead)


@dataclass(frozen=True)
class Sentence:
    """``opening`` and the clauses, joined by commas."""

    opening: str
    clauses: tuple


def sentence(opening, *clauses):
    return Sentence(opening, clauses)


@dataclass(frozen=True)
class Section:
    """A section: ``title`` as it is printed after 一、 (none: no heading), ``hint`` for own words.

    ``required`` sections may not stay without words of the deputy's own (B124); ``length`` is how many
    characters are usual. ``words_first``: the own words stand before the generated ones.
    """

    key: str
    title: str
    hint: str
    length: tuple
    sentences: tuple = ()
    required: bool = False
    words_first: bool = False

    @property
    def label(self):
        """What the section is called where it is not printed: the opening and the closing have no heading."""
        return self.title or {"opening": "开头", "closing": "结尾"}[self.key]


SECTIONS = (
    Section(
        "opening",
        "",
        "可以补充介绍自己的职业，或者一年来履职的总体情况。不写也可以。",
        (0, 200),
    ),
    Section(
        "study",
        "加强学习，提高履职能力",
        "学了哪些法律法规、参加了哪些培训、有什么收获。可以分“一是……二是……”来写。",
        (150, 400),
        (
            sentence(
                "一年来，我坚持集体学习与自学相结合，",
                clause("参加学习培训{activities.trainings}次"),
                clause("撰写学习心得{study.reflections}篇", "调研材料{study.research_papers}篇"),
            ),
        ),
    ),
    Section(
        "session",
        "参加会议，依法行使代表职权",
        "审议了哪些报告、作了什么发言、提出了哪些议案和建议（写明题目）、办理结果怎么样。",
        (150, 500),
        (
            sentence(
                "本年度人民代表大会会议期间，我",
                clause(
                    "应出席会议{congress.meetings_due}场",
                    "实际出席{congress.meetings_attended}场",
                    "请假{congress.meetings_excused}场",
                    "缺席{congress.meetings_unexcused}场",
                ),
                clause("发言{sessions.speeches}次"),
            ),
            sentence(
                "全年",
                clause(
                    "领衔提出议案{proposals.motions_led}件",
                    "领衔提出建议、批评和意见{proposals.suggestions_led}件",
                ),
                clause(
                    "联名提出议案{proposals.motions_cosigned}件",
                    "联名提出建议、批评和意见{proposals.suggestions_cosigned}件",
                ),
            ),
            sentence(
                "领衔提出的议案和建议中，",
                clause("已答复{proposals.led_replied}件", "办结{proposals.led_closed}件"),
                clause(
                    "满意{proposals.led_result_satisfied}件",
                    "基本满意{proposals.led_result_basically}件",
                    "不满意{proposals.led_result_dissatisfied}件",
                    lead="我对办理结果评价",
                ),
            ),
        ),
    ),
    Section(
        "recess",
        "参加闭会期间活动，依法履行监督职责",
        "视察、调研、执法检查去了哪里、发现了什么问题、推动解决得怎么样。",
        (150, 500),
        (
            sentence(
                "闭会期间，我",
                clause("参加代表活动{activities.total}次"),
                clause("履职{activities.duty_days}天"),
                clause(Breakdown("activities.by_type", "次"), lead="其中"),
            ),
        ),
    ),
    Section(
        "voters",
        "密切联系选民，反映群众意见",
        "接待和走访中群众反映最多的是什么、交给了哪个单位、结果怎样答复选民。不要写选民的姓名、电话和住址。",
        (200, 600),
        (
            sentence(
                "全年",
                clause("参加代表接待日{reception.days_served}次"),
                clause("接待选民{reception.voters_received}人次"),
                clause("收到意见{reception.opinions_taken}件"),
                clause(
                    "当场解释{reception.opinions_explained}件",
                    "转交有关单位办理{reception.opinions_referred}件",
                    "转为代表建议{reception.opinions_converted}件",
                    "不属于受理范围并说明去处{reception.opinions_not_accepted}件",
                    lead="其中",
                ),
            ),
            sentence(
                "转交办理的意见中，",
                clause("有关单位已答复{reception.opinions_replied}件"),
                clause("我已向选民答复{reception.opinions_answered}件"),
            ),
            sentence(
                "选民",
                clause(
                    "满意{reception.opinions_satisfied}件",
                    "基本满意{reception.opinions_basically}件",
                    "不满意{reception.opinions_dissatisfied}件",
                    lead="对办理情况评价",
                ),
                clause(
                    "满意{reception.deputy_role_satisfied}件",
                    "基本满意{reception.deputy_role_basically}件",
                    "不满意{reception.deputy_role_dissatisfied}件",
                    lead="对代表作用评价",
                ),
            ),
            sentence(
                "我",
                clause("联系群众{households.linked_households}户"),
                clause("走访{households.household_visits}户次"),
                clause("为群众办实事{households.practical_deeds}件"),
            ),
        ),
    ),
    Section(
        "post",
        "立足本职岗位，发挥代表作用",
        "在自己的岗位上做了什么、有什么成果，可以写具体数字（数字后面写清单位）。",
        (100, 600),
    ),
    Section(
        "integrity",
        "遵守代表纪律，自觉接受监督",
        "廉洁自律、公益活动、受到的表彰。",
        (50, 300),
    ),
    Section(
        "shortcomings",
        "存在的不足",
        "实事求是写两三点，例如联系选民还不够经常、跟踪问效还不够及时。这一段必须写。",
        (60, 300),
        required=True,
    ),
    Section(
        "plans",
        "今后的打算",
        "可以写三点：“一要……二要……三要……”。这一段必须写。",
        (80, 400),
        required=True,
    ),
    Section(
        "closing",
        "",
        "可以加一句对选民的承诺，印在“以上报告如有不妥之处，敬请各位选民批评指正。”之前。不写也可以。",
        (0, 100),
        words_first=True,
    ),
)

BY_KEY = {section.key: section for section in SECTIONS}
