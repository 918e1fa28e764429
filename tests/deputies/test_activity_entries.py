"""A deputy's entries on his phone, and the steps with each."""

from datetime import date

import pytest
from django.urls import reverse

from congress.enums import Role
from deputies import participation_workflow
from deputies.enums import ParticipationStatus as Status
from deputies.models import Participation
from deputies.photos import shrink
from tests.factories.activities import logged, photo_file, planned
from tests.factories.congress import USER_FACTORIES
from tests.factories.deputies import SeatFactory


pytestmark = pytest.mark.usefixtures("in_march")


def log_data(kind, **values):
    return {"kind": kind.pk, "starts_on": "2025-03-12", "days": "0.5", "sentence": "走访5户"} | values


def test_log_page_records_photos_without_place(client, deputy, kind):
    client.force_login(deputy)
    photos = [photo_file(gps=True), photo_file(gps=True)]

    response = client.post(reverse("deputies:activity_log"), log_data(kind, photos=photos))

    entry = Participation.objects.get()
    assert (response.url, entry.status, entry.photos.count()) == (
        entry.get_absolute_url(),
        Status.LOGGED,
        2,
    )


def test_activity_to_come_is_not_logged_yet(client, deputy, seat, office):
    client.force_login(deputy)
    told = {}
    for day in (12, 31):
        entry = planned(office, seat, starts_on=date(2025, 3, day)).participations.get()
        context = client.get(entry.get_absolute_url()).context
        told[day] = (context["to_come"], [step["label"] for step in context["steps"]])

    assert told[31] == (True, ["请假"])
    assert told[12][0] is False
    assert len(told[12][1]) == 2


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"starts_on": "2099-01-01"}, "starts_on"),
        ({"ends_on": "2025-03-11"}, "ends_on"),
        ({"starts_on": "2024-12-01", "ends_on": "2025-03-10"}, "ends_on"),
        ({"days": "3"}, "days"),
        ({"days": "0"}, "days"),
        ({"sentence": ""}, "sentence"),
    ],
)
def test_log_page_refuses_what_cannot_be(values, field, client, deputy, kind):
    client.force_login(deputy)

    response = client.post(reverse("deputies:activity_log"), log_data(kind, **values))

    assert list(response.context["form"].errors) == [field]


def test_log_page_refuses_too_many_photos(client, deputy, kind):
    client.force_login(deputy)
    photos = [photo_file() for _ in range(10)]

    response = client.post(reverse("deputies:activity_log"), log_data(kind, photos=photos))

    assert response.context["form"].errors["photos"] == ["一次最多9张照片，您选了10张，请去掉一些。"]


def test_log_page_without_a_seat_is_forbidden(client, district):
    client.force_login(USER_FACTORIES[Role.DEPUTY](jurisdiction=district))

    assert client.get(reverse("deputies:activity_log")).status_code == 403


def test_log_page_with_two_seats_asks_which(client, deputy, seat, district, kind):
    other = SeatFactory(jurisdiction=district, deputy=seat.deputy)
    client.force_login(deputy)

    client.post(reverse("deputies:activity_log"), log_data(kind, seat=other.pk))

    assert Participation.objects.get().seat == other


def test_returned_entry_is_corrected_and_resubmitted(client, deputy, seat, office, kind):
    entry = logged(seat)
    participation_workflow.return_entry(entry, by=office, note="日期不对")
    client.force_login(deputy)

    data = log_data(kind, starts_on="2025-03-10")
    client.post(reverse("deputies:participation_log", args=[entry.pk]), data)

    entry = Participation.objects.get()
    assert (entry.status, entry.activity.starts_on) == (Status.LOGGED, date(2025, 3, 10))


def test_invited_deputy_logs_his_part(client, deputy, seat, office):
    entry = planned(office, seat).participations.get()
    client.force_login(deputy)

    client.post(reverse("deputies:participation_log", args=[entry.pk]), {"sentence": "参加视察", "people": 3})

    entry.refresh_from_db()
    assert (entry.status, entry.people) == (Status.LOGGED, 3)


def test_return_step_tells_the_reason(client, seat, liaison):
    entry = logged(seat)
    client.force_login(liaison)

    url = reverse("deputies:participation_step", args=[entry.pk, "return_entry"])
    client.post(url, {"note": "照片不是当天的"})

    assert "照片不是当天的" in client.get(entry.get_absolute_url()).content.decode()


def test_step_of_a_deputy_on_verification_is_forbidden(client, seat, deputy):
    client.force_login(deputy)
    url = reverse("deputies:participation_step", args=[logged(seat).pk, "verify"])

    assert client.post(url).status_code == 403


def test_unknown_step_is_not_found(client, seat, deputy):
    client.force_login(deputy)
    url = reverse("deputies:participation_step", args=[logged(seat).pk, "approve"])

    assert client.get(url).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_participation_detail_queries(count, client, seat, liaison, office, django_assert_num_queries):
    entry = logged(seat, photos=[shrink(photo_file()) for _ in range(count)])
    client.force_login(liaison)

    with django_assert_num_queries(9):
        response = client.get(entry.get_absolute_url())

    assert len(response.context["photos"]) == count
