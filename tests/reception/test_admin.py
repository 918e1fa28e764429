"""The workbench in the admin: what may be read there, and that nothing is set there."""

import pytest
from django.urls import reverse

from reception.enums import DayStatus
from reception.enums import OpinionStatus as Status
from reception.models import Disclosure, OpinionCategory
from tests.factories.congress import AuditorFactory, DistrictOfficeFactory, LocalOfficeFactory
from tests.factories.reception import OpinionCategoryFactory, day_at, opinion_at, take, visit_of


OPINIONS = "admin:reception_opinion_changelist"


def parts_of(page):
    """What stands below a record: the records of each inline."""
    return [
        [part.instance for part in inline.formset.forms] for inline in page.context["inline_admin_formsets"]
    ]


@pytest.mark.parametrize("count", [1, 3])
def test_opinions_queries(count, client, who, django_assert_num_queries):
    for _ in range(count):
        opinion_at(Status.TRIAGED, who)
    client.force_login(who.office)
    client.get(reverse(OPINIONS))

    with django_assert_num_queries(11):
        response = client.get(reverse(OPINIONS))

    assert len(response.context["cl"].result_list) == count


def test_opinions_elsewhere_are_out_of_sight(client, who):
    opinion_at(Status.REGISTERED, who)
    client.force_login(LocalOfficeFactory())

    assert len(client.get(reverse(OPINIONS)).context["cl"].result_list) == 0


def test_opinion_is_read_only(client, who):
    opinion = opinion_at(Status.REFERRED, who)
    client.force_login(who.office)
    url = reverse("admin:reception_opinion_change", args=[opinion.pk])

    page = client.get(url)
    assert (page.status_code, client.post(url, {"title": "改"}).status_code) == (200, 403)
    assert parts_of(page) == [list(opinion.referrals.all()), list(opinion.events.all())]


def test_day_is_read_only(client, who):
    day = day_at(DayStatus.ROTA_SET, who)
    client.force_login(who.office)
    url = reverse("admin:reception_receptionday_change", args=[day.pk])

    page = client.get(url)
    assert (page.status_code, client.post(url, {"place": "改"}).status_code) == (200, 403)
    assert parts_of(page) == [list(day.slots.all()), list(day.events.all())]
    assert "还没有登记" in page.text


def test_district_office_adds_a_category(client, who):
    client.force_login(who.district_office)

    client.post(
        reverse("admin:reception_opinioncategory_add"), {"name": "数字乡村", "order": 50, "active": "on"}
    )

    assert OpinionCategory.objects.filter(name="数字乡村").exists()


def test_local_office_reads_categories(client, who):
    category = OpinionCategoryFactory()
    client.force_login(who.office)
    url = reverse("admin:reception_opinioncategory_change", args=[category.pk])

    assert (client.get(url).status_code, client.post(url, {"name": "改"}).status_code) == (200, 403)


def test_auditor_reads_disclosures_masked(client, who):
    Disclosure.objects.create(visitor=visit_of(who).visitor, by=who.office, reason="电话答复")
    client.force_login(AuditorFactory())

    page = client.get(reverse("admin:reception_disclosure_changelist")).content.decode()

    assert ("电话答复" in page, "张某" in page, "张三" in page) == (True, True, False)


def test_auditor_sees_no_opinions(client, who):
    client.force_login(AuditorFactory())

    assert client.get(reverse(OPINIONS)).status_code == 403


def test_disclosure_is_never_changed(client, who):
    disclosure = Disclosure.objects.create(visitor=visit_of(who).visitor, by=who.office, reason="电话答复")
    client.force_login(AuditorFactory())

    url = reverse("admin:reception_disclosure_delete", args=[disclosure.pk])

    assert client.post(url, {"post": "yes"}).status_code == 403


def test_disclosure_names_the_matter(client, who):
    opinion = opinion_at(Status.REGISTERED, who)
    Disclosure.objects.create(visitor=opinion.visit.visitor, by=who.liaison, reason="核实地址")
    client.force_login(AuditorFactory())
    html = client.get(reverse("admin:reception_disclosure_changelist")).content.decode()

    assert opinion.number in html


@pytest.mark.parametrize("looker", ["clerk", "office"])
def test_disclosure_names_the_matters_of_whoever_looked(looker, client, who):
    """A clerk looked for the matter that his unit has, the office for all that the visitor told."""
    first, second = visit_of(who, opinions=2).opinions.order_by("pk")
    take("refer", take("triage", first, who), who)
    Disclosure.objects.create(visitor=first.visit.visitor, by=getattr(who, looker), reason="核实地址")
    client.force_login(AuditorFactory())

    html = client.get(reverse("admin:reception_disclosure_changelist")).content.decode()

    assert (first.number in html, second.number in html) == (True, looker == "office")


def test_disclosure_names_no_matter_that_its_reader_does_not_see(client, who):
    opinion = opinion_at(Status.REGISTERED, who)
    Disclosure.objects.create(visitor=opinion.visit.visitor, by=who.liaison, reason="核实地址")
    stranger = DistrictOfficeFactory(is_superuser=True)
    client.force_login(stranger)

    html = client.get(reverse("admin:reception_disclosure_changelist")).content.decode()

    assert ("核实地址" in html, opinion.number in html) == (True, False)
