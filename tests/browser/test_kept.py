"""What was typed is not lost with the log-in."""

import re

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect

from reception.enums import OpinionStatus
from tests.browser.walk import PASSWORD, pick, try_password
from tests.factories.reception import OpinionCategoryFactory, opinion_at, referral_of


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


def test_choices_and_rows_sent_after_the_log_in_expired_come_back(who, enter):
    OpinionCategoryFactory(name="交通出行")
    name = who.seat.deputy.name
    page = enter(who.office)
    page.goto("/reception/visits/new/")
    page.get_by_label("渠道").select_option(label="电话")
    choose_people(page, name)
    pick(page, "来访人类别", "单位")
    page.get_by_label("姓名或单位").fill("石坎村委会")
    page.get_by_label("联系电话").fill("13800001234")
    page.get_by_label("已告知个人信息用途").check()
    page.get_by_role("button", name="还反映了一件").click()
    rows = page.locator("[data-formset-row]")
    rows.nth(0).get_by_label("事由").fill("路灯不亮")
    rows.nth(1).get_by_label("事由").fill("桥面开裂")
    rows.nth(1).get_by_label("缓急").select_option(label="紧急")
    Session.objects.all().delete()

    page.get_by_role("button", name="登记", exact=True).click()
    try_password(page, who.office.username, PASSWORD)

    expect(rows).to_have_count(2)
    expect(rows.nth(1).get_by_label("事由")).to_have_value("桥面开裂")
    expect(rows.nth(1).get_by_label("缓急")).to_have_value("urgent")
    expect(page.get_by_label("渠道")).to_have_value("phone")
    expect(page.get_by_label("单位", exact=True)).to_be_checked()
    expect(page.get_by_label("已告知个人信息用途")).to_be_checked()
    expect(page.locator("#div_id_visit-deputies .item")).to_have_text(re.compile(name))
    expect(page.get_by_label("姓名或单位")).to_have_value("")
    expect(page.get_by_label("联系电话")).to_have_value("")
    expect(page.get_by_text("涉及个人信息的内容没有保留")).to_have_count(1)
    stored = page.evaluate("JSON.stringify(sessionStorage)")
    assert ("桥面开裂" in stored, "石坎村委会" in stored, "13800001234" in stored) == (True, False, False)


def test_file_sent_after_the_log_in_expired_is_asked_for_again(who, enter, tmp_path):
    referral = referral_of(opinion_at(OpinionStatus.ACCEPTED, who))
    paper = tmp_path / "答复.pdf"
    paper.write_bytes(b"%PDF-1.4")
    page = enter(who.clerk)
    page.goto(f"/reception/referrals/{referral.pk}/reply/")
    page.get_by_label("签发人").fill("李局长")
    page.locator("input[type=file]").set_input_files(paper)
    Session.objects.all().delete()

    page.locator("main form [type=submit]").click()
    try_password(page, who.clerk.username, PASSWORD)

    expect(page.get_by_label("签发人")).to_have_value("李局长")
    sentence = page.get_by_text("先前选的文件没有保留，请再选一次。")
    expect(sentence).to_be_visible()
    page.locator("input[type=file]").set_input_files(paper)
    expect(sentence).to_have_count(0)


def test_what_was_left_lying_is_offered_and_not_put_before_the_next_visitor(who, enter):
    page = enter(who.office)
    page.goto("/reception/visits/new/")
    page.get_by_label("姓名或单位").fill("张三四")
    page.get_by_label("事由").fill("路灯不亮")
    page.get_by_role("button", name="登记", exact=True).click()
    expect(page.locator(".error-summary")).to_be_visible()
    expect(page.get_by_label("姓名或单位")).to_have_value("张三四")
    expect(page.get_by_text("涉及个人信息的内容没有保留")).to_have_count(0)

    page.goto("/reception/visits/new/")
    expect(page.get_by_label("事由")).to_have_value("")
    page.get_by_role("button", name="接着填").click()
    expect(page.get_by_label("事由")).to_have_value("路灯不亮")
    page.goto("/reception/visits/new/")

    expect(page.get_by_label("事由")).to_have_value("")
    expect(page.get_by_text("没有提交成功")).to_have_count(0)


def test_preview_of_what_was_just_sent_offers_nothing(who, enter):
    term = who.seat.term
    page = enter(who.office)
    page.goto(f"/deputies/terms/{term.pk}/turnover/")
    page.get_by_label("新一届第一次会议之日").fill("2027-01-12")
    page.get_by_role("button", name="预览").click()

    expect(page.get_by_role("button", name="确认换届")).to_be_visible()
    expect(page.get_by_text("没有提交成功")).to_have_count(0)


def choose_people(page, name):
    field = page.get_by_role("combobox", name="接待代表")
    field.fill(name)
    field.press("Enter")
    field.press("Tab")
