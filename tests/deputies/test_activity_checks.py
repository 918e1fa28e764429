"""What activities refuse: far days, telephones, a person or an entry twice."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from deputies import activity_workflow
from deputies.models import Participation
from tests.factories.activities import DAY, logged, planned
from tests.factories.deputies import SeatFactory


pytestmark = pytest.mark.usefixtures("in_march")


def plan_data(office, kind, seat, **values):
    given = {
        "jurisdiction": office.jurisdiction.pk,
        "kind": kind.pk,
        "title": "视察防汛",
        "starts_on": "2026-03-12",
        "days": "1",
        "seats": [seat.pk],
    }
    return given | values


@pytest.mark.parametrize(
    ("values", "errors"),
    [
        ({"starts_on": "9999-12-10"}, {"starts_on": "开始日期离今天不能超过2年，请核对年份。"}),
        ({"ends_on": "9999-12-10"}, {"ends_on": "结束日期离今天不能超过2年，请核对年份。"}),
        ({"ends_on": "2026-03-11"}, {"ends_on": "最后一天早于第一天，请改正。"}),
        ({"days": "0"}, {"days": "天数应大于0，半天填0.5。"}),
        ({"task": "请打13900001111"}, {"task": "这里不写电话号码，请删去“13900001111”。"}),
        ({"task": "长" * 5001}, {"task": "任务最多5000个字，现在是5001个，请压缩。"}),
    ],
)
@pytest.mark.django_db
def test_plan_that_cannot_be_meant_is_refused_at_the_field(values, errors, client, office, kind, seat):
    client.force_login(office)
    data = plan_data(office, kind, seat, **values)

    response = client.post(reverse("deputies:activity_plan"), data)

    assert {name: found[0] for name, found in response.context["form"].errors.items()} == errors


def test_sentence_with_a_phone_is_refused(client, deputy, kind):
    client.force_login(deputy)
    data = {"kind": kind.pk, "starts_on": "2025-03-12", "days": "0.5", "sentence": "走访张三13900001111"}

    response = client.post(reverse("deputies:activity_log"), data)

    assert response.context["form"].errors == {"sentence": ["这里不写电话号码，请删去“13900001111”。"]}


def test_person_with_two_seats_is_listed_once_in_that_of_the_place(office, seat):
    twice = SeatFactory(jurisdiction=office.jurisdiction.district, deputy=seat.deputy)
    own = next(one for one in (twice, seat) if one.term.jurisdiction == office.jurisdiction)

    activity = planned(office, twice, seat)
    activity_workflow.add_people(activity, by=office, seats=[twice, seat])

    assert [entry.seat for entry in activity.participations.all()] == [own]


def test_same_entry_twice_is_refused(seat, kind):
    sentence = "到三组走访5户。"
    logged(seat, kind=kind, sentence=sentence)

    with pytest.raises(ValidationError) as error:
        logged(seat, kind=kind, sentence=sentence)

    assert error.value.message_dict == {
        "sentence": ["2025年3月12日已经登记过同样的内容；另有一次的，请写出不同之处。"]
    }


@pytest.mark.parametrize("change", [{"sentence": "到四组走访5户。"}, {"starts_on": date(2025, 3, 13)}])
def test_another_entry_is_taken(change, seat, kind):
    logged(seat, kind=kind, sentence="到三组走访5户。")

    logged(seat, **{"kind": kind, "sentence": "到三组走访5户。", "starts_on": DAY} | change)

    assert Participation.objects.count() == 2


def test_queue_without_a_tick_asks_for_entries(client, office):
    client.force_login(office)

    response = client.post(reverse("deputies:participation_verify"), follow=True)

    assert [str(told) for told in response.context["messages"]] == ["还没有勾选记录，请先勾选再办理。"]
