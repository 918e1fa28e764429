import pytest
from django.urls import reverse

from tests.factories.congress import DistrictOfficeFactory


POSTED = {
    ("takeover_retry", 7): "/takeover/7/",
    ("takeover_headings", 7, 0): "/takeover/7/",
    ("takeover_confirm", 7): "/takeover/7/",
    ("takeover_discard", 7): "/takeover/7/",
    ("deputies:activity_verify", 7): "/deputies/duty/activities/7/",
    ("deputies:participation_verify",): "/deputies/duty/entries/waiting/",
    ("reports:duty_report_create", 7, 2025): "/reports/mine/",
    ("reports:duty_report_words", 7, "study"): "/reports/7/",
    ("logout",): "/",
}


@pytest.mark.django_db
@pytest.mark.parametrize(("address", "page"), POSTED.items(), ids=lambda value: value[0])
def test_address_that_is_only_posted_to_leads_to_its_page(client, address, page):
    client.force_login(DistrictOfficeFactory())
    response = client.get(reverse(address[0], args=address[1:]))
    assert (response.status_code, response.url) == (302, page)
