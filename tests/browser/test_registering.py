"""Ten visitors one after another, with the keyboard alone."""

import pytest
from playwright.sync_api import expect

from congress import clock
from reception.enums import DayStatus, OpinionStatus
from reception.models import EarlierMatter, Guidance, Opinion, OpinionCategory, Visit, WordHint
from tests.browser.walk import told
from tests.factories.reception import day_at


pytestmark = pytest.mark.browser

NAMES = "() => [document.activeElement.name, document.activeElement.id].join(' ')"
OUTCOMES = ["explained", "settled", "referred", "not_accepted", "converted"]
FARTHEST = 40


@pytest.fixture
def day(who):
    """An open reception day; the words by which things are suggested."""
    OpinionCategory.objects.all().delete()
    OpinionCategory.objects.create(name="交通出行", examples="道路、桥梁")
    WordHint.objects.all().delete()
    WordHint.objects.create(words="请求、修好", nature="demand")
    WordHint.objects.create(words="道路", units="本镇街")
    Guidance.objects.get_or_create(name="诉讼", defaults={"where": "请到法院。", "words": "法院"})
    return day_at(DayStatus.OPEN, who)


class Keyboard:
    """Nothing but keys: the field that is asked for is reached by Tab."""

    def __init__(self, page):
        self.page = page

    def press(self, *keys):
        for key in keys:
            self.page.keyboard.press(key)

    def reach(self, name):
        for _ in range(FARTHEST):
            if name in self.page.evaluate(NAMES):
                return
            self.press("Tab")
        pytest.fail(f"Tab does not lead to {name}")

    def fill(self, **fields):
        for name, words in fields.items():
            self.reach(f"-{name}")
            self.page.keyboard.insert_text(words)

    def visitor(self, kind="person", **fields):
        """The cursor stands at the kind of visitor already."""
        expect(self.page.locator('[name="visitor-kind"]:checked')).to_be_focused()
        self.press(*["ArrowRight"] * ["person", "unit", "anonymous"].index(kind))
        self.fill(**fields)
        if kind == "person":
            self.reach("-consented")
            self.press("Space")

    def matter(self, title, words, outcome="", place=0):
        self.fill(**{f"{place}-title": title, f"{place}-words": words})
        if not outcome:
            return
        expect(self.page.locator("[data-suggested] button").first).to_be_visible()
        self.press("Alt+j")
        self.reach(f"{place}-outcome")
        self.press(*["ArrowDown"] * (OUTCOMES.index(outcome) + 1))

    def send(self, key, sentence):
        self.press(key)
        told(self.page, sentence)


def test_ten_visitors_are_registered_by_keyboard(who, day, enter):
    page = enter(who.office)
    page.goto(f"/reception/visits/new/?day={day.pk}")
    keys = Keyboard(page)
    road = "村口道路坏了，请求修好。"

    keys.visitor(name="王一", phone="13800000001")
    keys.matter("道路坏了", road)
    keys.send("Control+Enter", f"已登记1件：{_number(1)}。")

    keys.visitor(name="王二", phone="13800000002")
    keys.matter("井盖丢了", "井盖没了。")
    keys.press("Alt+n")
    keys.matter("公交晚点", "总晚点。", place=1)
    keys.send("Control+Enter", f"已登记2件：{_number(2)}、{_number(3)}。")

    keys.visitor("unit", name="石坎小学")
    keys.matter("校门口堵", "放学时堵。")
    keys.fill(wish="有人疏导")
    keys.send("Enter", f"已登记1件：{_number(4)}。")

    keys.visitor("anonymous")
    keys.matter("垃圾没人收", "半个月没收了。")
    keys.send("Control+Enter", f"已登记1件：{_number(5)}。")

    for serial, outcome in enumerate(OUTCOMES, 6):
        keys.visitor(name=f"李{'一二三四五'[serial - 6]}", phone=f"139000000{serial:02}")
        keys.matter(f"道路问题{'甲乙丙丁戊'[serial - 6]}", road, outcome)
        if outcome == "not_accepted":
            keys.reach("-guidance")
            keys.press("ArrowDown")
        if outcome in ("explained", "settled"):
            keys.fill(outcome_note="已当面说清。")
        keys.send("Control+Enter", f"已登记1件：{_number(serial)}。")

    keys.visitor(name="王一", phone="13800000001")
    keys.matter("道路还是坏的", "又坏了。")
    expect(page.get_by_text("同一选民再次反映").first).to_be_visible()
    keys.press("Alt+g")
    expect(page.get_by_text("已关联：")).to_be_visible()
    keys.send("Control+Enter", f"已登记1件：{_number(11)}。")

    assert Visit.objects.filter(day=day).count() == 10
    matters = list(Opinion.objects.order_by("serial"))
    first, last = matters[0], matters[-1]
    link = EarlierMatter.objects.get()
    assert (link.opinion, link.earlier, link.kind) == (last, first, "voter")
    assert [one.visit.visitor.kind for one in matters[3:5]] == ["unit", "anonymous"]
    assert [(one.status, one.outcome, one.proposed_outcome) for one in matters[5:10]] == [
        (OpinionStatus.EXPLAINED, "explained", ""),
        (OpinionStatus.EXPLAINED, "settled", ""),
        (OpinionStatus.REGISTERED, "", "referred"),
        (OpinionStatus.NOT_ACCEPTED, "not_accepted", ""),
        (OpinionStatus.REGISTERED, "", "converted"),
    ]
    assert matters[7].proposed_unit == who.unit
    assert {(str(one.category), one.nature) for one in matters[5:10]} == {("交通出行", "demand")}


def _number(serial):
    return f"石坎〔{clock.today().year}〕{serial}号"
