"""The way of a matter that became a suggestion, by the real steps of the proposals."""

from datetime import date

from congress import clock
from congress.enums import Role, Satisfaction
from congress.models import ResultClass, Unit, User
from congress.models.unit import unit_clerks
from proposals import handling_workflow
from proposals import workflow as proposing
from proposals.enums import ProposalKind
from proposals.models import ProposalCategory
from reception import workflow


# The proposals' category of an opinion's, where the names differ.
CATEGORIES = {"农业农村与水利": "农业水利"}


class Proposed:
    """Takes the proposal's steps on the days of the matter's ``walk``."""

    def __init__(self, walk):
        self.walk = walk
        self.proposal = None

    def draft(self):
        """The office writes down what the receiving deputy then leads."""
        walk, opinion = self.walk, self.walk.opinion
        seat = (
            opinion.visit.deputies.select_related("deputy__user", "term__jurisdiction").order_by("pk").first()
        )
        with self.walk.at():
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
        """The leading deputy, or the office that writes down what one without an account signed."""
        lead = self.proposal.sponsorships.get(role="lead")
        return lead.seat.deputy.user or self.walk.office

    @property
    def office(self):
        """The office of the congress to which it was handed in."""
        return User.objects.filter(role__in=Role.offices, jurisdiction=self.proposal.jurisdiction).first()

    def submit(self):
        with self.walk.at():
            proposing.confirm(self.proposal.sponsorships.get(role="lead"), by=self.deputy)
            proposing.submit(self.proposal, by=self.deputy)

    def accept(self):
        name = CATEGORIES.get(self.walk.matter.category, self.walk.matter.category)
        category = ProposalCategory.objects.filter(name=name).first() or ProposalCategory.objects.get(
            name="其他"
        )
        with self.walk.at():
            proposing.accept(self.proposal, by=self.office, category=category)

    def assign(self):
        """To the unit that would have handled the matter; a town's to its own government."""
        place = self.proposal.jurisdiction
        own = Unit.objects.filter(local=self.walk.opinion.jurisdiction).first()
        unit = Unit.objects.filter(short_name=self.walk.matter.unit or "区住建局").first()
        with self.walk.at():
            proposing.assign(self.proposal, by=self.office, lead=unit if place.district == place else own)

    def _part(self):
        return self.proposal.assignments.select_related("unit").get()

    def _clerk(self, part):
        return unit_clerks(part.unit).first() or self.office

    def take_on(self):
        part = self._part()
        with self.walk.at():
            handling_workflow.accept(part, by=self._clerk(part))

    def reply(self):
        part = self._part()
        with self.walk.at():
            handling_workflow.reply(
                part,
                by=self._clerk(part),
                text=(
                    "您提出的建议收悉。我单位会同镇街现场核实，情况属实，已列入本年度计划，"
                    "安排专项经费，年底前完成；进展情况按季度向您通报。感谢您对我们工作的支持。"
                ),
                signatory="李局长",
                document_number=f"{part.unit}函〔{self.walk.day.year}〕{self.proposal.serial}号",
                replied_on=clock.today(),
                result_class=ResultClass.objects.get(
                    jurisdiction=self.proposal.jurisdiction.district, code="B"
                ),
                promised="列入本年度计划，安排专项经费，完成整治并通过验收。",
                promise_due_on=max(date(self.walk.day.year, 12, 31), clock.today()),
            )
        self.walk.opinion.refresh_from_db()

    def close(self):
        """Filed; every other promise is kept by then, the others are followed up."""
        with self.walk.at():
            for row in proposing.waited_for(self.proposal):
                proposing.rate(
                    self.proposal,
                    by=row.seat.deputy.user or self.office,
                    sponsorship=row,
                    attitude=Satisfaction.SATISFIED,
                    result=Satisfaction.BASICALLY,
                )
            made = self.proposal.commitments.first()
            if made and self.proposal.serial % 2:
                clerk = self._clerk(made.assignment)
                told = "整治完成，已通过验收，请代表到现场看了。"
                proposing.commitments.report_kept(made, by=clerk, outcome=told)
                proposing.confirm_kept(made, by=self.office, note="现场核实，情况属实。")
            elif made:
                clerk = self._clerk(made.assignment)
                proposing.commitments.tell_progress(made, by=clerk, note="已完成设计和招标，正在备料。")
            proposing.close(self.proposal, by=self.office)
