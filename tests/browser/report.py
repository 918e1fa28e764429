"""The deputy's own year: what he did, and what he tells his voters about it."""

import re
from io import BytesIO

import pdfplumber
from playwright.sync_api import expect

from reports.periods import reporting_year
from tests.browser.walk import begin, fill, from_desk, heading, pick, press, status, told
from tests.factories.activities import photo_file


DEED = "到三组走访5户，听取灌溉用水的意见。"
SHORTCOMINGS = "走访偏远村组的次数还不够，对已经答复的事项跟踪得还不够紧，有的意见反映上去以后没有及时过问。"
PLANS = "一要多到偏远村组走访；二要把选民的意见记准、反映到位；三要对答复了的事项再看一看落实没有。"


def log_activity(page):
    """The deputy logs what he did, with a photograph."""
    _tab(page, "我的履职")
    page.get_by_role("link", name="登记活动", exact=True).click()
    pick(page, "做的是哪一类事", "走访选民")
    fill(page, 做了什么=DEED, 地点="河东村三组")
    press(page, "半天")
    page.get_by_label("走访户数").fill("5")
    photo = {"name": "IMG_2025.jpg", "mimeType": "image/jpeg", "buffer": photo_file((800, 600)).read()}
    page.get_by_label("照片").set_input_files(photo)
    expect(page.get_by_role("img", name="已选照片1")).to_be_visible()
    press(page, "登记")

    told(page, "已登记，等工作人员核实后计入履职。")
    status(page, "待核实")
    expect(page.get_by_role("img", name="活动照片1")).to_be_visible()


def _tab(page, label):
    page.get_by_role("navigation", name="底部导航").get_by_role("link", name=label).click()


def verify_activity(page, deputy):
    """The liaison officer looks at it and vouches for it."""
    from_desk(page, "核实代表的履职记录")
    expect(page.get_by_text(DEED)).to_be_visible()
    page.get_by_label(f"{deputy}：").check()
    press(page, "核实所选")

    told(page, "已核实1条履职记录。")
    expect(page.get_by_role("heading", name="没有待核实的履职记录")).to_be_visible()


def see_activity_counted(page):
    """The duty page counts what was verified, and opens the record behind the figure."""
    _tab(page, "我的履职")
    expect(page.get_by_text(DEED)).to_be_visible()
    page.get_by_role("link", name="参加活动次数", exact=True).click()

    expect(heading(page)).to_have_text("参加活动次数")
    expect(page.locator(".evidence-value")).to_have_text("1次")
    expect(page.get_by_role("listitem").filter(has_text="到三组走访5户")).to_have_count(1)


def begin_report(page, matter_title):
    """The deputy begins his report; a figure on it opens the matters that it counts."""
    from_desk(page, f"撰写{reporting_year()}年述职报告")
    page.get_by_role("button", name="开始写").first.click()
    paper = page.get_by_role("article")
    expect(paper).to_contain_text("收到意见2件")
    paper.locator("summary").filter(has_text="密切联系选民").click()
    paper.get_by_role("link", name="2", exact=True).first.click()

    expect(heading(page)).to_have_text("收到意见件数")
    expect(page.get_by_role("listitem").filter(has_text=matter_title)).to_have_count(1)


def write_report(page, deputy):
    """He goes on with it: his own words are saved while he writes, and handed in."""
    from_desk(page, f"撰写{reporting_year()}年述职报告")
    fill(page, **{"存在的不足：自己的话": SHORTCOMINGS})
    expect(page.get_by_text("已保存")).to_be_visible()
    fill(page, **{"今后的打算：自己的话": PLANS})
    press(page, "去提交")
    expect(heading(page)).to_have_text("提交")
    press(page, "提交")

    told(page, f"已提交：{deputy}{reporting_year()}年度述职报告。")
    status(page, "已提交")


def accept_report(page, deputy):
    """The office reads it and finds it fit for the voters."""
    from_desk(page, f"审核{deputy}{reporting_year()}年度述职报告")
    expect(page.locator(".paper")).to_contain_text(PLANS)
    begin(page, "审核通过")
    press(page, "审核通过")
    status(page, "已审核")


def printed_report(page):
    """What stands on the deputy's printed report, without spaces and line ends."""
    _tab(page, "我的履职")
    page.get_by_role("link", name="述职报告", exact=True).last.click()
    address = page.get_by_role("link", name="PDF").first.get_attribute("href")
    answer = page.context.request.get(address)
    assert answer.headers["content-type"] == "application/pdf"
    with pdfplumber.open(BytesIO(answer.body())) as paper:
        return re.sub(r"\s", "", "".join(sheet.extract_text() for sheet in paper.pages))
