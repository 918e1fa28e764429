"""What was written down before of the proposals that a ledger tells of."""

from proposals.enums import SponsorRole
from proposals.models import Proposal, Sponsorship
from proposals.registers.values import plain


class KnownProposals:
    """The proposals of the terms that rows tell of, each term read once; no two rows have the same one."""

    def __init__(self):
        self.terms, self.taken = {}, set()

    def recall(self):
        self.terms.clear()

    def add(self, proposal):
        """One that has just been written down; ``find`` has read its term."""
        self.terms[proposal.session.term_id].append(proposal)

    def find(self, told):
        """The proposal that was written down before: of the same title or, with its number, the same lead."""
        free = [proposal for proposal in self._of(told.session.term_id) if proposal.pk not in self.taken]
        same = [one for one in free if plain(one.title) == plain(told.title) and one.session == told.session]
        numbered = [one for one in free if told.key == (one.session_id, one.kind, one.serial)]
        exact = [one for one in same if one in numbered or told.key is None]
        led = [one for one in (*numbered, *same) if getattr(one, "led_by", None) == told.lead.pk]
        return next(iter((*exact, *led)), None)

    def title_of_number(self, told):
        """The title of another proposal that has the number already, None where it is free."""
        found = self._of(told.session.term_id)
        return next((one.title for one in found if told.key == (one.session_id, one.kind, one.serial)), None)

    def _of(self, term_id):
        """The term's proposals with a number, each with the seat that leads it."""
        if term_id not in self.terms:
            found = Proposal.objects.registered().filter(term=term_id).order_by("pk")
            found = found.select_related("jurisdiction__parent", "term__jurisdiction", "session", "category")
            leads = Sponsorship.objects.filter(role=SponsorRole.LEAD, proposal__in=found.values("pk"))
            seats = dict(leads.values_list("proposal", "seat"))
            self.terms[term_id] = [*found]
            for proposal in self.terms[term_id]:
                proposal.led_by = seats.get(proposal.pk)
        return self.terms[term_id]
