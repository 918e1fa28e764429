"""What a person does with the pages, told in the words that stand on them."""

from playwright.sync_api import expect


PASSWORD = "石坎镇的群众意见"


def log_in(page, user, password=PASSWORD):
    """Log in by the form, after giving ``user`` the password."""
    user.set_password(password)
    user.save(update_fields=["password"])
    page.goto("/")
    try_password(page, user.username, password)


def try_password(page, username, password):
    page.get_by_label("用户名").fill(username)
    page.get_by_label("密码", exact=True).fill(password)
    page.get_by_role("button", name="登录", exact=True).click()


def heading(page):
    """The page's title."""
    return page.get_by_role("heading", level=1)


def told(page, sentence):
    """The page says this, and nothing else."""
    expect(page.get_by_role("status")).to_have_text(sentence)


def told_what_is_wrong(page, label, sentence):
    """The form was not taken: the summary on top names the field and says why."""
    summary = page.locator(".error-summary")
    expect(summary.get_by_role("listitem")).to_have_text([f"{label}：{sentence}"])


def status(page, word):
    """The record at the page's head has come to this status."""
    expect(page.locator(".page-head, .step-record").first.locator(".badge-status").last).to_have_text(word)


def from_desk(page, title):
    """Open what waits, by its title on the desk; the button beside it says the same."""
    page.get_by_role("link", name=title, exact=True).first.click()


def open_row(page, words):
    """Open a row of a list without a mouse: go to it and press Enter."""
    row = page.get_by_role("row").filter(has_text=words)
    row.focus()
    page.keyboard.press("Enter")
    expect(heading(page)).to_have_text(words)


def begin(page, label):
    """Choose one of the things that one may do now with a record."""
    now = page.get_by_role("region", name="我现在可以做的")
    now.get_by_role("link", name=label, exact=True).click()
    expect(heading(page)).to_have_text(label)


def press(page, label):
    page.get_by_role("button", name=label, exact=True).click()


def fill(page, **fields):
    """Type into the fields of these labels."""
    for label, text in fields.items():
        page.get_by_role("textbox", name=label).fill(text)


def choose(page, label, option):
    """Choose from a list, be it the browser's own or, where it is long, one that is searched by typing."""
    field = page.get_by_role("combobox", name=label)
    if field.evaluate("field => field.tagName") == "SELECT":
        field.select_option(label=option)
        return
    field.fill(option)
    field.press("Enter")
    field.press("Tab")


def pick(page, group, option):
    """Tap one of the answers under ``group``."""
    page.get_by_role("group", name=group).get_by_text(option, exact=True).click()
