"""A field of many deputies without script: a word is sent with the form, which comes back narrowed."""

import re

import pytest
from django.http import QueryDict

from deputies.fields import MOST_OFFERED
from deputies.forms.activity import PeopleForm
from deputies.models import Seat
from tests.factories.deputies import DeputyFactory, SeatFactory


pytestmark = pytest.mark.django_db


@pytest.fixture
def many(town, seat):
    """More than a form writes out, all of one name."""
    people = [DeputyFactory(district=town.district, name="李伟") for _ in range(MOST_OFFERED + 1)]
    return [SeatFactory(deputy=person, term=seat.term) for person in people]


@pytest.fixture
def wang(many, seat):
    return SeatFactory(term=seat.term, deputy__name="王芳")


def sent(office, query):
    form = PeopleForm(QueryDict(query), user=office)
    form.is_valid()
    return form


def offered(form):
    return re.findall(r'<option value="(\d+)"', str(form["seats"]))


def test_field_of_many_can_be_searched_without_script(office, many):
    assert 'name="seats-words"' in str(PeopleForm(user=office)["seats"])


def test_field_of_few_has_nothing_to_search(office, seat):
    assert "seats-words" not in str(PeopleForm(user=office)["seats"])


def test_words_narrow_the_field_and_keep_what_was_chosen(office, many, wang):
    form = sent(office, f"seats={many[0].pk}&seats-words=wf")
    assert form.errors["seats"] == ["按“wf”找到1名代表，请在选择框里选定后再提交。"]
    assert offered(form) == [str(many[0].pk), str(wang.pk)]


def test_words_that_nobody_matches_are_told(office, many):
    form = sent(office, "seats-words=赵")
    assert form.errors["seats"] == ["没有找到与“赵”相符的代表，请换一个字，或者写全姓名。"]
    assert offered(form) == []


def test_words_that_too_many_match_are_told(office, many):
    form = sent(office, "seats-words=李伟")
    assert form.errors["seats"] == [f"与“李伟”相符的代表超过{MOST_OFFERED}名，请把姓名写全一些再查找。"]
    assert len(offered(form)) == MOST_OFFERED


def test_chosen_seats_without_words_are_taken(office, many, wang):
    form = sent(office, f"seats={wang.pk}&seats-words=")
    assert list(form.cleaned_data["seats"]) == [Seat.objects.get(pk=wang.pk)]
