"""Annual duty reports of the demonstration year, each further on its way; what a town paid its deputies."""

from datetime import date

from congress import clock
from congress.enums import Role
from congress.models import User
from deputies import subsidies
from deputies.models import Seat
from reports import workflow
from reports.demo.walk import YEAR, moment


WORDS = {
    "study": "一年来，我坚持学习宪法、代表法、组织法，参加区人大常委会和镇人大组织的培训，"
    "把学到的用到履职中。我体会到，代表不是荣誉，是责任；说得出道理，才提得出好的建议。",
    "voters": "接待选民时，我先把话听完，再把事记清。上坎村的水渠清淤、下坎村的电梯维修，"
    "我都到现场看过两次以上，督促承办单位把完成时间写进答复里。",
    "post": "我所在的茶业专业合作社，今年带动周边一百二十户茶农统一管护、统一检测，春茶每斤多卖了十一元。",
    "shortcomings": "一是学习还不够系统，对财政预算的审查看得懂、问不深。二是走访面还不够广，"
    "外出务工的选民联系得少。三是有的意见答复以后，跟踪问效不够及时。",
    "plans": "一要继续学习，每季度读一部与履职有关的法律。二要扩大走访，把在外务工的选民也联系起来。"
    "三要盯住已经答复的事项，办成一件销号一件，不让选民失望。",
}


def build_papers():
    """Draft, write, submit and review reports at the turn of the year."""
    _paper("亓官淼", "石坎镇", "shikan", upto="accept")
    _paper("亓官淼", "云渚区", "quban", upto="submit")
    _paper("欧阳䶮", "云渚区", "quban", upto="return")
    _paper("古丽娜尔·艾合买提江", "云渚区", "quban", upto="draft")
    _pay_subsidies("ludi")


def _pay_subsidies(office):
    """At the end of the year the town pays all days until then."""
    office = User.objects.select_related("jurisdiction").get(username=office)
    with clock.at(moment(date(YEAR, 12, 20))):
        ledger = subsidies.ledger_of(office.jurisdiction, YEAR)
        if shown := [line.shown for line in ledger.payable]:
            today = clock.today()
            subsidies.pay(office.jurisdiction, YEAR, by=office, shown=shown, paid_on=today, note="年终发放")


def _paper(name, place, office, *, upto):
    seat = Seat.objects.select_related("deputy__user").get(deputy__name=name, term__jurisdiction__name=place)
    writer = seat.deputy.user
    office = User.objects.get(username=office, role__in=Role.offices)
    with clock.at(moment(date(YEAR, 12, 28), 20)):
        report = workflow.draft(seat, YEAR, writer)
        workflow.write(report, by=writer, words=WORDS)
    if upto == "draft":
        return
    with clock.at(moment(date(YEAR + 1, 1, 6), 20)):
        workflow.submit(report, by=writer)
    with clock.at(moment(date(YEAR + 1, 1, 12))):
        if upto == "accept":
            workflow.accept(report, by=office)
        elif upto == "return":
            workflow.return_report(report, by=office, note="“存在的不足”请结合今年的事例来写。")
