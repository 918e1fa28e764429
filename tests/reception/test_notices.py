"""Notices: drafted from the day, approved where the rules want it, posted, and posted again (E3, B6-B8)."""

from datetime import timedelta
from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from pypdf import PdfReader

from congress import clock, desk
from reception import announcing, day_workflow, notice_workflow
from reception.enums import DayStatus, NoticeKind, NoticeStatus
from reception.models import Notice
from reception.papers.notice import poster_pdf
from tests.factories.congress import LeaderFactory, OfficeRulesFactory
from tests.factories.deputies import ConstituencyFactory, SeatFactory
from tests.factories.reception import day_at


pytestmark = pytest.mark.usefixtures("in_march")


def coming(who, status=DayStatus.ROTA_SET, days=10):
    return day_at(status, who, on=clock.today() + timedelta(days=days))


def titles(user, *starts):
    return [item.title for item in desk.waiting_for(user) if item.title.startswith(starts)]


def test_notice_tells_what_the_office_announces(who):
    day = coming(who)
    day_workflow.lead(day, by=who.liaison, leaders=[("王强", "镇党委书记")])
    notice = notice_workflow.draft(day, by=who.liaison)
    assert (notice.kind, notice.title, notice.publisher) == (
        NoticeKind.FIRST,
        "石坎镇人大代表接待选民公告",
        "石坎镇人大主席团",
    )
    assert announcing.facts_of(notice) == [
        ("时间", "2025年3月30日（周日） 08:30—11:00"),
        ("地点", "石坎镇代表联络站"),
        ("带班领导", "镇党委书记王强"),
        ("接待代表", who.seat.called),
        ("", announcing.INVITATION),
    ]
    assert notice_workflow.draft(day, by=who.office) == notice

    # The longer form names sector and constituency, and nothing private.
    OfficeRulesFactory(jurisdiction=who.town, notice_fields="full")
    where = ConstituencyFactory(jurisdiction=who.town)
    teacher = SeatFactory(
        jurisdiction=who.town,
        constituency=where,
        deputy__name="赵甲",
        deputy__sector="worker",
        deputy__position="某厂工人",
        deputy__phone="13800001234",
    )
    day_workflow.set_rota(day, by=who.liaison, seats=[teacher])
    notice_workflow.revise(notice, by=who.liaison, title="", text="", publisher="石坎镇人大", renew=True)
    assert announcing.facts_of(notice)[3:5] == [
        ("接待代表", f"赵甲（{teacher.place}，工人）"),
        ("接待选区", str(where)),
    ]


def test_notice_waits_for_the_head_where_the_rules_want_it(who):
    OfficeRulesFactory(jurisdiction=who.town, notice_approval=True)
    day = coming(who)
    notice = notice_workflow.draft(day, by=who.liaison)
    assert titles(who.office, "审核") == [f"审核：{notice}"]
    with pytest.raises(ValidationError, match="公告要先审核"):
        notice_workflow.publish_day(day, by=who.liaison, where="公示栏")
    notice_workflow.approve(notice, by=who.office)
    notice_workflow.publish_day(day, by=who.liaison, where="公示栏")
    day.refresh_from_db()
    notice.refresh_from_db()
    assert (day.status, notice.status, notice.published_on, notice.where) == (
        DayStatus.NOTICE_PUBLISHED,
        NoticeStatus.PUBLISHED,
        clock.today(),
        "公示栏",
    )
    assert titles(who.office, "审核") == []


