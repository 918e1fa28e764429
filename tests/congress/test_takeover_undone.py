"""What was set while importing is seen and deleted in the admin by the office that set it."""

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse

from congress.models import HeadingMapping, MarkMapping, MeetingMapping
from tests.congress.test_takeover_offices import FULL, answer, answer_marks, offices, sheet_of, upload


__all__ = ["offices", "upload"]

pytestmark = pytest.mark.django_db

DAY = "2025年1月12日上午"


@pytest.fixture
def set_by_town(client, upload):
    """A column and a mark that a town left out or mapped, and a meeting."""
    record = upload("石坎镇", sheet_of("石坎镇", DAY, "首场", "房号", mark="○"))
    answer(client, record, 首场=FULL | {"part": "2"}, 房号="")
    answer_marks(client, record, "present")
    return record


def names(client, model):
    page = client.get(reverse(f"admin:congress_{model}_changelist"))
    return [str(mapping) for mapping in page.context["cl"].result_list]


def delete(client, mapping):
    url = reverse(f"admin:congress_{mapping._meta.model_name}_delete", args=[mapping.pk])
    return client.post(url, {"post": "yes"}).status_code


def trail():
    entries = LogEntry.objects.order_by("pk")
    return [(str(entry.user), entry.object_repr, entry.get_change_message()) for entry in entries]


@pytest.mark.parametrize(("place", "count"), [("石坎镇", 1), ("云山区", 1), ("白沙镇", 0)])
def test_mappings_are_seen_where_they_were_set_and_above(client, offices, set_by_town, place, count):
    client.force_login(offices[place])
    seen = [names(client, model) for model in ("headingmapping", "meetingmapping", "markmapping")]
    assert seen == [
        ["“房号”→不导入", "“首场”→一场会议"] * count,
        ["2025年1月12日下午开幕会"] * count,
        ["“○”"] * count,
    ]


@pytest.mark.parametrize(("place", "answered"), [("云山区", 403), ("白沙镇", 404)])
def test_other_offices_do_not_delete_what_a_town_set(client, offices, set_by_town, place, answered):
    client.force_login(offices[place])
    found = [*HeadingMapping.objects.all(), *MeetingMapping.objects.all(), *MarkMapping.objects.all()]
    assert [delete(client, mapping) for mapping in found] == [answered] * 4


def test_deleted_heading_is_asked_again(client, upload, set_by_town):
    assert delete(client, HeadingMapping.objects.get(heading="房号")) == 302
    note = upload("石坎镇", sheet_of("石坎镇", DAY, "房号")).preview["sheets"][0]
    assert (note["unknown"], note["left_out"]) == (["房号"], [])


def test_deleted_mark_is_asked_again(client, upload, set_by_town):
    assert delete(client, MarkMapping.objects.get()) == 302
    assert len(upload("石坎镇", sheet_of("石坎镇", DAY, mark="○")).preview["marks"]) == 1


def test_deleted_meeting_is_asked_again(client, upload, set_by_town):
    assert delete(client, MeetingMapping.objects.get()) == 302
    [meeting] = upload("石坎镇", sheet_of("石坎镇", DAY, "首场")).preview["sheets"][0]["meetings"]
    assert (meeting["heading"], meeting["reason"]) == ("首场", "没有写日期")


def test_heading_is_deleted_with_its_meetings(client, set_by_town):
    assert delete(client, HeadingMapping.objects.get(heading="首场")) == 302
    assert MeetingMapping.objects.count() == 0


def test_setting_and_deleting_stand_in_the_trail(client, offices, set_by_town):
    delete(client, HeadingMapping.objects.get(heading="房号"))
    clerk = str(offices["石坎镇"])
    assert trail() == [
        (clerk, "“首场”→一场会议", "导入时指定为“2025年1月12日下午开幕会”。"),
        (clerk, "“房号”→不导入", "导入时指定为“不导入”。"),
        (clerk, "“○”", "导入时指定为“出席”。"),
        (clerk, "“房号”→不导入", ""),
    ]
