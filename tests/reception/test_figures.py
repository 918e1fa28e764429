"""The figures of reception: what counts, by the definitions of the sample registers."""

from datetime import date, timedelta

import pytest
from django.template.loader import render_to_string

from congress import clock, figures
from congress.enums import Satisfaction
from congress.figures import Period
from reception import answer_workflow, day_workflow, workflow
from reception.enums import AnswerMode, Channel, DayStatus, OpinionStatus
from reception.models import Opinion, OpinionCategory
from tests.factories.deputies import SeatFactory
from tests.factories.reception import NOON, day_at, opinion_at, take, visit_of


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]

YEAR = Period.of_year(2025)
RATE_KEYS = {
    "reception.opinions_satisfied",
    "reception.opinions_basically",
    "reception.opinions_rated",
    "reception.opinions_rate",
}


def of_seat(seat):
    keys = {figure.key for figure in figures.registered("seat") if figure.key.startswith("reception.")}
    return counted(figures.for_seats([seat.pk], YEAR, keys)[seat.pk])


def of_place(place):
    keys = {figure.key for figure in figures.registered("place") if figure.key.startswith("reception.")}
    return counted(figures.for_places([place.pk], YEAR, keys)[place.pk])


def counted(values):
    """What is not nothing, without the section's name."""
    return {key.removeprefix("reception."): value for key, value in values.items() if value}


def answered(who, rating):
    opinion = opinion_at(OpinionStatus.ANSWERED, who)
    answer_workflow.survey(
        opinion, by=who.liaison, handling_rating=rating, deputy_rating=Satisfaction.SATISFIED, reason="不够快"
    )
    return opinion


def test_withdrawn_draft_was_never_taken(who):
    draft = opinion_at(OpinionStatus.DRAFT, who)
    workflow.withdraw(draft, by=who.liaison, note="记错了")
    assert (of_seat(who.seat), of_place(who.town)) == ({}, {})


def test_withdrawn_matter_with_a_number_was_taken(who):
    opinion_at(OpinionStatus.WITHDRAWN, who)
    assert of_place(who.town) == {"opinions_taken": 1, "voters_received": 1, "visits_received": 1}


def test_seat_without_records_has_zeros_and_no_rates(who):
    values = figures.for_seats([who.seat.pk], YEAR, {"reception.opinions_taken", *RATE_KEYS})[who.seat.pk]
    assert values == {
        "reception.opinions_taken": 0,
        "reception.opinions_satisfied": 0,
        "reception.opinions_basically": 0,
        "reception.opinions_rated": 0,
        "reception.opinions_rate": None,
    }


def test_place_without_records_has_no_categories(who):
    key = "reception.by_category"
    assert figures.for_places([who.town.pk], YEAR, {key})[who.town.pk] == {key: {}}


def test_seat_counts_every_matter_of_a_visit_and_its_people_once(who):
    visit_of(who, opinions=2, party_size=3)
    assert of_seat(who.seat) == {"voters_received": 3, "visits_received": 1, "opinions_taken": 2}


def test_place_counts_a_visit_once_however_many_deputies_received_it(who):
    other = SeatFactory(jurisdiction=who.town)
    visit_of(who, seats=[who.seat, other], party_size=2)
    assert of_place(who.town) == {"voters_received": 2, "visits_received": 1, "opinions_taken": 1}


def test_letter_brings_an_opinion_but_nobody_is_received(who):
    visit_of(who, channel=Channel.LETTER)
    assert of_seat(who.seat) == {"opinions_taken": 1}


def test_draft_counts_nothing(who):
    opinion_at(OpinionStatus.DRAFT, who)
    assert of_seat(who.seat) == {}


def test_explained_opinion_counts_as_rated_without_an_answer(who):
    take("survey", opinion_at(OpinionStatus.EXPLAINED, who), who)
    assert of_seat(who.seat) == {
        "voters_received": 1,
        "visits_received": 1,
        "opinions_taken": 1,
        "opinions_explained": 1,
        "opinions_dissatisfied": 1,
        "opinions_rated": 1,
        "deputy_role_satisfied": 1,
        "deputy_role_rated": 1,
        "deputy_role_rate": 100.0,
    }


def test_referred_opinion_counts_reply_answer_and_rating(who):
    answered(who, Satisfaction.BASICALLY)
    assert of_place(who.town) == {
        "voters_received": 1,
        "visits_received": 1,
        "opinions_taken": 1,
        "opinions_referred": 1,
        "opinions_replied": 1,
        "opinions_replied_in_time": 1,
        "opinions_answered": 1,
        "opinions_basically": 1,
        "opinions_rated": 1,
        "opinions_rate": 100.0,
        "deputy_role_satisfied": 1,
        "deputy_role_rated": 1,
        "deputy_role_rate": 100.0,
        "by_category": {str(OpinionCategory.objects.get(name="交通出行").pk): 1},
        "by_unit": {str(who.unit.pk): 1},
        "replied_by_unit": {str(who.unit.pk): 1},
    }


def test_rate_keeps_one_decimal(who):
    for rating in (Satisfaction.SATISFIED, Satisfaction.SATISFIED, Satisfaction.DISSATISFIED):
        answered(who, rating)
    assert of_seat(who.seat)["opinions_rate"] == 66.7


