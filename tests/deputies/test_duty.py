"""The duty page: figures from the engine, evidence behind each."""

from datetime import date
from decimal import Decimal

import pytest
from django.urls import reverse

from congress import figures
from congress.figures import Period
from deputies import participation_workflow
from deputies.enums import ParticipationStatus as Status
from deputies.figures.activities import REPORTED_KINDS
from deputies.models import ActivityKind
from tests.factories.activities import entry_at, logged, planned
from tests.factories.congress import DistrictOfficeFactory, LeaderFactory
from tests.factories.deputies import ActivityKindFactory, SeatFactory


YEAR = Period.of_year(2025)
NONE = dict.fromkeys(REPORTED_KINDS, 0)


def verified(seat, office, **fields):
    entry = logged(seat, **fields)
    participation_workflow.verify(entry, by=office)
    return entry


def activity_figures(values):
    return {key.partition(".")[2]: value for key, value in values.items() if key.startswith("activities.")}


def large(response):
    """The large numbers of each section: {heading: [value]}."""
    return {
        section["heading"]: [card["value"] for card in section["large"]]
        for section in response.context["sections"]
    }


def page(seat, **query):
    return reverse("deputies:duty", args=[seat.pk]), {"year": 2025, **query}


@pytest.mark.parametrize("status", [status for status in Status if status != Status.VERIFIED])
def test_figures_leave_out_what_is_not_verified(status, seat, office):
    entry_at(status, seat, office)

    assert activity_figures(figures.for_seats([seat.pk], YEAR)[seat.pk]) == {
        "total": 0,
        "by_type": NONE,
        "duty_days": 0,
        "trainings": 0,
    }


def test_figures_of_a_seat(seat, office):
    verified(seat, office, days=Decimal("0.5"))
    verified(seat, office, days=None, kind=ActivityKindFactory(code="training"))
    verified(seat, office, days=2, kind=ActivityKindFactory(code="visit"), ends_on=date(2025, 3, 13))
    verified(seat, office, starts_on=date(2024, 12, 31), ends_on=date(2025, 1, 2))

    assert activity_figures(figures.for_seats([seat.pk], YEAR)[seat.pk]) == {
        "total": 3,
        "by_type": NONE | {"inspection": 1, "training": 1, "visit": 1},
        "duty_days": 2.5,
        "trainings": 1,
    }


def test_figures_of_several_seats_keep_apart(town, seat, office):
    colleague = SeatFactory(jurisdiction=town)
    activity = planned(office, seat, colleague)
    participation_workflow.verify_all([activity.participations.get(seat=colleague)], by=office)

    found = figures.for_seats([seat.pk, colleague.pk], YEAR, {"activities.total", "activities.duty_days"})

    assert found == {
        seat.pk: {"activities.total": 0, "activities.duty_days": 0},
        colleague.pk: {"activities.total": 1, "activities.duty_days": 1.0},
    }


def test_figures_of_a_place_count_an_activity_once(town, seat, office):
    colleagues = [seat, SeatFactory(jurisdiction=town), SeatFactory(jurisdiction=town)]
    training = planned(office, *colleagues, kind=ActivityKindFactory(code="training"), days=Decimal("0.5"))
    inspection = planned(office, *colleagues[:2])
    participation_workflow.verify_all(list(training.participations.all()), by=office)
    participation_workflow.verify_all(list(inspection.participations.all())[:1], by=office)

    assert activity_figures(figures.total([town.pk], YEAR)) == {
        "total": 2,
        "by_type": NONE | {"inspection": 1, "training": 1},
        "event_days": 1.5,
        "participations": 4,
        "person_days": 2.5,
        "trainings": 1,
        "training_participations": 3,
    }


def test_every_reported_kind_is_in_the_table(db):
    assert set(REPORTED_KINDS) < set(ActivityKind.objects.values_list("code", flat=True))


@pytest.mark.parametrize("key", ["activities.total", "activities.trainings"])
def test_evidence_equals_the_figure(key, seat, office):
    verified(seat, office)
    verified(seat, office, kind=ActivityKindFactory(code="training"))
    logged(seat)
    value = figures.for_seats([seat.pk], YEAR, {key})[seat.pk][key]

    assert figures.evidence(figures.get(key), YEAR, seats=[seat.pk]).count() == value


