import pytest
from django.urls import reverse

from tests.factories.congress import AuditorFactory
from tests.factories.reports import drafted, seat_in, submitted


pytestmark = pytest.mark.django_db

LIST = reverse("admin:reports_dutyreport_changelist")


def test_admin_lists_what_was_handed_in(as_, district, office):
    report = submitted(seat_in(district, number=1))
    drafted(seat_in(district, number=2, name="丁一"))
    assert list(as_(office).get(LIST).context["cl"].queryset) == [report]


@pytest.mark.parametrize("count", [1, 3])
def test_admin_list_needs_as_many_queries_for_three_reports_as_for_one(
    as_, district, office, count, django_assert_num_queries
):
    for number in range(count):
        submitted(seat_in(district, number=number + 1))
    browser = as_(office)
    with django_assert_num_queries(13):
        assert browser.get(LIST).status_code == 200


def test_admin_shows_a_report_and_changes_nothing(as_, seat, office):
    report = submitted(seat)
    address = reverse("admin:reports_dutyreport_change", args=[report.pk])
    browser = as_(office)
    assert "参加活动次数" in browser.get(address).content.decode()
    assert browser.post(address, {"salutation": "改"}).status_code == 403


def test_admin_of_reports_is_closed_to_auditors(as_, seat):
    assert as_(AuditorFactory()).get(LIST).status_code == 403
