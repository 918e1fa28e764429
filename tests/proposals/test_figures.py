"""The figures of proposals: what counts, by the definitions of the sample registers."""

from datetime import date

import pytest
from django.urls import reverse

from congress import figures
from congress.figures import Period
from congress.models import ResultClass
from proposals.models import Proposal
from tests.factories.congress import DistrictOfficeFactory
from tests.factories.proposal_ledgers import ledger, ledger_world, sessions_of, told
from tests.factories.registers import book_of, take


pytestmark = pytest.mark.django_db

YEAR = Period.of_year(2025)
SPRING = Period.of_year(2025, until=date(2025, 4, 30))
REPLIED = {"答复日期": "2025.4.2", "结果类别": "A"}
GOOD, BAD = ({"对办理态度": "满意", "对办理结果": word} for word in ("满意", "不满意"))
AGAIN = {"是否重办": "是", "再次答复日期": "2025.6.3", "再次评价": "基本满意"}


@pytest.fixture
def world():
    world = ledger_world()
    sessions_of(world)
    return world


def taken(*rows):
    take(book_of({"区级": ledger(*rows)}, "2025年代表建议议案台账.xlsx"))
    return Proposal.objects.order_by("pk")


def counted(values):
    """What is not nothing, without the section's name and the parts' keys."""
    found = {key.removeprefix("proposals."): value for key, value in values.items() if value}
    return {key: sum(value.values()) if isinstance(value, dict) else value for key, value in found.items()}


def of_place(place, period=YEAR):
    keys = {figure.key for figure in figures.registered("place") if figure.key.startswith("proposals.")}
    return counted(figures.for_places([place.pk], period, keys)[place.pk])


def of_seat(seat, *names):
    keys = {f"proposals.{name}" for name in names}
    return counted(figures.for_seats([seat.pk], YEAR, keys)[seat.pk])


def test_place_counts_each_proposal_once(world):
    taken(told("1", "关于修路的建议", 联名代表="付兰", **REPLIED, **GOOD), told("2", "关于建桥的建议"))
    assert of_place(world.district) == {
        "total": 2, "suggestions": 2, "in_congress": 2, "replied": 1, "replied_in_time": 1,
        "reply_rate": 50.0, "by_class": 1, "closed": 1, "close_rate": 50.0,
        "attitude_satisfied": 1, "attitude_rated": 1, "attitude_rate": 100.0,
        "result_satisfied": 1, "result_rated": 1, "result_rate": 100.0,
        "by_category": 2, "led_by_unit": 2, "replied_by_unit": 1,
    }  # fmt: skip


def test_rating_after_it_was_handled_again_counts_but_not_before_its_day(world):
    taken(told("1", "关于修路的建议", **REPLIED, **BAD, **AGAIN))
    names = ("first_result_dissatisfied", "rehandled", "rehandled_replied", "result_dissatisfied", "closed")
    later = {name: of_place(world.district).get(name, 0) for name in names}
    assert list(later.values()) == [1, 1, 1, 0, 1]
    before = {name: of_place(world.district, SPRING).get(name, 0) for name in names}
    assert list(before.values()) == [1, 1, 0, 1, 0]


def test_late_reply_and_one_after_the_end_of_the_period(world):
    taken(told("1", "关于修路的建议", 答复日期="2025.5.14"), told("2", "关于建桥的建议", 答复日期="2026.1.5"))
    found = of_place(world.district)
    assert (found["replied"], found.get("replied_in_time", 0)) == (1, 0)


def test_deputies_count_what_they_led_and_what_they_signed(world):
    found = taken(told("1", "关于修路的建议", 联名代表="付兰", **REPLIED), told("2", "关于建桥的建议"))
    lead, other = (row.seat for row in found[0].sponsorships.all())
    names = ("led", "suggestions_led", "motions_led", "cosigned", "suggestions_cosigned", "led_replied")
    assert of_seat(lead, *names) == {"led": 2, "suggestions_led": 2, "led_replied": 1}
    assert of_seat(other, *names) == {"cosigned": 1, "suggestions_cosigned": 1}


def test_seats_cost_the_same_however_many(world, django_assert_num_queries):
    found = taken(told("1", "关于修路的建议", 联名代表="付兰、胡博", **REPLIED))
    seats = [row.seat_id for row in found[0].sponsorships.all()]
    keys = {figure.key for figure in figures.registered("seat") if figure.key.startswith("proposals.")}
    for ids in (seats[:1], seats):
        with django_assert_num_queries(4):
            figures.for_seats(ids, YEAR, keys)


@pytest.mark.parametrize(
    ("key", "titles"),
    [
        ("proposals.total", {"关于修路的建议", "关于建桥的建议"}),
        ("proposals.closed", {"关于修路的建议"}),
        ("proposals.by_class.A", {"关于修路的建议"}),
        ("proposals.by_class.B", set()),
    ],
)
def test_evidence_lists_what_was_counted(client, world, key, titles):
    ResultClass.objects.create(jurisdiction=world.district, code="A", label="已解决")
    ResultClass.objects.create(jurisdiction=world.district, code="B", label="正在解决")
    taken(told("1", "关于修路的建议", **REPLIED, **GOOD), told("2", "关于建桥的建议"))
    client.force_login(DistrictOfficeFactory(jurisdiction=world.district))
    where = {"place": world.district.pk, "year": 2025, "key": key}
    page = client.get(reverse("deputies:evidence", kwargs=where))
    assert {row.title for row in page.context["page_obj"]} == titles