@pytest.mark.parametrize("count", [1, 3])
def test_duty_page_queries(count, client, seat, deputy, office, django_assert_num_queries):
    for _ in range(count):
        verified(seat, office)
    client.force_login(deputy)

    with django_assert_num_queries(26):
        response = client.get(*page(seat))

    assert large(response)["代表活动"] == [count, count, 0]


def test_duty_page_tells_waiting_from_verified(client, seat, deputy, office):
    verified(seat, office)
    logged(seat)
    client.force_login(deputy)

    response = client.get(*page(seat))
    context = response.context

    assert large(response)["代表活动"][0] == 1
    assert [(card["label"], card["value"]) for card in context["pending"]] == [("待核实", 1)]


def test_duty_page_by_time_and_by_kind(client, seat, deputy, office):
    verified(seat, office, starts_on=date(2025, 3, 1), kind=ActivityKindFactory(code="study"))
    verified(seat, office, starts_on=date(2025, 5, 1))
    client.force_login(deputy)

    by_time = [heading for heading, _ in client.get(*page(seat)).context["groups"]]
    by_kind = [heading for heading, _ in client.get(*page(seat, by="kind")).context["groups"]]

    assert (by_time, by_kind) == (["5月", "3月"], ["视察", "专题调研"])


def test_duty_page_offers_the_years_of_the_seat(client, seat, deputy, office, time_machine):
    time_machine.move_to("2025-06-01T12:00:00+08:00")
    verified(seat, office, starts_on=date(2023, 3, 1))
    client.force_login(deputy)

    assert list(client.get(*page(seat)).context["years"]) == [2025, 2024, 2023, 2022]


@pytest.mark.parametrize("factory", [DistrictOfficeFactory, LeaderFactory])
def test_duty_page_opens_for_whoever_sees_the_seat(factory, client, seat, district):
    client.force_login(factory(jurisdiction=district))

    assert client.get(*page(seat)).status_code == 200


def test_duty_page_of_a_colleague_is_forbidden(client, seat, town):
    client.force_login(SeatFactory(jurisdiction=town, with_user=True).deputy.user)

    assert client.get(*page(seat)).status_code == 403


def test_duty_page_elsewhere_is_not_found(client, seat):
    client.force_login(DistrictOfficeFactory())

    assert client.get(*page(seat)).status_code == 404


def test_duty_home_leads_a_deputy_to_his_page(client, seat, deputy):
    client.force_login(deputy)

    assert client.get(reverse("deputies:duty_home")).url == reverse("deputies:duty", args=[seat.pk])


def test_duty_home_leads_staff_to_the_list(client, office):
    client.force_login(office)

    assert client.get(reverse("deputies:duty_home")).url == reverse("deputies:activity_list")


def test_duty_home_keeps_the_year(client, seat, deputy):
    client.force_login(deputy)
    address = reverse("deputies:duty", args=[seat.pk])

    assert client.get(reverse("deputies:duty_home"), {"year": 2025}).url == f"{address}?year=2025"


def test_duty_page_of_a_year_to_come_shows_this_one(client, seat, deputy, time_machine):
    time_machine.move_to("2025-06-01T12:00:00+08:00")
    client.force_login(deputy)

    assert client.get(*page(seat, year=2099)).context["year"] == 2025


def test_duty_page_is_the_whole_duty_file(client, seat, deputy, office):
    verified(seat, office)
    client.force_login(deputy)

    sections = client.get(*page(seat)).context["sections"]

    shown = [card["key"] for section in sections for card in (*section["large"], *section["small"])]
    parts = [card["key"] for section in sections for card in section["parts"] if card["value"]]
    assert [section["heading"] for section in sections] == [
        "人代会",
        "代表活动",
        "会议发言",
        "议案建议",
        "接待选民",
    ]
    breakdowns = {"activities.by_type", "proposals.led_by_class"}
    assert {*shown, *breakdowns} == {figure.key for figure in figures.registered("seat")}
    assert parts == ["activities.by_type.inspection"]


def test_every_number_of_the_duty_page_opens_its_evidence_and_leads_back(client, seat, deputy, office):
    verified(seat, office)
    client.force_login(deputy)
    address, query = page(seat)

    for section in client.get(address, query).context["sections"]:
        for card in (*section["large"], *section["small"], *section["parts"]):
            context = client.get(card["url"]).context
            assert (context["value"], context["back"]) == (card["value"], f"{address}?year=2025")
