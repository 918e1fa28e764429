"""What of this floor is found from the bar."""

from congress import search
from congress.search import Hit
from proposals import rules
from proposals.models import Proposal


def _proposals(user, words):
    found = Proposal.objects.visible_to(user).search(words)
    return found.select_related("term", "session").defer("text", "grounds", "plan")


def _proposal(proposal):
    about = f"{proposal.number}，{proposal.word}，{proposal.get_status_display()}"
    return Hit(proposal.title, about, proposal.get_absolute_url())


search.register(
    30,
    "议案建议",
    unit="件",
    finds="编号、标题、内容、提出代表",
    url_name="proposals:proposal_list",
    open_to=rules.can_find_proposals,
    rows=_proposals,
    hit_of=_proposal,
)
