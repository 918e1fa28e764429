"""The statistics of matters: every number by hand, and the records behind every number."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from congress import clock
from congress.enums import Satisfaction
from congress.figures import Period
from reception import answer_workflow, referral_workflow, workflow
from reception.enums import Channel
from reception.enums import OpinionStatus as Status
from reception.models import OpinionCategory
from reception.statistics import DIMENSIONS, MEASURES, Count, Days, Question, Share, in_order, table_of
from tests.factories.deputies import SeatFactory
from tests.factories.reception import NOON, opinion_at, referral_of, take


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]

YEAR = Period.of_year(2025)
DAYS = {measure.percent: measure for measure in MEASURES if isinstance(measure, Days)}
RATE = next(measure for measure in MEASURES if isinstance(measure, Share))


def told(row):
    """What is not nothing."""
    return {name: value for name, value in row.values.items() if value}


def told_of(question, by):
    table = table_of(question, DIMENSIONS[by])
    return {row.label: told(row) for row in table.rows}, told(table.total)


def answered_after(who, days, rating=None, **visit):
    """A matter received ``days`` before it was referred, replied to and answered, all on one day."""
    opinion = opinion_at(Status.ANSWERED, who, on=clock.today() - timedelta(days=days), **visit)
    if rating:
        answer_workflow.survey(
            opinion,
            by=who.liaison,
            handling_rating=rating,
            deputy_rating=Satisfaction.SATISFIED,
            reason="不够快",
        )
    return opinion


@pytest.fixture
def world(who):
    """Five matters of this year, three of them answered, a draft, and one of last year that is overdue."""
    other = SeatFactory(jurisdiction=who.town, deputy__name="芮思源")
    answered_after(who, 2, Satisfaction.SATISFIED, seats=[who.seat, other])
    answered_after(who, 9, Satisfaction.DISSATISFIED, channel=Channel.LETTER)
    answered_after(who, 30)
    take("survey", opinion_at(Status.EXPLAINED, who), who)
    opinion_at(Status.REGISTERED, who, seats=[])
    opinion_at(Status.DRAFT, who)
    with clock.at(NOON.replace(year=2024)):
        opinion_at(Status.REFERRED, who)
    return other


def test_numbers_are_those_counted_by_hand(who, world):
    question = Question(who.office, YEAR)
    answered = {"referred": 1, "replied": 1, "in_time": 1, "in_time_rate": 100.0, "answered": 1}
    total = {
        "taken": 5,
        "settled": 1,
        "referred": 3,
        "replied": 3,
        "in_time": 3,
        "in_time_rate": 100.0,
        "answered": 3,
        "satisfied": 1,
        "dissatisfied": 2,
        "satisfied_rate": 33.3,
        "median": 9,
        "ninetieth": 30,
        "open": 5,
    }
    assert told_of(question, "month")[1] == total
    months = told_of(question, "month")[0]
    assert list(months) == [f"2025年{month}月" for month in range(1, 13)]
    assert months["2025年2月"] == {"taken": 1, **answered, "median": 30, "ninetieth": 30, "open": 1}
    assert months["2025年4月"] == {}
    channels, again = told_of(question, "channel")
    assert again == total
    assert channels["来信"] == {
        "taken": 1,
        **answered,
        "dissatisfied": 1,
        "median": 9,
        "ninetieth": 9,
        "open": 1,
    }
    deputies = table_of(question, DIMENSIONS["deputy"])
    assert [(row.label, row.values["taken"]) for row in deputies.rows] == [
        (who.seat.called, 4),
        ("芮思源", 1),
        ("没有接待代表", 1),
    ]
    assert told(deputies.total) == total
    units = {label: row["taken"] for label, row in told_of(question, "unit")[0].items()}
    assert units == {str(who.unit): 3, "没有承办单位": 2}
    assert told_of(question, "station")[0].keys() == {"不在站点接待日收到"}
    assert told_of(question, "nature")[0].keys() == {"诉求", "未填写"}
    assert told_of(question, "category")[0].keys() == {"交通出行", "未分类"}
    assert {row["taken"] for row in told_of(Question(who.district_office, YEAR), "place")[0].values()} == {5}


def test_every_number_has_as_many_records_behind_it(who, world):
    for user in (who.district_office, who.office, who.clerk):
        for period in (YEAR, Period.of_year(2024)):
            question = Question(user, period)
            for dimension in DIMENSIONS.values():
                table = table_of(question, dimension)
                for measure in MEASURES:
                    if isinstance(measure, Count):
                        found = [question.records(measure, dimension, row.code).count() for row in table.rows]
                        assert found == [row.values[measure.name] for row in table.rows]
                        assert question.records(measure).count() == table.total.values[measure.name]


def test_records_behind_days_and_rates(who, world):
    question = Question(who.office, YEAR)
    waited = [opinion.waited for opinion in question.records(DAYS[50])]
    assert (waited, question.records(RATE).count()) == ([30, 9, 2], 3)


def test_percentiles_are_of_the_nearest_rank():
    ten = list(range(1, 11))
    assert [DAYS[50].of(ten), DAYS[90].of(ten), DAYS[90].of([*ten, 11])] == [5, 9, 10]
    assert [DAYS[50].of([0]), DAYS[90].of([0]), DAYS[50].of([])] == [0, 0, None]


def test_year_before_stands_beside_the_same_part(who, world):
    table = table_of(Question(who.office, YEAR), DIMENSIONS["month"], compared=True)
    assert [row.before["taken"] for row in table.rows] == [0, 0, 1, *[0] * 9]
    assert (table.total.before["taken"], table.total.before["median"]) == (1, None)
    leap = Question(who.office, Period(date(2024, 2, 29), date(2024, 2, 29))).a_year_before
    assert leap.period == Period(date(2023, 2, 28), date(2023, 2, 28))


def test_overdue_tells_of_today(who, world):
    row = table_of(Question(who.office, Period.of_year(2024)), DIMENSIONS["month"]).total
    assert told(row) == {"taken": 1, "referred": 1, "open": 1, "overdue": 1}


def test_unit_counts_its_own_reply_and_its_first(who):
    """The leading unit is late, and in time when it redoes the matter; the joining one was in time."""
    opinion = opinion_at(Status.TRIAGED, who)
    workflow.refer(opinion, by=who.office, lead=who.unit, co_units=[who.co_unit])
    co = referral_of(opinion, who.co_unit)
    referral_workflow.accept(co, by=who.co_clerk)
    referral_workflow.reply(co, by=who.co_clerk, text="已修好。", signatory="李局长")
    take("accept", opinion, who)
    with clock.at(NOON.replace(month=12)):
        for name in ("reply", "copy", "answer", "survey", "redo", "accept", "reply"):
            take(name, opinion, who)
    rows = table_of(Question(who.office, YEAR), DIMENSIONS["unit"]).rows
    found = {row.label: (row.values["taken"], row.values["replied"], row.values["in_time"]) for row in rows}
    assert found == {str(who.unit): (1, 1, 0), str(who.co_unit): (1, 1, 1)}


def test_rows_are_sorted_with_nothing_last(who, world):
    rows = table_of(Question(who.office, YEAR), DIMENSIONS["deputy"]).rows
    assert [row.label for row in in_order(rows, "median")] == ["芮思源", who.seat.called, "没有接待代表"]
    assert [row.label for row in in_order(rows, "-median")] == [who.seat.called, "芮思源", "没有接待代表"]


@pytest.mark.parametrize("by", DIMENSIONS)
def test_queries_do_not_grow_with_parts(who, by):
    dimension, question = DIMENSIONS[by], Question(who.district_office, YEAR)
    categories = OpinionCategory.objects.all()

    def queries():
        with CaptureQueriesContext(connection) as captured:
            table = table_of(question, dimension)
        return len(captured), table.total.values["taken"]

    opinion_at(Status.ANSWERED, who)
    first, _ = queries()
    for place, category in enumerate(categories[:2]):
        opinion = opinion_at(
            Status.ANSWERED,
            who,
            seats=[who.seat, SeatFactory(jurisdiction=who.town)],
            channel=[Channel.PHONE, Channel.BOX][place],
        )
        type(opinion).objects.filter(pk=opinion.pk).update(
            category=category, nature=["question", "praise"][place]
        )
    assert queries() == (first, 3)
    assert first <= 5
