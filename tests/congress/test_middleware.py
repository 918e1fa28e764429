from datetime import timedelta

import pytest
import time_machine
from django.contrib.sessions.models import Session

from congress import clock
from tests.factories.congress import DistrictOfficeFactory


pytestmark = pytest.mark.django_db
START = clock.now().replace(microsecond=0)


@pytest.fixture
def logged_in(client):
    with time_machine.travel(START, tick=False):
        client.force_login(DistrictOfficeFactory())
        client.get("/")
    return client


def page_after(client, minutes):
    with time_machine.travel(START + timedelta(minutes=minutes), tick=False):
        return client.get("/")


def test_session_used_now_and_then_goes_on(logged_in):
    assert [page_after(logged_in, minutes).status_code for minutes in (25, 50, 75)] == [200, 200, 200]


def test_session_left_idle_ends_at_the_login_page(logged_in):
    response = page_after(logged_in, 31)
    assert (response.status_code, response.url) == (302, "/login/?next=/")


def test_session_is_written_once_a_minute_at_most(logged_in):
    written = Session.objects.get().expire_date
    page_after(logged_in, 0.5)
    assert Session.objects.get().expire_date == written
    page_after(logged_in, 1)
    assert Session.objects.get().expire_date == START + timedelta(minutes=31)


@pytest.mark.parametrize("path", ["/search/", "/reception/opinions/", "/proposals/", "/deputies/"])
def test_nul_in_what_is_asked_is_left_out(client, path):
    client.force_login(DistrictOfficeFactory())
    response = client.get(f"{path}?q=%00%E6%B0%B4&status=%00&page=%00")
    assert response.status_code == 200
    assert "\0" not in "".join(response.wsgi_request.GET.values())
