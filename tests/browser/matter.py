"""A matter from the visitor's words to its end, chapter by chapter, each as the person whose task it is."""

from playwright.sync_api import expect

from congress import clock
from tests.browser.walk import begin, choose, fill, from_desk, open_row, pick, press, status, told


LIGHTS = "河东路口没有红绿灯"
BUS = "公交车晚点"


def number(serial):
    return f"石坎〔{clock.today().year}〕{serial}号"


def register_visitor(page, day):
    """The liaison officer takes down one visitor with two matters on the open reception day."""
    from_desk(page, f"登记到场：{day}")
    page.get_by_role("link", name="登记来访").click()
    fill(page, 姓名="李桂兰", 电话="13912345678")
    page.get_by_label("已告知个人信息用途").check()
    _matter(page, 0, LIGHTS, "河东路口车多，孩子过马路不安全，要装红绿灯。")
    press(page, "还反映了一件")
    _matter(page, 1, BUS, "一路公交车早上总是晚点二十分钟。")
    press(page, "登记")

    told(page, f"已登记2件：{number(1)}、{number(2)}。")
    expect(page.get_by_role("link", name=LIGHTS)).to_be_visible()
    expect(page.get_by_role("link", name=BUS)).to_be_visible()


def _matter(page, place, title, words):
    page.get_by_label("事由").nth(place).fill(title)
    page.get_by_label("选民原话").nth(place).fill(words)


def classify_and_escalate(page):
    """The town office says what it is, and that the town cannot solve it."""
    from_desk(page, f"分类：{LIGHTS}")
    expect(page.get_by_text("河东路口车多，孩子过马路不安全，要装红绿灯。")).to_be_visible()
    expect(page.get_by_text("李桂兰")).to_have_count(0)
    begin(page, "分类")
    choose(page, "类别", "交通出行")
    pick(page, "性质", "诉求")
    pick(page, "权限", "须区级协调")
    pick(page, "缓急", "一般")
    press(page, "分类")
    told(page, f"已分类：{LIGHTS}。")

    begin(page, "报区协调")
    fill(page, 为什么要报区协调="超出镇街权限，须由区里安排。")
    press(page, "报区协调")
    told(page, f"已报区协调：{LIGHTS}。")
    status(page, "报区协调")


def refer_to_unit(page, unit):
    """The government office hands the matter to a unit of the district."""
    from_desk(page, f"转办：{LIGHTS}")
    begin(page, "转办")
    choose(page, "主办单位", str(unit))
    fill(page, 交办要求="请到现场看一看，按期书面答复。")
    press(page, "转办")

    told(page, f"已转办：{LIGHTS}。")
    status(page, "已转办")


def accept(page, unit):
    """The unit's clerk takes the matter on."""
    from_desk(page, f"签收：{LIGHTS}")
    begin(page, "签收")
    press(page, "签收")

    told(page, f"已签收：{LIGHTS}（{unit}）。")
    status(page, "办理中")


def plan(page, unit):
    """The clerk says how the unit will handle it."""
    from_desk(page, f"答复：{LIGHTS}")
    begin(page, "定办理方案")
    fill(page, 办理措施="勘察路口，年内安装信号灯。")
    press(page, "定办理方案")

    told(page, f"已定办理方案：{LIGHTS}（{unit}）。")


def reply(page, unit, text):
    """The unit answers in writing."""
    from_desk(page, f"答复：{LIGHTS}")
    begin(page, "书面答复")
    fill(page, 答复内容=text, 签发人="周局长")
    expect(page.get_by_role("button", name="选择文件")).to_be_visible()
    paper = {"name": "答复.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.7"}
    page.get_by_label("附件").set_input_files(paper)
    expect(page.get_by_text("答复.pdf", exact=True)).to_be_visible()
    press(page, "书面答复")

    told(page, f"已书面答复：{LIGHTS}（{unit}）。")
    status(page, "已答复")


def copy_to_deputies(page, deputy):
    """The town office sends the reply to the deputy who received the voter."""
    from_desk(page, f"抄送代表：{LIGHTS}")
    begin(page, "抄送代表")
    expect(page.get_by_label(deputy)).to_be_checked()
    press(page, "抄送代表")

    told(page, f"已抄送代表：{LIGHTS}。")


def answer_voter(page, text):
    """The deputy, on his phone, tells the voter what has become of the matter."""
    from_desk(page, f"答复选民：{LIGHTS}")
    begin(page, "答复选民")
    pick(page, "答复方式", "当面答复")
    fill(page, 告诉选民什么=text)
    press(page, "答复选民")

    told(page, f"已答复选民：{LIGHTS}。")
    status(page, "已答复选民")


def survey(page, handling, reason=""):
    """The liaison officer asks the voter two questions."""
    from_desk(page, f"测评：{LIGHTS}")
    begin(page, "满意度测评")
    pick(page, "对办理情况满意吗？", handling)
    pick(page, "对代表发挥的作用满意吗？", "满意")
    fill(page, 不满意的原因=reason)
    press(page, "满意度测评")

    told(page, f"满意度测评已完成：{LIGHTS}。")


def demand_second_round(page):
    """The district office, which decides about escalated matters, has the unit do it once more."""
    from_desk(page, f"重新办理：{LIGHTS}")
    begin(page, "重新办理")
    fill(page, 重办要求="灯没有装，请明确日期。")
    press(page, "重新办理")

    told(page, f"已重新办理：{LIGHTS}。")
    expect(page.get_by_text("第2轮办理")).to_be_visible()


def close(page):
    """The town office ends the matter."""
    from_desk(page, f"办结：{LIGHTS}")
    begin(page, "办结")
    press(page, "办结")

    told(page, f"已办结：{LIGHTS}。")
    status(page, "已办结")


def history(page):
    """What was done with the matter, in order, as its page tells."""
    page.goto("/reception/opinions/")
    open_row(page, LIGHTS)
    lines = page.get_by_role("listitem").filter(has=page.get_by_role("time")).locator("p:has(strong)")
    return [line.split(maxsplit=1)[1] for line in lines.all_inner_texts()]
