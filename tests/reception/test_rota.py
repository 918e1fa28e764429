"""Turns are shared out fairly, whoever is there."""

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from reception.rota import Candidate, OpenDay, days_needed, propose


FIRST = date(2025, 1, 6)


def day_of(number):
    return FIRST + timedelta(days=7 * number)


def crowd(seed):
    """Up to nine people, some not there from the start or to the end, some away, some with turns before."""
    chance = Random(seed)
    return [
        Candidate(
            key,
            first=chance.choice([None, day_of(chance.randint(0, 6))]),
            last=chance.choice([None, day_of(chance.randint(3, 9))]),
            away=frozenset(day_of(number) for number in chance.sample(range(10), chance.randint(0, 3))),
            turns=chance.randint(0, 2),
        )
        for key in range(chance.randint(1, 9))
    ]


@given(seed=st.integers(0, 1_000_000), per_day=st.integers(1, 3), count=st.integers(1, 10))
def test_turns_go_to_who_had_the_fewest_of_those_who_can(seed, per_day, count):
    people = crowd(seed)
    days = [OpenDay(number, day_of(number)) for number in range(count)]
    rota = propose(days, people, per_day)
    turns = Counter({one.key: one.turns for one in people})
    before = ()
    for day in days:
        chosen = rota.sitting[day.key]
        able = {one.key for one in people if one.can_sit(day.date)} - set(before)
        assert (len(set(chosen)), set(chosen) - able) == (min(per_day, len(able)), set())
        passed_over = able - set(chosen)
        assert all(turns[key] <= turns[other] for key in chosen for other in passed_over)
        turns.update(chosen)
        before = chosen
    assert rota.turns == turns
    assert [day.key for day in rota.holes(days, per_day)] == [
        key for key, chosen in rota.sitting.items() if len(chosen) < per_day
    ]


@given(size=st.integers(2, 12), per_day=st.integers(1, 3), count=st.integers(1, 14))
def test_nobody_sits_twice_before_everybody_once(size, per_day, count):
    people = [Candidate(key) for key in range(max(size, 2 * per_day))]
    days = [OpenDay(number, day_of(number)) for number in range(count)]
    rota = propose(days, people, per_day)
    assert max(rota.turns.values()) - min(rota.turns.values()) <= 1
    assert not any(set(one) & set(following) for one, following in pairwise(rota.sitting.values()))


def test_two_places_on_one_date_and_a_rota_that_stands_count():
    days = [
        OpenDay("before", day_of(0), fixed=("甲",)),
        OpenDay("here", day_of(1)),
        OpenDay("there", day_of(1)),
        OpenDay("after", day_of(2), fixed=("乙",)),
    ]
    people = [Candidate(key) for key in "甲乙丙"]
    rota = propose(days, people, 1)
    assert rota.sitting == {"before": ("甲",), "here": ("丙",), "there": (), "after": ("乙",)}
    assert [day.key for day in rota.holes(days, 1)] == ["there"]


def test_who_leaves_soon_sits_first_and_who_came_late_makes_up_for_nobody():
    people = [
        Candidate("老", turns=3),
        Candidate("长", turns=3),
        Candidate("离", turns=3, last=day_of(1)),
        Candidate("补", first=day_of(2)),
    ]
    days = [OpenDay(number, day_of(number)) for number in range(6)]
    rota = propose(days, people, 1, since=FIRST)
    assert [*rota.sitting.values()] == [("离",), ("老",), ("长",), ("补",), ("老",), ("长",)]
    assert rota.turns == {"老": 5, "长": 5, "离": 4, "补": 4}


def test_days_needed_for_everybody_to_have_the_least():
    assert [days_needed("甲乙丙丁戊", least, 2) for least in (0, 1, 2)] == [0, 3, 5]
