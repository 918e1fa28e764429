"""The by-election that fills a vacancy (选举法第五十七条)."""

from congress.workflow import whole
from deputies.enums import StartGround
from deputies.seat_workflow import elect
from deputies.vacancy_workflow import check_day, vacancies


@whole
def fill(vacancy, *, by, deputy, elected_on, **fields):
    """Elect ``deputy``, who may be new, into the vacant seat on ``elected_on``; return the new seat.

    It waits to be confirmed as any other (选举法第五十七条第五款). ``fields`` as of ``elect``.
    """
    step = vacancies.prepare("fill", vacancy, by=by)
    former = vacancy.seat
    check_day(vacancy, "elected_on", elected_on)
    values = {"delegation": former.delegation, "group": former.group} | fields
    seat = elect(
        by=by,
        deputy=deputy,
        term=former.term,
        constituency=former.constituency,
        by_army=former.by_army,
        start_ground=StartGround.BY_ELECTED,
        starts_on=elected_on,
        **values,
    )
    match(vacancy, seat, by=by, step=step)
    return seat


def match(vacancy, seat, *, by, step="fill"):
    """Say that ``seat`` fills the vacancy."""
    note = f"补选{seat.called}（选举法第五十七条）"
    return vacancies.take(step, vacancy, by=by, note=note, filled_by=seat, by_election_on=seat.starts_on)
