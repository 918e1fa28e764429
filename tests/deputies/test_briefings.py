"""What deputies are told: sent to whole bodies, read by opening, reminded of, withdrawn (B63)."""

from datetime import date
from io import BytesIO

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from congress import clock
from congress.desk import waiting_for
from congress.models import Message
from congress.workflow import StepNotAvailable
from deputies import briefing_workflow as workflow
from deputies.models import Briefing
from tests.factories.briefings import briefed
from tests.factories.deputies import DelegationFactory, DeputyGroupFactory, SeatFactory


pytestmark = pytest.mark.usefixtures("in_march")
ADD, LIST = "deputies:briefing_add", "deputies:briefing_list"
VALUES = {"kind": "report", "title": "上半年预算执行", "text": "收入过半。"}


@pytest.fixture
def other(town, seat):
    """A deputy of the same term who has no account."""
    return SeatFactory(jurisdiction=town, term=seat.term, deputy__name="王芳")


def told(user):
    return [message.sentence for message in Message.objects.filter(recipient=user).order_by("pk")]


def post(client, office, **values):
    client.force_login(office)
    return client.post(reverse(ADD), VALUES | {"jurisdiction": office.jurisdiction_id} | values)


@pytest.mark.parametrize("whom", ["whole", "delegations", "groups", "seats"])
def test_it_goes_to_a_congress_a_delegation_a_group_or_chosen_ones(whom, client, seat, other, office):
    delegation = DelegationFactory(term=seat.term)
    group = DeputyGroupFactory(term=seat.term)
    seat.delegation, seat.group = delegation, group
    seat.save()
    chosen = {"whole": "on", "delegations": delegation.pk, "groups": group.pk, "seats": seat.pk}[whom]
    post(client, office, **{whom: chosen})
    found = {receipt.seat for receipt in Briefing.objects.get().receipts.all()}
    assert found == ({seat, other} if whom == "whole" else {seat})


def test_wrong_forms_are_told_why_and_send_nothing(client, seat, office):
    page = post(client, office)
    assert page.context["form"].non_field_errors() == [
        "还没有选代表：请勾选全体代表，或者选代表团、小组、代表。"
    ]
    paper = SimpleUploadedFile("表.exe", b"MZ")
    page = post(client, office, whole="on", papers=paper, title="")
    assert page.context["form"].errors["papers"] == ["请用PDF、Word、WPS、OFD文件或者图片。"]
    empty = DelegationFactory(term=seat.term, name="第九代表团")
    page = post(client, office, delegations=empty.pk)
    assert page.context["form"].non_field_errors() == ["选定的范围里现在没有在任的代表，请另选。"]
    assert not Briefing.objects.exists()


