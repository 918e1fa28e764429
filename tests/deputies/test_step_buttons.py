"""In the admin a record offers its steps, which lead to the pages of the work."""

from datetime import date

import pytest
from django.urls import reverse

from deputies.enums import CredentialsStatus, LeaveStatus, SeatStatus, VacancyStatus
from tests.factories.cases import absentee, case_at
from tests.factories.congress import LocalOfficeFactory
from tests.factories.leaves import leave_at
from tests.factories.seats import seat_at, vacancy_at


pytestmark = pytest.mark.usefixtures("in_march")


def steps(client, name, record):
    page = client.get(reverse(f"admin:deputies_{name}_change", args=[record.pk]))
    html = page.content.decode()
    assert all(f'href="{step["url"]}"' in html for step in page.context["steps"])
    return [step["label"] for step in page.context["steps"]]


def test_record_offers_its_steps(client, office, seat, town):
    client.force_login(office)
    assert steps(client, "seat", seat) == ["暂停执行职务", "终止资格"]
    assert steps(client, "seat", seat_at(SeatStatus.ELECTED, town)) == ["确认资格", "当选无效", "终止资格"]
    assert steps(client, "leave", leave_at(LeaveStatus.SUBMITTED, seat, office)) == [
        "批准",
        "不批准",
        "撤回请假",
    ]
    vacancy = vacancy_at(VacancyStatus.OPEN, town)
    assert steps(client, "vacancy", vacancy) == ["定补选日期", "登记补选结果", "不再补选"]


def test_case_offers_its_steps(client, office, town):
    client.force_login(office)
    case = case_at(CredentialsStatus.OPENED, absentee(town), office)
    assert steps(client, "credentialscase", case)[0] == "登记审查报告"


def test_step_leads_to_the_page_of_the_work(client, office, seat):
    client.force_login(office)
    page = client.get(reverse("admin:deputies_seat_change", args=[seat.pk]))
    url = page.context["steps"][-1]["url"]
    answer = client.post(url, {"end_ground": "resigned", "ends_on": "2025-03-10"})
    seat.refresh_from_db()
    assert (answer.status_code, seat.ends_on) == (302, date(2025, 3, 10))


def test_who_may_not_is_offered_nothing(client, seat, district):
    other = LocalOfficeFactory(jurisdiction__parent=district)
    client.force_login(other)
    assert client.get(reverse("admin:deputies_seat_change", args=[seat.pk])).status_code == 404
