"""The by-election that fills a vacancy (选举法第五十七条)."""

from django.core.exceptions import ValidationError

from congress.calendar import chinese_date
from congress.workflow import whole
from deputies.enums import StartGround
from deputies.seat_workflow import elect
from deputies.vacancy_workflow import vacancies


@whole
def fill(vacancy, *, by, deputy, elected_on, **fields):
    """Elect ``deputy``, who may be new, into the vacant seat on ``elected_on``; return the new seat.

    It waits to be confirmed as any other (选举法第五十七条第五款). ``fields`` as of ``elect``.
    """
    step = vacancies.prepare("fill", vacancy, by=by)
    former = vacancy.seat
    if elected_on <= former.ends_on:
        sentence = f"补选应在出缺之后（{chinese_date(former.ends_on)}资格终止），请改正日期。"
        raise ValidationError({"elected_on": sentence})
    values = {"delegation": former.delegation, "group": former.group} | fields
    seat = elect(
        by=by,
        deputy=deputy,
        term=former.term,
        constituency=former.constituency,
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