def test_opening_it_is_the_receipt(client, seat, office, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        briefing = briefed(office, seat, with_paper=True)
    deputy = seat.deputy.user
    assert told(deputy) == ["工作情况通报：“上半年预算执行情况”，请阅读。"]
    assert [item.action for item in waiting_for(deputy) if item.url == briefing.get_absolute_url()] == [
        "阅读"
    ]
    client.force_login(deputy)
    assert client.get(reverse(LIST)).context["unread"] == {briefing.pk}
    page = client.get(briefing.get_absolute_url()).content.decode()
    assert "收入完成全年预算" in page
    receipt = briefing.receipts.get()
    assert receipt.read_at == clock.now()
    assert not Message.objects.filter(recipient=deputy, read_at=None).exists()
    assert [item for item in waiting_for(deputy) if item.url == briefing.get_absolute_url()] == []
    paper = client.get(reverse("deputies:briefing_file", args=[briefing.files.get().pk]))
    assert b"".join(paper.streaming_content) == b"%PDF-1.7 paper"
    client.force_login(office)
    client.get(briefing.get_absolute_url())
    receipt.refresh_from_db()
    assert receipt.read_at == clock.now()


def test_those_who_have_not_read_are_reminded_or_told_otherwise(
    client, seat, other, office, django_capture_on_commit_callbacks
):
    briefing = briefed(office, seat, other)
    with django_capture_on_commit_callbacks(execute=True):
        workflow.remind(briefing, by=office)
    assert told(seat.deputy.user) == ["请阅读工作情况通报“上半年预算执行情况”。"]
    workflow.read(briefing, by=seat.deputy.user)
    with pytest.raises(ValidationError) as refused:
        workflow.remind(briefing, by=office)
    assert refused.value.messages == ["有账号的代表都读过了；没有账号的，请另行告知后登记。"]
    client.force_login(office)
    url = reverse("deputies:briefing_told", args=[briefing.pk])
    told_by = {"told_on": "2025-03-20", "told_how": "打电话"}
    client.post(url, told_by)
    keys = [receipt.pk for receipt in briefing.receipts.all()]
    client.post(url, {"told_on": "2025-03-20", "told_how": "托梦", "receipt": keys})
    client.post(url, {"told_on": "2025-03-19", "told_how": "打电话", "receipt": keys})
    assert not briefing.receipts.filter(told_on__isnull=False).exists()
    client.post(url, told_by | {"receipt": keys})
    rows = [(row.seat, row.told_on, row.told_how) for row in briefing.receipts.order_by("pk")]
    assert rows == [(seat, None, ""), (other, date(2025, 3, 20), "打电话")]


def test_withdrawn_ones_tell_the_reason_in_place_of_the_text(
    client, seat, office, liaison, django_capture_on_commit_callbacks
):
    briefing = briefed(office, seat, with_paper=True)
    with pytest.raises(PermissionDenied):
        workflow.withdraw(briefing, by=liaison, note="数字有误")
    with django_capture_on_commit_callbacks(execute=True):
        workflow.withdraw(briefing, by=office, note="数字有误")
    assert told(seat.deputy.user) == ["“上半年预算执行情况”已撤回：数字有误"]
    client.force_login(seat.deputy.user)
    page = client.get(briefing.get_absolute_url()).content.decode()
    assert ("数字有误" in page, "收入完成" in page) == (True, False)
    file_url = reverse("deputies:briefing_file", args=[briefing.files.get().pk])
    assert client.get(file_url).status_code == 404
    assert briefing.receipts.get().read_at is None
    for step in (lambda: workflow.remind(briefing, by=office), lambda: _again(briefing, office)):
        with pytest.raises(StepNotAvailable):
            step()


def _again(briefing, office):
    workflow.withdraw(briefing, by=office, note="再撤")


def test_person_with_two_seats_is_told_once(seat, office, district):
    above = SeatFactory(jurisdiction=district, deputy=seat.deputy)
    briefing = briefed(office, above, seat)
    assert [receipt.seat for receipt in briefing.receipts.all()] == [seat]


def test_receipts_are_filtered_and_exported_as_they_are_filtered(client, seat, other, office):
    briefing = briefed(office, seat, other)
    workflow.read(briefing, by=seat.deputy.user)
    client.force_login(office)
    for asked, names in (({"read": "no"}, ["王芳"]), ({"read": "yes"}, ["丁一"]), ({"name": "wf"}, ["王芳"])):
        page = client.get(briefing.get_absolute_url(), asked)
        assert [receipt.seat.deputy.name for receipt in page.context["page_obj"]] == names
        found = client.get(reverse("deputies:briefing_sheet", args=[briefing.pk]), asked)
        rows = list(load_workbook(BytesIO(found.content)).active.values)[1:]
        assert [row[0] for row in rows] == names


@pytest.mark.parametrize("count", [1, 3])
def test_pages_cost_as_many_queries(count, client, seat, town, office, django_assert_num_queries):
    seats = [seat, *(SeatFactory(jurisdiction=town, term=seat.term) for _ in range(count - 1))]
    for _ in range(count):
        briefing = briefed(office, *seats)
    for user, queries in ((office, 5), (seat.deputy.user, 6)):
        client.force_login(user)
        client.get(reverse(LIST))
        with django_assert_num_queries(queries):
            client.get(reverse(LIST))
    client.force_login(office)
    with django_assert_num_queries(11):
        client.get(briefing.get_absolute_url())
