"""The steps of a vacancy (选举法第五十七条): a seat's end or void election opens it, a by-election fills it.

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
    if _term_is_over(vacancy):
        return [step for step in steps if step.name == "leave"]
    return [step for step in steps if step.name != "reopen" or not _reason_against_reopening(vacancy)]


def check_day(vacancy, field, day):
    """Refuse a by-election on ``day`` before the vacancy or after the term, at the form's ``field``."""
    since, last = vacancy.since, vacancy.seat.term.ends_on
    if day <= since:
        found = "当选无效" if vacancy.is_of_void_election else "资格终止"
        sentence = f"补选应在出缺之后（{chinese_date(since)}{found}），请改正日期。"
        raise ValidationError({field: sentence})
    if last and day > last:
        sentence = f"本届{chinese_date(last)}届满，以后不再补选；请改正日期，或者登记不再补选。"
        raise ValidationError({field: sentence})


def likely_day(vacancy):
    """The scheduled day of the by-election once it has come; None while there is no result to register."""
    day = vacancy.by_election_on
    return day if day and vacancy.since < day <= clock.today() else None


def _term_is_over(vacancy):
    last = vacancy.seat.term.ends_on
    return last is not None and last < clock.today()


def _reason_against_reopening(vacancy):
    """A sentence that says why the seat is not to be listed as vacant again; "" if nothing stands against."""
    successor = vacancy.filled_by
    if successor and successor.status in SeatStatus.running:
        told = f"这个缺额已由{successor.deputy.name}补选"
        return f"{told}；补选无效或者本人离任的，请先登记当选无效或者终止资格。"
    if vacancy.since is None:
        return f"{vacancy.seat.deputy.name}的终止登记已经撤销，本人仍是代表，不能重新列为出缺。"
    if _term_is_over(vacancy):
        return "本届已经届满，由换届选举产生代表，不能再重新列为出缺。"
    return ""


@whole
def open_vacancy(seat, *, by):
    """Open the vacancy that the end of ``seat`` or its void election leaves; None where nobody is elected.

    It is filled by whoever elected: the constituency, or a unit, as the army's. Where nobody said which,
    and at the end of the term, there is no by-election.
    """
    last, vacant = seat.term.ends_on, Vacancy(seat=seat)
    if not seat.by_whom or (last and vacant.since >= last):
        return None
    vacancy = Vacancy.objects.filter(seat=seat).first()
    if vacancy:
        vacancies.take("reopen", vacancy, by=by, by_election_on=None, filled_by=None)
        return vacancy
    found = "当选无效" if vacant.is_of_void_election else "的代表资格终止"
    note = f"{chinese_date(vacant.since)}{seat.called}{found}，由{seat.by_whom}补选（选举法第五十七条）。"
    return vacancies.start(vacant, by=by, label="出缺", note=note)


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
    """There will be a by-election after all; never while somebody sits there, nor after the term."""
    step = vacancies.prepare("reopen", vacancy, by=by)
    if reason := _reason_against_reopening(vacancy):
        raise StepNotAvailable(reason)
    return put_back(vacancy, by=by, note=note, step=step)


def put_back(vacancy, *, by, note="", step="reopen"):
    """The by-election came to nothing."""
    return vacancies.take(step, vacancy, by=by, note=note, by_election_on=None, filled_by=None)
