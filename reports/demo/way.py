"""The way of a proposal by its real steps: each by whose task it is, or whom the office stands in for."""

from congress import clock
from congress.enums import Role, Satisfaction
from congress.models import ResultClass, User
from congress.models.unit import unit_clerks
from proposals import handling_workflow
from proposals import workflow as proposing
from proposals.models import ProposalCategory


class Way:
    """Takes the steps of ``proposal``; ``at()`` is a context in which it is the hour of the next one."""

    proposal = None

    @property
    def office(self):
        """The office of the congress to which it is handed in."""
        return User.objects.get(role__in=Role.offices, jurisdiction=self.proposal.jurisdiction)

    @property
    def deputy(self):
        """The leading deputy, or the office that writes down what one without an account signed."""
        return self.signer(self.proposal.sponsorships.get(role="lead"))

    def signer(self, signature):
        return signature.seat.deputy.user or self.office

    def accept(self, category):
        found = ProposalCategory.objects.filter(name__in=[category, "其他"]).order_by("name")
        chosen = next((one for one in found if one.name == category), found.first())
        with self.at():
            proposing.accept(self.proposal, by=self.office, category=chosen)

    def parts(self):
        """The units' parts of this round, those that join first."""
        found = self.proposal.assignments.standing().filter(round=self.proposal.round)
        return sorted(found.select_related("unit"), key=lambda part: part.leads)

    def clerk(self, part):
        """The unit's own clerk; the office for a unit without an account."""
        return unit_clerks(part.unit).first() or self.office

    def take_on(self):
        for part in self.parts():
            with self.at():
                handling_workflow.accept(part, by=self.clerk(part))

    def send_reply(self, part, text, *, code="A", promised="", until=None, number=None):
        with self.at():
            serial = number or self.proposal.serial
            handling_workflow.reply(
                part,
                by=self.clerk(part),
                text=text,
                signatory="李局长",
                document_number=f"{part.unit}函〔{clock.today().year}〕{serial}号",
                replied_on=clock.today(),
                # A joining unit writes to the leading one, which says of which class the reply is.
                result_class=self._class_of(code) if part.leads else None,
                promised=promised,
                promise_due_on=until,
            )
        self.proposal.refresh_from_db()

    def _class_of(self, code):
        return ResultClass.objects.get(jurisdiction=self.proposal.jurisdiction.district, code=code)

    def rate(self, result=Satisfaction.SATISFIED, note=""):
        """By everybody who signed and has not rated yet."""
        for row in proposing.waited_for(self.proposal):
            with self.at():
                proposing.rate(
                    self.proposal,
                    by=self.signer(row),
                    sponsorship=row,
                    attitude=Satisfaction.SATISFIED,
                    result=result,
                    note=note,
                )

    def close(self, note=""):
        with self.at():
            proposing.close(self.proposal, by=self.office, note=note)
        self.proposal.refresh_from_db()
