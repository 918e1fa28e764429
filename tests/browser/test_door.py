import pytest
from playwright.sync_api import expect

from tests.browser.walk import PASSWORD, heading, log_in, press, told_what_is_wrong, try_password


pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [1280, 390])
def test_wrong_password_is_answered_with_a_sentence(who, window, width):
    page = window(width)
    page.goto("/")

    try_password(page, who.office.username, "不是这个密码")

    expect(page.get_by_role("alert")).to_have_text(
        "用户名或密码不对，请检查大小写后再试。连续错 5 次，账号将暂停登录 30 分钟。"
    )


def test_first_password_is_changed_before_anything_else(who, window):
    who.office.must_change_password = True
    who.office.save()
    page = window()

    log_in(page, who.office)
    expect(heading(page)).to_have_text("修改密码")
    page.goto("/reception/opinions/")
    expect(heading(page)).to_have_text("修改密码")
    _change_password(page, "只有汉字不够复杂")
    told_what_is_wrong(page, "新密码确认", "密码应包含大写字母、小写字母、数字、其他符号中的至少三种。")
    _change_password(page, "件件有Huiyin2026")

    expect(heading(page)).to_contain_text("今日")


def _change_password(page, new):
    page.get_by_label("旧密码").fill(PASSWORD)
    page.get_by_label("新密码", exact=False).first.fill(new)
    page.get_by_label("新密码确认").fill(new)
    press(page, "保存新密码")


def test_person_leaves_by_logging_out(who, enter):
    page = enter(who.office)

    press(page, who.office.name)
    press(page, "退出登录")

    expect(page.get_by_role("heading", name="登录", exact=True)).to_be_visible()
    page.goto("/reception/opinions/")
    expect(page.get_by_role("status")).to_have_text("登录已超时，请重新登录。登录后回到刚才的页面。")
