"""The way of a matter that became a suggestion, by the real steps of the proposals."""

from datetime import date, timedelta

from congress import clock
from congress.enums import Satisfaction
from congress.models import Unit
from proposals import workflow as proposing
from proposals.enums import ProposalKind
from reception import workflow
from reports.demo.walk import moment
from reports.demo.way import Way


# The proposals' category of an opinion's, where the names differ.
CATEGORIES = {"农业农村与水利": "农业水利"}
REPLY = (
    "您提出的建议收悉。我单位会同镇街现场核实，情况属实，已列入本年度计划，"
    "安排专项经费，年底前完成；进展情况按季度向您通报。感谢您对我们工作的支持。"
)


class Proposed(Way):
    """Takes the proposal's steps on the days of the matter's ``walk``."""

    def __init__(self, walk):
        self.walk = walk

    def at(self):
        return self.walk.at()

    def draft(self):
        """The office writes down what the receiving deputy then leads."""
        walk, opinion = self.walk, self.walk.opinion
        seat = (
            opinion.visit.deputies.select_related("deputy__user", "term__jurisdiction").order_by("pk").first()
        )
        with self.at():
            self.proposal = workflow.convert_all(
                [opinion],
                by=walk.office,
                kind=ProposalKind.SUGGESTION,
                lead=seat,
                title=workflow.suggested_title([opinion]),
                text=f"{workflow.suggested_text([opinion])}由主管部门会同镇街现场核实，列入年度计划，限期解决。",
            )
        opinion.refresh_from_db()

    @property
    def deputy(self):
        """The leading deputy, or the office that wrote down what one without an account signed."""
        return self.proposal.sponsorships.get(role="lead").seat.deputy.user or self.walk.office

    def submit(self):
        with self.at():
            proposing.confirm(self.proposal.sponsorships.get(role="lead"), by=self.deputy)
            proposing.submit(self.proposal, by=self.deputy)

    def accept(self):
        name = self.walk.matter.category
        super().accept(CATEGORIES.get(name, name))

    def assign(self):
        """To the unit that would have handled the matter; a town's to its own government."""
        place = self.proposal.jurisdiction
        own = Unit.objects.filter(local=self.walk.opinion.jurisdiction).first()
        unit = Unit.objects.filter(short_name=self.walk.matter.unit or "区住建局").first()
        with self.at():
            proposing.assign(self.proposal, by=self.office, lead=unit if place.district == place else own)

    def reply(self):
        [part] = self.parts()
        promised = "列入本年度计划，安排专项经费，完成整治并通过验收。"
        until = max(date(self.walk.day.year, 12, 31), self.walk.day)
        self.send_reply(part, REPLY, code="B", promised=promised, until=until)
        self.walk.opinion.refresh_from_db()

    def close(self):
        """Filed; every other promise is kept by then, the others are followed up."""
        self.rate(Satisfaction.BASICALLY)
        with self.at():
            made = self.proposal.commitments.select_related("assignment__unit").get()
            clerk = self.clerk(made.assignment)
            if self.proposal.serial % 2:
                told = "整治完成，已通过验收，请代表到现场看了。"
                proposing.commitments.report_kept(made, by=clerk, outcome=told)
                proposing.confirm_kept(made, by=self.office, note="现场核实，情况属实。")
            else:
                proposing.commitments.tell_progress(made, by=clerk, note="已完成设计和招标，正在备料。")
            proposing.close(self.proposal, by=self.office)

    def roll_over(self):
        """What was promised for last year is put off once, and the unit has told how far it is."""
        made = self.proposal.commitments.going().select_related("assignment__unit").first()
        if made and made.due_on < self.walk.today:
            with clock.at(moment(self.walk.today - timedelta(days=30))):
                note = "完成主体工程，正在收尾。"
                proposing.commitments.tell_progress(made, by=self.clerk(made.assignment), note=note)
                note = "上年因雨季停工没有完成，同意结转。"
                due_on = self.walk.today + timedelta(days=40)
                proposing.commitments.move(made, by=self.office, due_on=due_on, note=note)
