"""A proposal that deputies signed on paper, as an office or its register tells of it."""

from django.core.exceptions import PermissionDenied, ValidationError

from congress import clock
from congress.workflow import whole
from proposals import rules
from proposals.enums import SponsorRole
from proposals.models import Proposal, Sponsorship
from proposals.workflow.steps import proposals, sponsorships


@whole
def write_down(*, by, lead, signers=(), **fields):
    """Begin a proposal that the seat ``lead`` leads and ``signers`` have signed already; return it.

    Only while a register is taken over: today each deputy signs himself (E2).
    """
    if not clock.is_taken_over():
        raise PermissionDenied("联名由代表本人确认。")
    seats = list(dict.fromkeys([lead, *signers]))
    able = set(rules.seats_to_lead(by).filter(term=lead.term_id).values_list("pk", flat=True))
    if gone := [seat.called for seat in seats if seat.pk not in able]:
        raise ValidationError(f"{'、'.join(gone)}当日不是本级的在任代表")
    proposal = Proposal(jurisdiction=lead.term.jurisdiction, term=lead.term, drafted_by=by, **fields)
    others = "、".join(seat.called for seat in seats[1:])
    note = f"{lead.called}领衔" + (f"，{others}联名。" if others else "。")
    proposals.start(proposal, by=by, label="登记", note=note)
    rows = [
        Sponsorship(proposal=proposal, seat=seat, role=SponsorRole.LEAD if seat == lead else SponsorRole.CO)
        for seat in seats
    ]
    rows = sponsorships.start_all(rows, by=by, label="登记")
    sponsorships.take_all("confirm", rows, by=by)
    return proposal
