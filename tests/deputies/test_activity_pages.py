"""Pages of activities: what they cost, whom they let in, what they answer."""

from datetime import date

import pytest
from django.urls import reverse

from congress.enums import Role
from deputies.activity_workflow import cancel_activity
from deputies.enums import ParticipationStatus as Status
from deputies.models import Activity, Participation
from tests.factories.activities import entry_at, logged, planned
from tests.factories.congress import USER_FACTORIES, LocalOfficeFactory
from tests.factories.deputies import DeputyGroupFactory, SeatFactory


pytestmark = pytest.mark.usefixtures("in_march")


@pytest.fixture
def colleagues(town, seat):
    return [seat, *(SeatFactory(jurisdiction=town, with_user=True) for _ in range(2))]


def messages_of(response):
    return [str(message) for message in response.context["messages"]]


@pytest.mark.parametrize("count", [1, 3])
def test_activity_list_queries(count, client, colleagues, office, django_assert_num_queries):
    for seat in colleagues[:count]:
        logged(seat)
    client.force_login(office)
    client.get(reverse("deputies:activity_list"))

    with django_assert_num_queries(9):
        response = client.get(reverse("deputies:activity_list"))

    assert len(response.context["page_obj"]) == count


@pytest.mark.parametrize("count", [1, 3])
def test_queue_queries(count, client, colleagues, liaison, django_assert_num_queries):
    for seat in colleagues[:count]:
        logged(seat)
    client.force_login(liaison)
    client.get(reverse("deputies:participation_queue"))

    with django_assert_num_queries(7):
        response = client.get(reverse("deputies:participation_queue"))

    assert len(response.context["page_obj"]) == count


@pytest.mark.parametrize("count", [1, 3])
def test_activity_detail_queries(count, client, colleagues, office, django_assert_num_queries):
    activity = planned(office, *colleagues[:count])
    client.force_login(office)

    with django_assert_num_queries(10):
        response = client.get(activity.get_absolute_url())

    assert len(response.context["entries"]) == count


@pytest.mark.parametrize("count", [1, 3])
def test_participation_list_queries(count, client, seat, deputy, django_assert_num_queries):
    for _ in range(count):
        logged(seat)
    client.force_login(deputy)
    client.get(reverse("deputies:participation_list"))

    with django_assert_num_queries(5):
        response = client.get(reverse("deputies:participation_list"))

    assert len(response.context["page_obj"]) == count


@pytest.mark.parametrize("role", Role)
def test_pages_of_staff_by_role(role, client, district):
    client.force_login(USER_FACTORIES[role](jurisdiction=district))
    expected = {
        "deputies:activity_list": role in (*Role.staff, Role.LEADER),
        "deputies:participation_queue": role in Role.staff,
        "deputies:activity_plan": role in Role.offices,
        "deputies:participation_list": role == Role.DEPUTY,
    }

    found = {name: client.get(reverse(name)).status_code == 200 for name in expected}

    assert found == expected


def test_invisible_activity_is_not_found(client, seat, office):
    activity = planned(office, seat)
    client.force_login(LocalOfficeFactory())

    assert client.get(activity.get_absolute_url()).status_code == 404


def test_activity_detail_leads_a_deputy_to_his_entry(client, seat, deputy, office):
    activity = planned(office, seat)
    client.force_login(deputy)

    assert client.get(activity.get_absolute_url()).url == activity.participations.get().get_absolute_url()


def plan_data(**values):
    data = {
        "jurisdiction": values.pop("town").pk,
        "kind": values.pop("kind").pk,
        "title": "视察防汛",
        "starts_on": "2025-03-12",
        "days": "1",
        "place": "河堤",
        "task": "查看河堤",
    }
    return data | values


def test_plan_invites_the_whole_congress(client, office, town, kind, colleagues):
    client.force_login(office)

    client.post(reverse("deputies:activity_plan"), plan_data(town=town, kind=kind, whole="on"))

    activity = Activity.objects.get()
    assert activity.ends_on == date(2025, 3, 12)
    assert {entry.seat for entry in activity.participations.all()} == set(colleagues)


def test_plan_invites_a_group_and_single_names(client, office, town, kind, colleagues):
    member, single, _ = colleagues
    member.group = DeputyGroupFactory(term=member.term)
    member.save()
    client.force_login(office)

    chosen = {"groups": member.group_id, "seats": single.pk}
    client.post(reverse("deputies:activity_plan"), plan_data(town=town, kind=kind, **chosen))

    assert {entry.seat for entry in Participation.objects.all()} == {member, single}


