"""On a phone everything that is pressed is as high as a fingertip: 44 px (look.md)."""

import pytest
from playwright.sync_api import expect

from reception.enums import OpinionStatus
from tests.browser.pages import PAGES
from tests.browser.walk import press
from tests.factories.reception import opinion_at


pytestmark = pytest.mark.browser

PHONE = 390
# A choice is pressed with its label; a link that covers its card, with the card. The heads of a table that
# has turned into cards are read aloud only. A link within a sentence has the height of its line.
TOO_LOW = """() => {
    const controls = "a[href], button, input:not([type=hidden]), select, textarea, summary";
    const height = (part) => part ? part.getBoundingClientRect().height : 0;
    const target = (part) => {
        if (part.matches(".stretched-link")) return part.closest(".figure, .card");
        if (part.closest(".ts-wrapper")) return part.closest(".ts-wrapper");
        if (part.matches("[type=checkbox], [type=radio]")) return part.labels[0];
        return null;
    };
    const words = (part) => part.textContent.trim();
    const inSentence = (part) => getComputedStyle(part).display === "inline"
        && part.matches("p a, li a, dd a, span a") && words(part.parentElement) !== words(part);
    return [...document.querySelectorAll(controls)]
        .filter((part) => part.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        .filter((part) => !part.closest(".visually-hidden, .table-cards thead") && !inSentence(part))
        .filter((part) => Math.max(height(part), height(target(part))) < 43.5)
        .map((part) => `${part.tagName} ${part.className} ${(part.textContent || part.name || "").trim()}`);
}"""


@pytest.fixture
def matter(who):
    return opinion_at(OpinionStatus.COPIED, who)


@pytest.mark.parametrize("role", ["deputy", "office", "clerk"])
def test_everything_pressed_is_as_high_as_a_fingertip(who, matter, enter, role):
    page = enter(getattr(who, role), PHONE)

    low = {}
    for address in [*PAGES[role](who, matter), "/search/?q=路灯", "/search/", "/messages/"]:
        page.goto(address)
        low[address] = page.evaluate(TOO_LOW)

    assert {address: parts for address, parts in low.items() if parts} == {}


def test_what_unfolds_is_as_high_as_a_fingertip(who, matter, enter):
    page = enter(who.office, PHONE)
    page.goto("/reception/opinions/?status=copied")

    press(page, "筛选条件")
    press(page, who.office.name)
    expect(page.get_by_role("button", name="退出登录")).to_be_visible()
    assert page.evaluate(TOO_LOW) == []

    page.keyboard.press("Escape")
    press(page, "打开导航")
    expect(page.get_by_role("button", name="收起导航")).to_be_visible()
    assert page.evaluate(TOO_LOW) == []


def test_skip_link_is_as_high_as_a_fingertip(who, enter):
    page = enter(who.deputy, PHONE)

    page.keyboard.press("Tab")

    assert page.get_by_role("link", name="跳到正文").bounding_box()["height"] >= 44
