"""What a phone folds away and what it must not cut; what the admin does not tell of other time zones."""

import pytest
from playwright.sync_api import expect


pytestmark = pytest.mark.browser

PHONE = 390
UNCUT = "office => [office.scrollHeight <= office.clientHeight, office.scrollWidth <= office.clientWidth]"


@pytest.mark.parametrize(("width", "is_open"), [(PHONE, False), (1280, True)])
def test_lesser_figures_are_folded_on_a_phone_alone(who, enter, width, is_open):
    page = enter(who.deputy, width)
    page.goto("/deputies/duty/")
    folds = page.locator(".duty-section details")

    expect(folds.first).to_be_attached()
    assert folds.evaluate_all("folds => [...new Set(folds.map((fold) => fold.open))]") == [is_open]


@pytest.mark.parametrize("place", ["office", "district_office", "deputy"])
def test_name_of_the_office_is_not_cut(who, enter, place):
    page = enter(getattr(who, place), PHONE)

    assert page.locator(".bar-office").evaluate(UNCUT) == [True, True]


def test_admin_does_not_tell_of_the_browsers_time_zone(who, enter):
    page = enter(who.district_office)
    zone = {"timezoneId": "America/New_York"}
    page.context.new_cdp_session(page).send("Emulation.setTimezoneOverride", zone)
    page.goto("/admin/congress/profile/add/")

    expect(page.locator(".timezonewarning").first).to_be_attached()
    expect(page.locator(".timezonewarning").first).to_be_hidden()
