"""The steps of a vacancy (选举法第五十七条): it opens with the end of a seat, and a by-election fills it.

The by-election itself is in ``deputies/by_election.py``, which elects into a seat.
"""

from django.core.exceptions import ValidationError

from congress.calendar import chinese_date
from congress.workflow import Step, Workflow, whole
from deputies import rules
from deputies.enums import VacancyStatus
from deputies.models import Vacancy


Status = VacancyStatus
WAITING = frozenset(Status.waiting)

vacancies = Workflow(
    "出缺和补选",
    Status,
    Step("schedule", "定补选日期", WAITING, Status.SCHEDULED, rules.can_keep_vacancy),
    Step("fill", "登记补选结果", WAITING, Status.FILLED, rules.can_keep_vacancy),
    Step("leave", "不再补选", WAITING, Status.LEFT, rules.can_keep_vacancy, done="已登记不再补选"),
    Step(
        "reopen",
        "重新列为出缺",
        frozenset({Status.FILLED, Status.LEFT}),
        Status.OPEN,
        rules.can_keep_vacancy,
    ),
    initial=Status.OPEN,
    related=["seat__deputy", "seat__term__jurisdiction__parent", "seat__constituency"],
)


@whole
def open_vacancy(seat, *, by):
    """Open the vacancy that the end of ``seat`` leaves; None where there is nobody to elect a successor.

    A seat without a constituency is filled by whoever elected it, and one that ends with its term by the
    general election.
    """
    last = seat.term.ends_on
    if seat.constituency_id is None or (last and seat.ends_on >= last):
        return None
    vacancy = Vacancy.objects.filter(seat=seat).first()
    if vacancy:
        vacancies.take("reopen", vacancy, by=by, by_election_on=None, filled_by=None)
        return vacancy
    note = f"{chinese_date(seat.ends_on)}{seat.called}的代表资格终止，由原选区补选（选举法第五十七条）。"
    return vacancies.start(Vacancy(seat=seat), by=by, label="出缺", note=note)


def schedule(vacancy, *, by, by_election_on, note=""):
    """Set the day of the by-election, or another one."""
    if by_election_on <= vacancy.seat.ends_on:
        sentence = f"补选应在出缺之后（{chinese_date(vacancy.seat.ends_on)}资格终止），请改正日期。"
        raise ValidationError({"by_election_on": sentence})
    told = "；".join(filter(None, [f"{chinese_date(by_election_on)}补选", note]))
    return vacancies.take("schedule", vacancy, by=by, note=told, by_election_on=by_election_on)


def leave(vacancy, *, by, note):
    """Leave the seat vacant until the term is over, for the reason ``note``."""
    return vacancies.take("leave", vacancy, by=by, note=note, by_election_on=None)


def reopen(vacancy, *, by, note=""):
    """The by-election came to nothing, or there will be one after all."""
    return vacancies.take("reopen", vacancy, by=by, note=note, by_election_on=None, filled_by=None)
