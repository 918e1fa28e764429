"""Retaliation against a deputy: three statuses, two offices, every look put down (B50)."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from congress import audit, clock
from congress.desk import waiting_for
from congress.workflow import StepNotAvailable
from deputies import retaliation_workflow as workflow
from deputies.enums import RetaliationStatus as Status
from deputies.models import RetaliationCase, RetaliationLook
from tests.factories.cases import retaliation_at
from tests.factories.congress import DistrictOfficeFactory, LeaderFactory, LiaisonFactory, LocalOfficeFactory


pytestmark = pytest.mark.usefixtures("in_march")


@pytest.mark.parametrize("status", Status)
def test_steps_follow_the_table(status, seat, office):
    today, table = clock.today(), workflow.retaliation_cases
    takes = {
        "forward": lambda case: workflow.forward(
            case, by=office, forwarded_on=today, forwarded_to="区总工会"
        ),
        "conclude": lambda case: workflow.conclude(case, by=office, concluded_on=today, result="已纠正。"),
    }
    for name, take in takes.items():
        case, step = retaliation_at(status, seat, office), table.steps[name]
        if status in step.sources:
            take(case)
        else:
            with pytest.raises(StepNotAvailable):
                take(case)
        case.refresh_from_db()
        assert case.status == (step.target if status in step.sources else status)


def test_wrong_days_and_strangers_are_refused(seat, office, liaison):
    case = retaliation_at(Status.TOLD, seat, office)
    for day, why in (
        (date(2025, 3, 19), "转送日期不能早于得知日期2025年3月20日。"),
        (date(2025, 3, 21), "转送日期不能晚于今天（2025年3月20日）。"),
    ):
        with pytest.raises(ValidationError) as refused:
            workflow.forward(case, by=office, forwarded_on=day, forwarded_to="区总工会")
        assert refused.value.message_dict == {"forwarded_on": [why]}
    with pytest.raises(PermissionDenied):
        retaliation_at(Status.TOLD, seat, liaison)


def test_two_offices_see_it_and_each_look_is_put_down(client, seat, office, district, town):
    case = retaliation_at(Status.TOLD, seat, office)
    above = DistrictOfficeFactory(jurisdiction=district)
    others = [
        seat.deputy.user,
        LiaisonFactory(jurisdiction=town),
        LeaderFactory(jurisdiction=district),
        LocalOfficeFactory(),
    ]
    met = []
    for user in (office, above, *others):
        client.force_login(user)
        met.append(client.get(case.get_absolute_url()).status_code)
    assert met == [200, 200, 404, 404, 404, 404]
    assert list(RetaliationLook.objects.order_by("pk").values_list("by", flat=True)) == [office.pk, above.pk]


def test_office_enters_it_and_only_its_page_names_the_deputy(client, seat, office):
    client.force_login(office)
    values = {"told_on": "2025-03-20", "told_by": "来信", "accused": "某公司", "facts": "因发言被扣工资。"}
    client.post(reverse("deputies:retaliation_add"), values | {"seat": seat.pk})
    case = RetaliationCase.objects.get()
    assert (case.seat, case.status) == (seat, Status.TOLD)
    assert [item.action for item in waiting_for(office) if item.title == str(case)] == ["转送"]
    urls = [reverse("deputies:retaliation_list"), seat.get_absolute_url(), case.get_absolute_url()]
    pages = [client.get(url).content.decode() for url in urls]
    assert [("某公司" in page, seat.deputy.name in page) for page in pages] == [
        (False, False),
        (False, True),
        (True, True),
    ]
    assert [trace for trace in audit.traces(audit.trail()[:50]) if "打击报复" in trace.kind] == []


@pytest.mark.parametrize("count", [1, 3])
def test_list_costs_as_many_queries(count, client, seat, office, django_assert_num_queries):
    for _ in range(count):
        retaliation_at(Status.FORWARDED, seat, office)
    client.force_login(office)
    client.get(reverse("deputies:retaliation_list"))
    with django_assert_num_queries(5):
        client.get(reverse("deputies:retaliation_list"))