def test_plan_without_deputies_is_refused(client, office, town, kind):
    client.force_login(office)

    response = client.post(reverse("deputies:activity_plan"), plan_data(town=town, kind=kind))

    assert response.context["form"].non_field_errors() == [
        "还没有选代表：请勾选全体代表，或者选小组、选代表。"
    ]


def test_edit_keeps_minutes_and_feedback(client, office, seat, town, kind):
    activity = planned(office, seat)
    client.force_login(office)
    data = plan_data(town=town, kind=kind, minutes="听取汇报", feedback="已清淤")

    client.post(reverse("deputies:activity_edit", args=[activity.pk]), data)

    activity.refresh_from_db()
    assert (activity.minutes, activity.feedback) == ("听取汇报", "已清淤")


def test_people_are_added_later(client, office, colleagues):
    activity = planned(office, colleagues[0])
    client.force_login(office)

    client.post(reverse("deputies:activity_people", args=[activity.pk]), {"seats": colleagues[1].pk})

    assert activity.participations.count() == 2


def test_cancel_says_why(client, office, seat):
    activity = planned(office, seat)
    client.force_login(office)

    client.post(reverse("deputies:activity_cancel", args=[activity.pk]), {"reason": "暴雨"})

    activity.refresh_from_db()
    assert activity.cancelled_reason == "暴雨"


def test_verify_of_those_ticked(client, office, colleagues):
    activity = planned(office, *colleagues)
    first, second, third = activity.participations.order_by("pk")
    client.force_login(office)
    url = reverse("deputies:activity_verify", args=[activity.pk])

    response = client.post(url, {"entry": [first.pk, second.pk], "step": "verify"}, follow=True)

    assert messages_of(response) == ["已核实2条履职记录。"]
    assert Participation.objects.verified().count() == 2


def test_verify_with_one_refusal_changes_nothing(client, office, seat):
    waiting, done = logged(seat), entry_at(Status.VERIFIED, seat, office)
    client.force_login(office)

    response = client.post(
        reverse("deputies:participation_verify"), {"entry": [waiting.pk, done.pk]}, follow=True
    )

    assert messages_of(response)[0].startswith("一条也没有办理。")
    assert Participation.objects.verified().count() == 1


def test_verify_of_invisible_entries_is_refused(client, seat):
    entry = logged(seat)
    client.force_login(LocalOfficeFactory())

    client.post(reverse("deputies:participation_verify"), {"entry": [entry.pk]})

    entry.refresh_from_db()
    assert entry.status == Status.LOGGED


def test_wrong_edit_leaves_the_record_as_it_is(client, office, seat, town, kind):
    activity = planned(office, seat)
    client.force_login(office)
    data = plan_data(town=town, kind=kind, title="改过的主题", days="2")

    response = client.post(reverse("deputies:activity_edit", args=[activity.pk]), data)

    assert response.context["record"].title == "视察防汛"
    assert response.context["form"].errors == {
        "days": ["起止日期一共1天，用的天数不能比它多；做了几天的，请填最后一天。"]
    }


def test_edit_of_what_is_verified_offers_no_dates(client, office, seat, town, kind):
    activity = entry_at(Status.VERIFIED, seat, office).activity
    client.force_login(office)
    url = reverse("deputies:activity_edit", args=[activity.pk])

    form = client.get(url).context["form"]
    client.post(url, plan_data(town=town, kind=kind, days="0.5", minutes="听取汇报"))

    activity.refresh_from_db()
    assert [name for name in form.fields if form.fields[name].disabled] == [
        "kind",
        "starts_on",
        "ends_on",
        "days",
    ]
    assert (activity.days, activity.minutes) == (1, "听取汇报")


def test_edit_of_a_cancelled_activity_tells_so(client, office, seat):
    activity = planned(office, seat)
    cancel_activity(activity, by=office, reason="暴雨")
    client.force_login(office)

    response = client.get(reverse("deputies:activity_edit", args=[activity.pk]), follow=True)

    assert messages_of(response) == ["现在不能修改：已是“已取消”，可能刚有人办理过，请看最新情况。"]
    assert "活动已取消：暴雨" in response.content.decode()


def test_empty_form_sent_is_checked(client, office):
    client.force_login(office)

    response = client.post(reverse("deputies:activity_plan"))

    assert response.context["form"].is_bound