def test_converted_and_not_accepted_are_not_referred(who):
    opinion_at(OpinionStatus.CONVERTED, who)
    opinion_at(OpinionStatus.NOT_ACCEPTED, who)
    values = of_seat(who.seat)
    assert (values["opinions_converted"], values["opinions_not_accepted"]) == (1, 1)
    assert "opinions_referred" not in values


def test_answer_to_an_opinion_not_accepted_is_no_answered_referral(who):
    opinion = opinion_at(OpinionStatus.NOT_ACCEPTED, who)
    answer_workflow.answer(opinion, by=who.deputy, mode=AnswerMode.PHONE, text="请到法院起诉。")
    assert "opinions_answered" not in of_seat(who.seat)


def test_reply_after_the_period_does_not_count(who):
    opinion_at(OpinionStatus.REPLIED, who)
    key = "reception.opinions_replied"
    until = Period.of_year(2025, date(2025, 3, 19))
    assert figures.for_places([who.town.pk], until, {key})[who.town.pk] == {key: 0}


def test_held_day_counts_for_the_deputy_who_was_present(who):
    substitute = SeatFactory(jurisdiction=who.town)
    day = day_at(DayStatus.NOTICE_PUBLISHED, who)
    day_workflow.substitute(day, by=who.liaison, seat=substitute, replaced=who.seat)
    day_workflow.open_day(day, by=who.liaison)
    day_workflow.hold(day, by=who.liaison, present=[substitute])
    assert (of_seat(who.seat), of_seat(substitute)) == ({}, {"days_served": 1})


def test_days_of_a_place(who):
    day_at(DayStatus.HELD, who)
    day_at(DayStatus.CANCELLED, who, on=date(2025, 4, 20))
    with clock.at(NOON + timedelta(days=32)):
        found = of_place(who.town)
    assert found == {
        "days_planned": 2,
        "days_held": 1,
        "days_not_held": 1,
        "days_without_visitors": 1,
        "notices_late": 1,
        "deputy_turns": 1,
        "deputies_serving": 1,
    }


def test_day_to_come_is_planned_and_not_missed(who):
    for status, on in [(DayStatus.CANCELLED, date(2025, 4, 20)), (DayStatus.ROTA_SET, date(2025, 3, 20))]:
        day_at(status, who, on=on)
    assert of_place(who.town) == {"days_planned": 2}


def test_day_put_off_over_the_year_is_due_in_the_one_and_held_in_the_other(who):
    with clock.at(NOON.replace(month=12, day=31)):
        day = day_at(DayStatus.ROTA_SET, who)
        day_workflow.postpone(day, by=who.office, date=date(2026, 1, 7), reason="大雪")
    with clock.at(NOON.replace(year=2026, month=1, day=7)):
        day_workflow.publish_notice(day, by=who.liaison, reason="补公告")
        day_workflow.open_day(day, by=who.liaison)
        day_workflow.hold(day, by=who.liaison, present=[who.seat])
        keys = [f"reception.days_{name}" for name in ("planned", "held", "not_held", "postponed")]
        found = [figures.for_places([who.town.pk], Period.of_year(year), keys) for year in (2025, 2026)]
    assert [list(values[who.town.pk].values()) for values in found] == [[1, 0, 0, 0], [0, 1, 0, 1]]


def test_year_that_is_over_does_not_change_when_a_matter_is_redone(who):
    answered(who, Satisfaction.DISSATISFIED)
    opinion = Opinion.objects.get()
    before = of_place(who.town)
    with clock.at(NOON.replace(year=2026)):
        for step in ("redo", "accept", "reply", "copy", "answer"):
            take(step, opinion, who)
        answer_workflow.survey(
            opinion,
            by=who.liaison,
            handling_rating=Satisfaction.SATISFIED,
            deputy_rating=Satisfaction.BASICALLY,
        )
        after = of_place(who.town)
        until_then = Period(YEAR.start, clock.today())
        rated = figures.for_places([who.town.pk], until_then, RATE_KEYS)[who.town.pk]
    assert (after, before["opinions_dissatisfied"], before["opinions_answered"]) == (before, 1, 1)
    assert rated["reception.opinions_rate"] == 100.0


def test_answer_before_the_unit_replied_is_none(who):
    """The office did not accept the matter and said so; then it was taken up and referred after all."""
    opinion = opinion_at(OpinionStatus.NOT_ACCEPTED, who)
    for step in ("answer", "close", "reopen", "triage", "refer", "accept"):
        take(step, opinion, who)
    with clock.at(NOON + timedelta(days=1)):
        take("reply", opinion, who)
    values = of_place(who.town)
    assert (values["opinions_replied"], values.get("opinions_answered")) == (1, None)


def test_day_with_visitors(who):
    visit_of(who, day=day_at(DayStatus.OPEN, who), channel=Channel.RECEPTION)
    assert "days_without_visitors" not in of_place(who.town)


PLACE_FIGURES = [figure for figure in figures.registered("place") if figure.key.startswith("reception.")]


@pytest.mark.parametrize("figure", [f for f in PLACE_FIGURES if isinstance(f, figures.Figure)])
def test_figure_draws_its_evidence_in_one_query(figure, who, django_assert_max_num_queries):
    for number in range(2):
        visit_of(who, day=day_at(DayStatus.HELD, who, place=f"第{number}站"))
    rows = figures.evidence(figure, YEAR, places=[who.town.pk])
    with django_assert_max_num_queries(1):
        [render_to_string(figure.source.template, {"row": row}) for row in rows]
