"""What deputies of the district put before the congress while it sat, on its road to a decision."""

from datetime import date

from congress import clock
from proposals import workflow as proposing
from proposals.enums import Body, Mode, ProposalKind
from reports.demo.put import GULINAER, LETTER, OUYANG, QIGUAN, ROADS, ZHUGE, Put
from reports.demo.walk import YEAR


# The session sits from 10 to 14 January; ten deputies sign (地方组织法第二十二条、第二十四条).
SITTING = [date(YEAR + 1, 1, day) for day in range(10, 15)]
ACCOUNTS = [OUYANG, GULINAER, QIGUAN, ZHUGE]
WITHOUT = ["上官玥", "王㛃", "令狐赟", "司徒𬍛", "陆珩", "邰珺"]
GOVERNMENT = "云渚区人民政府"
CHAMBER = "社会建设委员会"


class Sitting(Put):
    """What is put while the congress sits; the office records what the presidium and the congress decide."""

    def on_day(self, number):
        """The session's day of that number, whatever the day of the week."""
        self.day, self.hour = SITTING[number - 1], 9
        return self

    def put(self, title, lead, category, **told):
        """Written down by the office, signed by ten deputies, handed in and accepted."""
        others = [name for name in (*ACCOUNTS, *WITHOUT) if name != lead]
        self.draft(title, lead, others=others, by_office=True, **told)
        self.sign()
        self.submit()
        self.accept(category)
        self.decide(proposing.present, held=False)

    def decide(self, verb, *, held=True, **told):
        """What the office records of the day's decision."""
        with self.at():
            day = {"held_on": clock.today()} if held else {}
            verb(self.proposal, by=self.office, **day, **told)
        self.proposal.refresh_from_db()


def build_chamber(today):
    """A motion that is adopted, one with a committee, one that becomes a suggestion; an interpellation."""
    _adopted(today)
    _with_committee(today)
    _converted(today)
    _interpellation(today)


def _adopted(today):
    way = Sitting(today).on_day(1)
    way.put(
        "关于加强公办幼儿园学位供给的议案",
        OUYANG,
        "教育",
        kind=ProposalKind.MOTION,
        subject="加强公办幼儿园学位供给",
        grounds="全区公办园在园幼儿占比低于全市平均，望云、石坎两地连续三年有幼儿未能就近入园。",
        plan="请区人民政府制定三年学位建设计划，每年向区人大常委会报告一次实施情况。",
    )
    way.on_day(3).decide(proposing.put_on_agenda)
    way.on_day(5).decide(proposing.vote, present=13, in_favour=12, against=0, abstained=1)


def _with_committee(today):
    way = Sitting(today).on_day(1)
    way.put(
        "关于制定农村饮用水水源保护措施的议案",
        QIGUAN,
        "生态环境",
        kind=ProposalKind.MOTION,
        subject="保护农村饮用水水源",
        grounds="山区集中供水点多数没有划定保护范围，雨季浑浊，群众反映强烈。",
        plan="请区人大常委会听取专项工作报告，督促划定保护范围，设立标志，定期监测并公布水质。",
    )
    way.on_day(3).decide(proposing.send_to_committee, committee=CHAMBER)
    way.on_day(5).decide(
        proposing.report,
        text="议案反映的问题属实，建议由常委会听取区人民政府专项工作报告后作出决定。",
        document_number=f"云人社委〔{YEAR + 1}〕1号",
    )


def _converted(today):
    """Handled as a suggestion, as most are."""
    way = Sitting(today).on_day(1)
    way.put(
        "关于完善镇村公交线网的议案",
        ZHUGE,
        "交通出行",
        kind=ProposalKind.MOTION,
        subject="完善镇村公交线网",
        grounds="四个镇街还有十一个村不通公交，早晚班次少，学生、老人出行不便。",
        plan="增开早晚班次，试行预约响应公交，把村口候车亭纳入年度计划。",
    )
    way.on_day(4).decide(proposing.convert, note="属于政府部门日常工作，由主席团决定作为建议办理。")
    way.on(date(YEAR + 1, 1, 21)).assign(ROADS)
    way.on(date(YEAR + 1, 1, 23)).take_on()
    told = "早晚班次二月起增开，预约响应公交已在四个镇街试行，候车亭列入年度计划。"
    way.on(date(YEAR + 1, 3, 2)).send_reply(*way.parts(), LETTER.format(told))
    way.on(date(YEAR + 1, 3, 10)).rate()
    way.close()


def _interpellation(today):
    """The first answer satisfies less than half of those who put it; the second one does."""
    way = Sitting(today).on_day(1)
    way.put(
        "关于城区连续停水处置的质询案",
        GULINAER,
        "水电气网",
        kind=ProposalKind.INTERPELLATION,
        organ=GOVERNMENT,
        subject="城区连续停水的处置",
        text="去年十二月城区三次停水，最长的两天，为什么没有提前通知、没有应急供水？",
    )
    way.on_day(2).decide(proposing.order_answer, mode=Mode.ORAL, body=Body.PRESIDIUM)
    spoken = {"mode": Mode.ORAL, "body": Body.PRESIDIUM, "speaker": "区长 贺岚"}
    way.on_day(3).decide(proposing.answer, text="主管网老化爆裂，抢修需要时间，今后注意。", **spoken)
    _judge(way, satisfied=False)
    with way.at():
        proposing.demand_again(way.proposal, by=way.deputy, note="没有答复应急供水的问题。")
    second = (
        "对停水期间应急准备不足，区政府向代表和群众致歉。三月底前换完两段老化管网；"
        "停水六小时以上的，提前一天通知，并在社区设临时供水点；每季度公布管网检测结果。"
    )
    way.on_day(5).decide(proposing.answer, text=second, **spoken)
    _judge(way, satisfied=True)
    way.on(date(YEAR + 1, 1, 19)).decide(proposing.conclude, held=False, note="代表表示满意。")


def _judge(way, *, satisfied):
    """Each deputy with an account for himself; the office for the others."""
    rows = list(way.proposal.sponsorships.confirmed().select_related("seat__deputy__user"))
    on_paper = [row for row in rows if row.seat.deputy.user is None]
    with way.at():
        for row in rows:
            if row not in on_paper:
                proposing.judge(way.proposal, by=row.seat.deputy.user, satisfied=satisfied)
        proposing.judge(way.proposal, by=way.office, satisfied=satisfied, signatures=on_paper)
