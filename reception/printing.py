"""The ledger of a year's matters, which may be long."""

from congress import clock, papers, press
from congress.models import Jurisdiction
from reception.completeness import checked
from reception.models import Opinion
from reception.papers.ledger import ledger_paper
from reception.papers.matter import with_promises


#: As many matters are printed in less than two seconds.
AT_ONCE = 60


def matters_of(place, year):
    """The matters of a year, of ``place`` and all below it, in the order of places and numbers."""
    found = Opinion.objects.filter(
        jurisdiction__in=Jurisdiction.objects.within(place), received_on__year=year
    )
    return checked(found).order_by(
        "jurisdiction__order", "jurisdiction", "received_on", "year", "serial", "pk"
    )


def ledger_of(place, year):
    """The ledger of a year as a paper."""
    return ledger_paper(place, year, with_promises(matters_of(place, year)), on=clock.today())


@press.paper
def print_ledger(place, year):
    """The ledger of a year of the jurisdiction with the key ``place``."""
    return papers.pdf_of([ledger_of(Jurisdiction.objects.get(pk=place), year)])
