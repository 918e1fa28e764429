"""The ledger of a session's or a year's proposals, which may be long."""

from congress import clock, papers, press
from congress.models import User
from congress.printing import PDF
from proposals.forms.paper import LedgerPaperForm
from proposals.papers.ledger import ledger_paper
from proposals.papers.matter import with_parts


#: As many proposals are printed in less than two seconds.
AT_ONCE = 60


def ledger_of(form):
    """The ledger that a valid LedgerPaperForm asks for, as a paper."""
    found = with_parts(form.proposals()).defer("text", "grounds", "plan")
    return ledger_paper(form.title, list(found), year=form.own_year, on=clock.today())


@press.paper
def print_ledger(user, place, session, year):
    """The ledger that the user with the key ``user`` asks for, by keys as well."""
    asked = {"place": place, "session": session, "year": year, "format": PDF}
    form = LedgerPaperForm(asked, user=User.objects.get(pk=user))
    form.full_clean()
    return papers.pdf_of([ledger_of(form)])
