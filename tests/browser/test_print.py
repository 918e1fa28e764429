"""What is printed: lists as tables and matters, without bars and without anything to press (look.md)."""

import pytest

from reception.enums import OpinionStatus
from tests.browser.pages import PAGES
from tests.factories.reception import opinion_at


pytestmark = pytest.mark.browser

PAPER = 673  # A4 between the margins, in pixels
TO_PRESS = """() => [...document.querySelectorAll("nav, button, .btn, input, select, summary")]
    .filter((part) => part.checkVisibility({ visibilityProperty: true }))
    .filter((part) => !part.closest(".visually-hidden") && part.getBoundingClientRect().height > 0)
    .map((part) => `${part.tagName} ${part.className}`)"""
LISTS_AND_RECORDS = [
    "/",
    "/reception/days/",
    "/reception/opinions/",
    "/deputies/",
    "/deputies/duty/activities/",
    "/deputies/duty/entries/waiting/",
    "/reports/",
    "/search/?q=路灯",
]


@pytest.fixture
def matter(who):
    return opinion_at(OpinionStatus.COPIED, who)


@pytest.fixture
def paper(who, enter):
    page = enter(who.office, PAPER)
    page.emulate_media(media="print")
    return page


def test_nothing_to_press_is_printed(who, matter, paper):
    PAGES["office"](who, matter)

    printed = {}
    for address in [*LISTS_AND_RECORDS, matter.get_absolute_url(), who.seat.get_absolute_url()]:
        paper.goto(address)
        printed[address] = paper.evaluate(TO_PRESS)

    assert {address: parts for address, parts in printed.items() if parts} == {}


def test_rows_of_a_list_are_printed_as_rows(matter, paper):
    paper.goto("/reception/opinions/")

    table = paper.locator(".list-card table")
    assert table.bounding_box()["width"] <= PAPER
    row = table.locator("tr[data-href]").first
    assert row.evaluate("row => getComputedStyle(row).display") == "table-row"
