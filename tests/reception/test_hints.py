"""What a matter is guessed to be from its words."""

import pytest
from django.core.exceptions import ValidationError

from reception.hints import guesses_for
from reception.models.hint import check_words
from tests.factories.congress import UnitFactory


def test_words_are_guessed_with_what_they_rest_on(who, django_assert_num_queries):
    traffic = UnitFactory(jurisdiction=who.town.district, name="云渚区交通运输局", short_name="区交通局")
    houses = UnitFactory(jurisdiction=who.town.district, name="云渚区住房和城乡建设局", short_name="区住建局")
    UnitFactory(jurisdiction=who.town.district, name="云渚区水利局")

    with django_assert_num_queries(4):
        found = guesses_for("村口道路坑洼，桥梁也裂了，请求修好", who.town)

    assert (found["category"].label, found["category"].words) == ("交通出行", ("道路", "桥梁"))
    assert (found["nature"].value, found["nature"].words) == ("demand", ("请求", "修好"))
    assert [guess.value for guess in found["units"]] == [traffic.pk, houses.pk]
    assert "guidance" not in found


def test_own_unit_is_that_of_the_place(who):
    who.unit.local = who.town
    who.unit.save()

    found = guesses_for("邻里纠纷", who.town)

    assert [guess.value for guess in found["units"]] == [who.unit.pk, who.co_unit.pk]


def test_what_is_for_the_courts_is_guided_there(who):
    found = guesses_for("法院的判决不公，要再审", who.town)

    assert (found["guidance"].label, found["guidance"].words) == (
        "已经或者应当通过诉讼、仲裁、行政复议解决",
        ("法院", "判决", "再审"),
    )


def test_words_that_say_nothing_are_not_guessed_from(who):
    assert guesses_for("没有什么", who.town) == {}


def test_hint_of_one_character_is_refused():
    with pytest.raises(ValidationError, match="只有一个字"):
        check_words("道路、水")
