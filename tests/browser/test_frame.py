"""What every page has: keys instead of a mouse, larger type, and room on the narrowest phones."""

import pytest
from django.db import transaction
from playwright.sync_api import expect

from reception import answer_workflow
from reception.enums import DayStatus, OpinionStatus
from tests.browser.pages import PAGES
from tests.browser.walk import begin, from_desk, heading, press, told
from tests.factories.congress import LeaderFactory
from tests.factories.deputies import SeatFactory
from tests.factories.reception import day_at, opinion_at


pytestmark = pytest.mark.browser

NARROWEST = 360


@pytest.fixture
def matter(who):
    return opinion_at(OpinionStatus.COPIED, who)


def test_row_of_a_list_opens_by_keyboard_alone(who, matter, enter):
    page = enter(who.office)
    page.goto("/reception/opinions/")
    row = page.get_by_role("row").filter(has_text=matter.title)

    for _ in range(60):
        page.keyboard.press("Tab")
        if row.evaluate("row => row === document.activeElement"):
            break
    page.keyboard.press("Enter")

    expect(heading(page)).to_have_text(matter.title)


@pytest.mark.parametrize("width", [1280, 390])
def test_matter_is_found_from_the_bar(who, matter, enter, width):
    page = enter(who.office, width)

    if width < 992:
        page.get_by_role("banner").get_by_role("link", name="查找").click()
    page.get_by_role("searchbox").and_(page.locator(":visible")).fill(matter.number)
    page.keyboard.press("Enter")
    page.get_by_role("main").get_by_role("link", name=matter.title).click()

    expect(heading(page)).to_have_text(matter.title)


def test_message_leads_to_its_matter_and_is_read(who, enter):
    opinion = opinion_at(OpinionStatus.REPLIED, who)
    page = enter(who.deputy, 390)
    with transaction.atomic():
        answer_workflow.copy_to_deputies(opinion, by=who.office)

    page.reload()
    page.get_by_role("banner").get_by_role("link", name="未读").click()
    page.get_by_role("link", name=f"“{opinion}”的单位答复抄送给您了").click()
    expect(heading(page)).to_have_text(opinion.title)
    page.get_by_role("banner").get_by_role("link", name="消息").click()
    expect(page.get_by_role("main").get_by_role("listitem").first).to_contain_text("已读")


def test_first_tab_leads_past_the_navigation(who, enter):
    page = enter(who.office)

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    expect(page.get_by_role("main")).to_be_focused()


def test_deputy_is_found_by_the_initials_of_his_name(who, enter):
    SeatFactory.create_batch(3, jurisdiction=who.town)
    SeatFactory(jurisdiction=who.town, deputy__name="欧阳修远")
    day = day_at(DayStatus.PLANNED, who)
    page = enter(who.liaison)

    from_desk(page, f"排班：{day}")
    begin(page, "排班")
    page.get_by_role("combobox", name="轮值代表").fill("oyxy")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    press(page, "排班")

    told(page, f"已排班：{day}。")
    expect(page.get_by_text("由欧阳修远接待。")).to_be_visible()


@pytest.mark.parametrize("width", [1280, 390])
def test_larger_type_is_remembered(who, enter, width):
    page = enter(who.deputy, width)
    size = "() => parseFloat(getComputedStyle(document.documentElement).fontSize)"
    before = page.evaluate(size)

    press(page, who.deputy.name)
    press(page, "换成大字版")
    at_once = page.evaluate(size)
    page.goto("/reception/opinions/")

    assert (at_once, page.evaluate(size)) == (before * 1.25, before * 1.25)
    press(page, who.deputy.name)
    expect(page.get_by_role("button", name="换回标准字号")).to_be_visible()


@pytest.mark.parametrize("role", PAGES)
def test_nothing_is_scrolled_sideways_on_the_narrowest_phone(who, matter, enter, role):
    leader = LeaderFactory(jurisdiction=who.town.district)
    page = enter(leader if role == "leader" else getattr(who, role), NARROWEST)

    widths = {}
    for address in PAGES[role](who, matter):
        page.goto(address)
        widths[address] = page.evaluate("document.documentElement.scrollWidth")

    assert {address: width for address, width in widths.items() if width > NARROWEST} == {}
