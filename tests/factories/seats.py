"""Seats, vacancies and jobs that came to where they are by their real steps."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from congress.registers.area import account_for
from deputies import by_election, seat_workflow, vacancy_workflow
from deputies.enums import EndGround, HigherLevel, Post, SeatStatus, SuspensionGround, VacancyStatus
from deputies.models import Employment, HigherSeat, SeatPost, Vacancy
from tests.factories.deputies import ConstituencyFactory, DeputyFactory, SeatFactory


ELECTED_ON = date(2024, 3, 1)
ENDED_ON = date(2025, 3, 10)


class SeatPostFactory(DjangoModelFactory):
    """A post in a town's congress."""

    class Meta:
        model = SeatPost

    seat = factory.SubFactory(SeatFactory)
    post = Post.PRESIDIUM


class EmploymentFactory(DjangoModelFactory):
    """The present job of a deputy."""

    class Meta:
        model = Employment

    deputy = factory.SubFactory(DeputyFactory)
    employer = "石坎中学"
    position = "教师"
    starts_on = date(2020, 9, 1)


class HigherSeatFactory(DjangoModelFactory):
    """A seat in the city's congress."""

    class Meta:
        model = HigherSeat

    deputy = factory.SubFactory(DeputyFactory)
    level = HigherLevel.CITY
    congress = "澄岚市人民代表大会"
    term = 8
    starts_on = date(2022, 1, 20)


def keeper(seat):
    """Who keeps the seats of any congress of the district."""
    return account_for(seat.term.jurisdiction.district)


def elected(seat_of, **fields):
    """A seat in the term of ``seat_of``, elected and not confirmed yet."""
    deputy = fields.pop("deputy", None) or DeputyFactory(district=seat_of.deputy.district, name="王芳")
    return seat_workflow.elect(by=keeper(seat_of), deputy=deputy, term=seat_of.term, **fields)


def ended(seat, ends_on=ENDED_ON, ground=EndGround.RESIGNED, **papers):
    """The seat, ended."""
    seat_workflow.end(seat, by=keeper(seat), ends_on=ends_on, end_ground=ground, **papers)
    return seat


def seat_at(status, town, **fields):
    """A seat of the town's congress at ``status``."""
    seat = SeatFactory(jurisdiction=town, **fields)
    if status in (SeatStatus.ELECTED, SeatStatus.INVALID):
        seat = elected(seat)
    if status == SeatStatus.INVALID:
        seat_workflow.invalidate(seat, by=keeper(seat), note="选举程序不合法")
    elif status == SeatStatus.SUSPENDED:
        seat_workflow.suspend(
            seat, by=keeper(seat), ground=SuspensionGround.CUSTODY, starts_on=date(2025, 3, 1)
        )
    elif status == SeatStatus.ENDED:
        ended(seat)
    return seat


def vacancy_at(status, town, **fields):
    """A vacancy in a constituency of the town's congress at ``status``."""
    place = fields.pop("constituency", None) or ConstituencyFactory(jurisdiction=town)
    seat = ended(SeatFactory(jurisdiction=town, constituency=place, **fields))
    vacancy = Vacancy.objects.get(seat=seat)
    if status == VacancyStatus.SCHEDULED:
        vacancy_workflow.schedule(vacancy, by=keeper(seat), by_election_on=date(2025, 4, 1))
    elif status == VacancyStatus.LEFT:
        vacancy_workflow.leave(vacancy, by=keeper(seat), note="本届任期将满")
    elif status == VacancyStatus.FILLED:
        newcomer = DeputyFactory(district=town.district, name="陈静")
        by_election.fill(vacancy, by=keeper(seat), deputy=newcomer, elected_on=date(2025, 3, 15))
    return vacancy
