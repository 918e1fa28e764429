"""What was typed is not lost with the log-in."""

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from reception.enums import OpinionStatus
from tests.browser.walk import PASSWORD, try_password
from tests.factories.reception import opinion_at


pytestmark = pytest.mark.browser

WORDS = "已向水务所了解，下周换管。"


def test_text_sent_after_the_log_in_expired_comes_back(who, enter):
    matter = opinion_at(OpinionStatus.REFERRED, who)
    page = enter(who.office)
    address = f"/reception/opinions/{matter.pk}/coordinate/"
    page.goto(address)
    note = page.locator("main textarea").first
    note.fill(WORDS)
    Session.objects.all().delete()

    page.locator("main form [type=submit]").click()
    try_password(page, who.office.username, PASSWORD)
    expect(note).to_have_value(WORDS)
    page.locator("main form [type=submit]").click()
    expect(page.locator(".messages .notice-success")).to_be_visible()
    page.goto(address)

    expect(note).to_have_value("")
