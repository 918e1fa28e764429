"""Who sets which of the rules of an office on their page."""

import pytest
from django.urls import reverse

from congress.models import OfficeRules
from congress.models.office_rules import DEFAULTS, OWN_HABITS
from tests.factories.congress import DistrictOfficeFactory, LocalOfficeFactory, OfficeRulesFactory


pytestmark = pytest.mark.django_db


@pytest.fixture
def office():
    return LocalOfficeFactory()


def page_of(client, user, rules):
    client.force_login(user)
    return client.get(reverse("admin:congress_officerules_change", args=[rules.pk]))


def test_town_sets_only_its_own_habits(client, office):
    rules = OfficeRulesFactory(jurisdiction=office.jurisdiction)
    form = page_of(client, office, rules).context["adminform"]
    assert set(form.form.fields) == OWN_HABITS
    sentence = f"由{office.jurisdiction.district.office_name}规定，这里只能查看。"
    told = {name: options["description"].endswith(sentence) for name, options in form.fieldsets}
    assert [name for name, is_told in told.items() if not is_told] == [
        None,
        "接待日",
        "误工补贴",
        "会议发言",
        "履职提醒",
    ]


def test_town_that_posts_what_binds_it_changes_nothing_of_it(client, office):
    rules = OfficeRulesFactory(jurisdiction=office.jurisdiction)
    client.force_login(office)
    url = reverse("admin:congress_officerules_change", args=[rules.pk])
    client.post(url, {"amber_days": "3", "direct_referral": "true", "late_leave_days": "30"})
    rules.refresh_from_db()
    assert (rules.amber_days, rules.direct_referral, rules.late_leave_days) == (3, None, None)


def test_town_that_adds_its_rules_sets_only_its_own_habits(client, office):
    client.force_login(office)
    url = reverse("admin:congress_officerules_add")
    client.post(url, {"jurisdiction": office.jurisdiction.pk, "amber_days": "3", "direct_referral": "true"})
    rules = OfficeRules.objects.get()
    assert (rules.jurisdiction, rules.amber_days, rules.direct_referral) == (office.jurisdiction, 3, None)


def test_district_sets_all_rules_of_a_town(client, office):
    rules = OfficeRulesFactory(jurisdiction=office.jurisdiction)
    user = DistrictOfficeFactory(jurisdiction=office.jurisdiction.district)
    form = page_of(client, user, rules).context["adminform"].form
    assert set(form.fields) == set(DEFAULTS)
