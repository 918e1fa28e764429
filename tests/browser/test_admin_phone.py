"""The admin on a phone: its tables are cards whose cells keep the headings of their columns."""

import pytest
from playwright.sync_api import expect

from tests.factories.congress import UnitFactory


pytestmark = pytest.mark.browser

PHONE, NARROWEST = 390, 360
LABELS = """() => [...document.querySelectorAll("#result_list tbody tr:first-child > [data-label]")]
    .filter((cell) => getComputedStyle(cell).display === "grid")
    .map((cell) => getComputedStyle(cell, "::before").content.replaceAll('"', ""))"""


def test_rows_of_a_list_keep_the_headings_as_labels(who, enter):
    page = enter(who.district_office, PHONE)
    page.goto("/admin/congress/unit/")
    headings = page.locator("#result_list thead .text").all_text_contents()

    assert page.evaluate(LABELS) == [heading.strip() for heading in headings if heading.strip()]


def test_rows_of_a_list_stay_rows_on_a_desktop(who, enter):
    page = enter(who.district_office)
    page.goto("/admin/congress/unit/")

    assert page.evaluate(LABELS) == []
    expect(page.get_by_role("columnheader").last).to_be_visible()


def test_admin_is_not_scrolled_sideways_on_the_narrowest_phone(who, enter):
    unit = UnitFactory(jurisdiction=who.town.district)
    page = enter(who.district_office, NARROWEST)

    widths = {}
    for address in [
        "",
        "congress/unit/",
        f"congress/unit/{unit.pk}/change/",
        "deputies/seat/",
        "deputies/deputy/add/",
    ]:
        page.goto(f"/admin/{address}")
        widths[address] = page.evaluate("document.documentElement.scrollWidth")

    assert {address: width for address, width in widths.items() if width > NARROWEST} == {}


def test_fields_of_a_form_are_as_high_as_a_fingertip(who, enter):
    page = enter(who.district_office, PHONE)
    page.goto("/admin/congress/unit/add/")
    fields = page.locator("#unit_form").locator("input[type=text], select, .submit-row input")

    heights = [field.bounding_box()["height"] for field in fields.all() if field.is_visible()]
    assert [height for height in heights if height < 44] == []
