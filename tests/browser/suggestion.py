"""A suggestion from its draft to the promise that is kept, chapter by chapter, each as who it is about."""

from datetime import timedelta

from playwright.sync_api import expect

from congress import clock
from tests.browser.walk import begin, choose, fill, from_desk, pick, press, status, told


TITLE = "关于打通东延线断头路的建议"
PROMISE = "东延线贯通，开放交通。"


def draft(page, names):
    """The deputy writes it on his phone, and asks two colleagues to sign."""
    page.goto("/proposals/new/")
    fill(page, 标题=TITLE, 建议内容="东延线差三百米没有贯通，救护车要绕行四公里，请年内打通。")
    for name in names:
        choose(page, "邀请联名", name)
    press(page, "存为草稿")
    told(page, f"建议“{TITLE}”的草稿已存下，可以提交了。")


def sign(page):
    from_desk(page, f"确认联名：{TITLE}")
    begin(page, "确认联名")
    press(page, "确认联名")


def hand_in(page):
    from_desk(page, f"提交：{TITLE}")
    begin(page, "提交")
    for box in page.get_by_role("group", name="提交前逐项核对").get_by_role("checkbox").all():
        box.check()
    press(page, "提交")
    status(page, "待审查")


def accept(page):
    """The office reviews and registers it."""
    from_desk(page, f"审查：{TITLE}")
    begin(page, "受理")
    choose(page, "类别", "交通出行")
    press(page, "受理")
    status(page, "已受理")


def assign(page, lead, joining):
    """The government office hands it to a unit, and to another that joins."""
    from_desk(page, f"交办：{TITLE}")
    begin(page, "交办")
    choose(page, "主办单位", str(lead))
    choose(page, "会办单位", str(joining))
    press(page, "交办")
    status(page, "已交办")


def take_on(page):
    from_desk(page, f"签收：{TITLE}")
    begin(page, "签收")
    press(page, "签收")


def join(page):
    """The joining unit gives the leading one its opinion."""
    take_on(page)
    begin(page, "提交会办意见")
    fill(page, 会办意见="用地手续三月底前办结。", 签发人="王局长")
    press(page, "提交会办意见")


def promise(page, result):
    """The leading unit meets the deputies, and replies what it will have done, and until when."""
    from_desk(page, f"联系代表：{TITLE}")
    begin(page, "登记联系代表")
    pick(page, "联系方式", "上门走访")
    for box in page.get_by_role("group", name="联系了哪些代表").get_by_role("checkbox").all():
        box.check()
    press(page, "登记联系代表")
    begin(page, "书面答复")
    fill(page, 答复内容="已列入年度计划，完成征收后开工。", 签发人="李局长")
    choose(page, "结果类别", str(result))
    fill(page, 承诺事项=PROMISE)
    page.get_by_label("承诺完成时限").fill(f"{clock.today() + timedelta(days=200):%Y-%m-%d}")
    press(page, "书面答复")
    status(page, "已答复")


def rate(page):
    """A deputy who signed reads the letter, and says how content he is."""
    from_desk(page, f"评价：{TITLE}")
    begin(page, "评价")
    expect(page.get_by_text("已列入年度计划，完成征收后开工。")).to_be_visible()
    pick(page, "对办理态度满意吗？", "满意")
    pick(page, "对办理结果满意吗？", "基本满意")
    press(page, "评价")


def file(page):
    """The office files it; the promise is followed up."""
    from_desk(page, f"办结：{TITLE}")
    begin(page, "办结")
    press(page, "办结")
    status(page, "跟踪办理")


def _open_promise(page):
    page.goto("/proposals/commitments/")
    page.get_by_role("link", name=PROMISE).click()


def tell_progress(page):
    """What the unit owes each quarter."""
    _open_promise(page)
    begin(page, "报告进展")
    fill(page, 进展="征收协议签订九成。")
    press(page, "报告进展")


def report_kept(page, proof):
    """The unit says that it is done, with its proof."""
    _open_promise(page)
    begin(page, "报告已落实")
    fill(page, 落实情况="道路已经通车。")
    page.locator("input[type=file]").set_input_files(proof)
    press(page, "报告已落实")
    status(page, "待核实")


def confirm_kept(page):
    """The office looks, and says that the promise is kept: so is the suggestion."""
    from_desk(page, f"核实承诺：{PROMISE}")
    begin(page, "确认落实")
    press(page, "确认落实")
    status(page, "已落实")


def ending(page):
    """What the deputy reads at the end, on his own list."""
    page.goto("/proposals/")
    page.get_by_role("link", name=TITLE).click()
    status(page, "已落实")
    expect(page.get_by_text(PROMISE).first).to_be_visible()
