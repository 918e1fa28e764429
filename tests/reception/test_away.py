"""Days on which a deputy cannot sit: told by himself or by the office, and taken back."""

from datetime import timedelta

import pytest
from django.urls import reverse

from congress import clock
from reception.enums import DayStatus
from reception.models import Away
from tests.factories.deputies import SeatFactory
from tests.factories.reception import NOON, day_at


pytestmark = pytest.mark.usefixtures("in_march")
URL = "/reception/away/"


def told(response):
    return [str(message) for message in response.context["messages"]]


def test_deputy_tells_when_he_cannot_sit_and_takes_it_back(client, who):
    day_at(DayStatus.ROTA_SET, who, on=clock.today() + timedelta(days=3))
    client.force_login(who.deputy)
    typed = {"starts_on": "2025-03-22", "ends_on": "2025-03-24", "reason": "出差"}
    assert told(client.post(URL, typed, follow=True)) == [
        "已登记，以后排班会避开这些日子。",
        "3月23日已经排了轮值，来不了的请申请换班或者请假。",
    ]
    away = Away.objects.get()
    assert away.deputy == who.seat.deputy
    for dates, sentence in (
        ({"starts_on": "2025-03-22", "ends_on": "2025-03-20"}, "结束的日子不能早于开始的日子。"),
        ({"starts_on": "2025-03-19"}, "这些日子已经过去，不用登记。"),
        ({"starts_on": "2055-03-19"}, "结束的日子离今天不能超过2年，请核对年份。"),
    ):
        errors = client.post(URL, dates).context["form"].errors
        assert [*errors.values()] == [[sentence]]
    delete = reverse("reception:away_delete", args=[away.pk])
    with clock.at(NOON + timedelta(days=9)):
        assert told(client.post(delete, follow=True)) == ["这些日子已经过去，不用再删。"]
    stranger = SeatFactory(jurisdiction=who.town, with_user=True, deputy__name="赵甲")
    client.force_login(stranger.deputy.user)
    assert client.post(delete).status_code == 404
    client.force_login(who.deputy)
    client.post(delete)
    assert not Away.objects.exists()


@pytest.mark.parametrize("count", [1, 3])
def test_away_list_queries(count, client, who, django_assert_num_queries):
    client.force_login(who.liaison)
    for number in range(count):
        client.post(URL, {"seat": who.seat.pk, "starts_on": f"2025-04-0{number + 1}"})
    with django_assert_num_queries(6):
        response = client.get(URL)
    assert [away.deputy for away in response.context["page_obj"]] == [who.seat.deputy] * count
