"""The steps of a vacancy (选举法第五十七条): it opens with the end of a seat, and a by-election fills it.

The by-election itself is in ``deputies/by_election.py``, which elects into a seat.
"""

from django.core.exceptions import ValidationError

from congress import clock
from congress.calendar import chinese_date
from congress.workflow import Step, StepNotAvailable, Workflow, whole
from deputies import rules
from deputies.enums import SeatStatus, VacancyStatus
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


def offered(vacancy, user):
    """The steps that a page offers: once the term is over, only to leave the seat vacant."""
    steps = vacancies.available(vacancy, user)
    return [step for step in steps if step.name == "leave"] if _term_is_over(vacancy) else steps


def check_day(vacancy, field, day):
    """Refuse a by-election on ``day`` before the vacancy or after the term, at the form's ``field``."""
    since, last = vacancy.seat.ends_on, vacancy.seat.term.ends_on
    if day <= since:
        sentence = f"补选应在出缺之后（{chinese_date(since)}资格终止），请改正日期。"
        raise ValidationError({field: sentence})
    if last and day > last:
        sentence = f"本届{chinese_date(last)}届满，以后不再补选；请改正日期，或者登记不再补选。"
        raise ValidationError({field: sentence})


def _term_is_over(vacancy):
    last = vacancy.seat.term.ends_on
    return last is not None and last < clock.today()


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
    check_day(vacancy, "by_election_on", by_election_on)
    told = "；".join(filter(None, [f"{chinese_date(by_election_on)}补选", note]))
    return vacancies.take("schedule", vacancy, by=by, note=told, by_election_on=by_election_on)


def leave(vacancy, *, by, note):
    """Leave the seat vacant until the term is over, for the reason ``note``."""
    return vacancies.take("leave", vacancy, by=by, note=note, by_election_on=None)


@whole
def reopen(vacancy, *, by, note=""):
    """There will be a by-election after all; never while the successor sits, nor after the term."""
    step = vacancies.prepare("reopen", vacancy, by=by)
    successor = vacancy.filled_by
    if successor and successor.status in SeatStatus.running:
        told = (
            f"这个缺额已由{successor.deputy.name}补选；补选无效或者本人离任的，请先登记当选无效或者终止资格。"
        )
        raise StepNotAvailable(told)
    if _term_is_over(vacancy):
        raise StepNotAvailable("本届已经届满，由换届选举产生代表，不能再重新列为出缺。")
    return put_back(vacancy, by=by, note=note, step=step)


def put_back(vacancy, *, by, note="", step="reopen"):
    """The by-election came to nothing."""
    return vacancies.take(step, vacancy, by=by, note=note, by_election_on=None, filled_by=None)