def test_change_and_cancellation_are_announced_again(who):
    day = coming(who)
    notice_workflow.publish_day(day, by=who.liaison, where="公示栏")
    assert titles(who.liaison, "变更", "取消") == []
    other = SeatFactory(jurisdiction=who.town, deputy__name="赵甲")
    with clock.at(clock.now() + timedelta(hours=1)):
        day_workflow.substitute(day, by=who.liaison, seat=other, replaced=who.seat)
        assert titles(who.liaison, "变更", "取消") == [f"变更公告：{day}"]
        second = notice_workflow.draft(day, by=who.liaison)
        assert second.text.splitlines()[0] == "接待代表有变动，以本公告为准。"
        notice_workflow.publish(second, by=who.liaison, where="公示栏")
        assert titles(who.liaison, "变更", "取消") == []
    with clock.at(clock.now() + timedelta(hours=2)):
        day_workflow.postpone(day, by=who.office, date=day.date + timedelta(days=7), reason="大雨")
        third = notice_workflow.draft(day, by=who.liaison)
        assert third.text.splitlines()[0] == "原定的代表接待日改期（大雨），以本公告为准。"
        notice_workflow.publish(third, by=who.liaison, where="公示栏")
    with clock.at(clock.now() + timedelta(hours=3)):
        day_workflow.cancel(day, by=who.office, reason="停电")
        assert titles(who.liaison, "变更", "取消") == [f"取消公告：{day}"]
        last = notice_workflow.draft(day, by=who.liaison)
        notice_workflow.publish(last, by=who.liaison, where="公示栏")
        assert titles(who.liaison, "变更", "取消") == []
    assert [notice.get_kind_display() for notice in day.notices.all()] == [
        "取消公告",
        "变更公告",
        "变更公告",
        "公告",
    ]
    assert last.text.splitlines()[1] == "原因：停电"


def test_notice_of_a_day_called_off_since_is_not_published(who):
    day = coming(who)
    notice = notice_workflow.draft(day, by=who.liaison)
    day_workflow.cancel(day, by=who.office, reason="停电")
    with pytest.raises(ValidationError, match="已经取消"):
        notice_workflow.publish(notice, by=who.liaison, where="公示栏")
    with pytest.raises(ValidationError, match="请先排班"):
        notice_workflow.draft(coming(who, DayStatus.PLANNED, days=12), by=who.liaison)


def test_late_notice_is_red_for_the_office_and_its_leader(who):
    day = coming(who, days=2)
    leader = LeaderFactory(jurisdiction=who.town)
    for user, title in ((who.office, f"公告：{day}"), (leader, f"逾期未公告：{day}")):
        assert [(item.title, item.light) for item in desk.waiting_for(user)] == [(title, "red")]


@pytest.mark.parametrize("size", ["a4", "a3"])
def test_poster_is_one_page_of_its_size_however_long(size, who):
    notice = notice_workflow.draft(coming(who), by=who.liaison)
    notice.text += "\n" + "这一天还可以反映各种各样的情况。" * 60
    pages = PdfReader(BytesIO(poster_pdf(notice, size))).pages
    assert len(pages) == 1
    assert round(float(pages[0].mediabox.width) / 72 * 25.4) == {"a4": 210, "a3": 297}[size]


def test_notice_page_offers_its_text_and_steps(client, who, django_assert_num_queries):
    day = coming(who)
    client.force_login(who.liaison)
    assert "起草公告" in client.get(day.get_absolute_url()).content.decode()
    response = client.post(reverse("reception:notice_draft", args=[day.pk]))
    notice = Notice.objects.get()
    assert response.url == notice.get_absolute_url()
    assert "打印张贴、发布公告</button>" in client.get(day.get_absolute_url()).content.decode()
    with django_assert_num_queries(6):
        page = client.get(notice.get_absolute_url())
    assert [step["label"] for step in page.context["steps"]] == ["发布", "修改"]
    # Deputies read it once it is posted.
    client.force_login(who.deputy)
    assert client.get(notice.get_absolute_url()).status_code == 404
    notice_workflow.publish(notice, by=who.liaison, where="公示栏")
    client.force_login(who.liaison)
    assert "另起草一份公告</button>" in client.get(day.get_absolute_url()).content.decode()
    client.force_login(who.deputy)
    posted = client.get(notice.get_absolute_url()).content.decode()
    lines = [notice.title, *notice.text.splitlines(), "石坎镇人大主席团", "2025年3月20日"]
    assert ">" + "\n".join(lines) + "</textarea>" in posted
