"""Seats found while somebody types: in sight, in order, told apart; what is found can be chosen."""

from datetime import date, timedelta
from urllib.parse import parse_qs, urlparse

import pytest
from django.urls import reverse

from deputies import rolls
from deputies.enums import GroupKind, GroupPost
from deputies.fields import MOST_OFFERED
from deputies.forms.activity import PeopleForm
from deputies.forms.meeting import CallForm
from deputies.forms.structure import NewMembershipForm
from deputies.models import GroupMembership, Seat
from tests.factories.activities import DAY, planned
from tests.factories.congress import TownFactory
from tests.factories.deputies import ConstituencyFactory, DeputyFactory, DeputyGroupFactory, SeatFactory
from tests.factories.sessions import MeetingFactory, SessionFactory


URL = "deputies:seat_find"


@pytest.fixture
def as_office(client, office):
    client.force_login(office)
    return client


@pytest.fixture
def wang(town):
    """Two of one name, elected in different constituencies."""
    return [
        SeatFactory(
            jurisdiction=town,
            deputy__name="王芳",
            constituency=ConstituencyFactory(jurisdiction=town, number=number),
        )
        for number in (2, 1)
    ]


@pytest.fixture
def many(town, seat):
    """More than a form writes out."""
    people = [DeputyFactory(district=town.district, name="李伟") for _ in range(MOST_OFFERED)]
    return [SeatFactory(deputy=person, term=seat.term) for person in people]


def texts(response):
    return [found["text"] for found in response.json()["found"]]


@pytest.mark.parametrize("words", ["王芳", "wangfang", "wf", "WF"])
def test_seats_are_found_by_characters_pinyin_and_initials(words, as_office, wang, seat):
    found = texts(as_office.get(reverse(URL), {"q": words}))
    assert found == ["王芳（石坎镇第2选区）", "王芳（石坎镇第1选区）"]


def test_seats_are_found_in_stroke_order(as_office, town):
    for name in ("王伟", "马伟", "丁伟"):
        SeatFactory(jurisdiction=town, deputy__name=name)
    assert texts(as_office.get(reverse(URL), {"q": "伟"})) == [
        "丁伟（石坎镇）",
        "马伟（石坎镇）",
        "王伟（石坎镇）",
    ]


def test_seats_out_of_sight_are_not_found(as_office, wang):
    SeatFactory(jurisdiction=TownFactory(), deputy__name="王芳")
    assert len(texts(as_office.get(reverse(URL), {"q": "王芳"}))) == 2


def test_no_more_than_twenty_are_found(as_office, many, django_assert_num_queries):
    as_office.get(reverse(URL))
    with django_assert_num_queries(4):
        response = as_office.get(reverse(URL), {"q": "lw"})
    assert len(texts(response)) == 20


@pytest.mark.parametrize("query", [{}, {"q": " "}, {"q": "王芳", "term": "届"}, {"q": "王芳", "on": "昨天"}])
def test_nothing_is_found_without_words_or_in_no_scope(query, as_office, wang):
    assert texts(as_office.get(reverse(URL), query)) == []


def test_scope_narrows_what_is_found(as_office, wang, office, town):
    ended = SeatFactory(jurisdiction=town, deputy__name="王芳", ends_on=date(2025, 1, 1))
    first, second = wang
    activity = planned(office, first)
    session = SessionFactory(term=second.term, starts_on=DAY, ends_on=DAY)
    meeting = MeetingFactory(session=session, on=DAY)
    rolls.call(meeting, [second])

    def found(**scope):
        response = as_office.get(reverse(URL), {"q": "王芳", **scope})
        return {int(seat["value"]) for seat in response.json()["found"]}

    everybody = {first.pk, second.pk, ended.pk}
    assert found() == everybody
    assert found(on=DAY) == everybody - {ended.pk}
    assert found(listed=DAY) == everybody
    assert found(term=first.term_id) == {seat.pk for seat in Seat.objects.filter(term=first.term_id)}
    assert found(place=town.pk) == everybody
    assert found(invited=activity.pk) == {first.pk}
    assert found(uncalled=meeting.pk) == everybody - {second.pk}


def test_few_seats_are_written_out(office, wang, seat, django_assert_num_queries):
    with django_assert_num_queries(1):
        widget = str(PeopleForm(user=office)["seats"])
    assert (widget.count("<option"), "data-find" in widget) == (3, False)


def test_of_many_seats_only_those_chosen_are_written_out(office, many, django_assert_num_queries):
    form = PeopleForm({"seats": [many[0].pk]}, user=office)
    assert form.is_valid()
    with django_assert_num_queries(2):
        widget = str(form["seats"])
    address = urlparse(widget.split('data-find="')[1].split('"')[0])
    assert widget.count("<option") == 1
    assert (address.path, list(parse_qs(address.query))) == (reverse(URL), ["on"])


def test_what_is_out_of_scope_is_not_taken(office, many, seat):
    """The address may be typed by hand; the form looks again."""
    stranger = SeatFactory(jurisdiction=TownFactory())
    assert not PeopleForm({"seats": [stranger.pk]}, user=office).is_valid()
    day = DAY + timedelta(days=1)
    session = SessionFactory(term=seat.term, starts_on=day, ends_on=day)
    meeting = MeetingFactory(session=session, on=day)
    rolls.call(meeting, [many[0]])
    taken = [CallForm({"seats": [found.pk]}, meeting=meeting).is_valid() for found in many[:2]]
    assert taken == [False, True]


def test_form_of_a_core_group_asks_for_its_deputies(many, seat):
    group = DeputyGroupFactory(term=seat.term, kind=GroupKind.CORE)
    sent = {"seats": [many[0].pk], "post": GroupPost.MEMBER}
    form = NewMembershipForm(sent, instance=GroupMembership(group=group))
    assert form.is_valid()
    widget = str(form["seats"])
    address = urlparse(widget.split('data-find="')[1].split('"')[0])
    assert widget.count("<option") == 1
    assert (address.path, list(parse_qs(address.query.replace("&amp;", "&")))) == (
        reverse(URL),
        ["term", "on"],
    )
