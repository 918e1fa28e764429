"""Days that can be meant."""

from datetime import date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from congress import clock
from congress.plausible import check_born, check_day, check_near


@pytest.fixture(autouse=True)
def on_a_day():
    with clock.at(datetime(2025, 3, 20, 12, tzinfo=timezone.get_default_timezone())):
        yield


def refused(check, *args, **kwargs):
    with pytest.raises(ValidationError) as error:
        check(*args, **kwargs)
    return error.value.message_dict


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (date(2025, 3, 21), "来访日期不能晚于今天（2025年3月20日）。"),
        (date(2021, 7, 31), "来访日期不能早于本届开始2021年8月1日。"),
    ],
)
def test_recorded_day_out_of_its_bounds_is_refused(day, sentence):
    told = refused(check_day, "date", "来访日期", day, not_before=date(2021, 8, 1), start="本届开始")
    assert told == {"date": [sentence]}


@pytest.mark.parametrize("day", [date(1, 1, 1), date(2024, 3, 18), date(2026, 3, 22), date(9999, 12, 31)])
def test_day_out_of_reach_is_refused(day):
    told = refused(check_near, "date", "接待日期", day, years=1)
    assert told == {"date": ["接待日期离今天不能超过1年，请核对年份。"]}


@pytest.mark.parametrize("day", [date(2024, 3, 20), date(2026, 3, 20)])
def test_day_within_reach_is_taken(day):
    assert check_near("date", "接待日期", day, years=1) is None


@pytest.mark.parametrize("day", [date(1800, 1, 1), date(1924, 3, 20), date(2007, 3, 21), date(2020, 1, 1)])
def test_birth_of_nobody_who_can_be_a_deputy_is_refused(day):
    told = refused(check_born, "born", day)
    assert told == {"born": ["出生年月应使代表满18岁、不超过100岁，请核对年份。"]}


@pytest.mark.parametrize("day", [date(1924, 3, 21), date(2007, 3, 20)])
def test_birth_of_a_possible_deputy_is_taken(day):
    assert check_born("born", day) is None
