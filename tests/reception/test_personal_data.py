"""Voters' data: corrected, deleted on request and after their time, every time with a line in the log."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import CommandError, call_command
from django.urls import reverse

from congress import clock
from congress.models import OfficeRules
from reception import personal_data
from reception.enums import DataChangeKind, VisitorKind
from reception.enums import OpinionStatus as Status
from reception.models import DataChange, Visitor
from tests.factories.reception import NOON, opinion_at, visit_of


pytestmark = pytest.mark.usefixtures("in_march")
LATER = NOON + timedelta(days=400)


def data_of(visitor):
    visitor = Visitor.objects.get(pk=visitor.pk)
    return visitor.kind, visitor.name, visitor.phone, visitor.address


def page_of(name, visitor):
    return reverse(f"reception:visitor_{name}", args=[visitor.pk])


def kept_for(who, months):
    OfficeRules.objects.create(jurisdiction=who.town, personal_data_months=months)


def test_correction_changes_what_was_typed_and_is_logged(client, who):
    visitor = visit_of(who).visitor
    kind, name, _, _ = data_of(visitor)
    client.force_login(who.liaison)
    response = client.post(page_of("correct", visitor), {"phone": "139 1111 2222", "reason": "本人来电换号"})
    assert response.status_code == 302
    assert data_of(visitor) == (kind, name, "13911112222", visitor.address)
    [change] = DataChange.objects.all()
    assert (change.by, change.fields, change.reason) == (who.liaison, "联系电话", "本人来电换号")
    page = client.get(page_of("correct", visitor)).content.decode()
    assert ("本人来电换号" in page, "13911112222" in page, name in page) == (True, False, False)


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"reason": "本人来电更正"}, "__all__"),
        ({"phone": "13911112222", "reason": "更"}, "reason"),
        ({"phone": "12", "reason": "本人来电更正"}, "phone"),
        ({"phone": "13911112222", "drop": ["phone"], "reason": "本人来电更正"}, "phone"),
        ({"name": "张\x00三", "reason": "本人来电更正"}, "name"),
        ({"name": "张" * 101, "reason": "本人来电更正"}, "name"),
    ],
)
def test_wrong_correction_is_told_and_changes_nothing(typed, field, client, who):
    visitor = visit_of(who).visitor
    before = data_of(visitor)
    client.force_login(who.liaison)
    page = client.post(page_of("correct", visitor), typed)
    assert (page.status_code, list(page.context["form"].errors)) == (200, [field])
    assert (data_of(visitor), DataChange.objects.count()) == (before, 0)


def test_visitor_who_left_no_name_leaves_one_later(who):
    visitor = visit_of(who, visitor={"kind": VisitorKind.ANONYMOUS, "name": "", "phone": ""}).visitor
    personal_data.correct(visitor, by=who.liaison, reason="本人补留姓名", name="赵甲")
    assert data_of(visitor)[:2] == (VisitorKind.PERSON, "赵甲")


def test_deletion_makes_the_visitor_anonymous_and_keeps_his_words(client, who):
    opinion = opinion_at(Status.TRIAGED, who)
    visitor, words = opinion.visit.visitor, opinion.words
    client.force_login(who.office)
    assert opinion in client.get(page_of("erase", visitor)).context["open"]
    data = {"kind": DataChangeKind.ASKED, "reason": "本人书面要求", "sure": "on"}
    assert client.post(page_of("erase", visitor), data).url == opinion.get_absolute_url()
    opinion.refresh_from_db()
    assert (data_of(visitor), opinion.words) == ((VisitorKind.ANONYMOUS, "", "", ""), words)
    assert Visitor.objects.get(pk=visitor.pk).masked_name == "信息已删除"
    [change] = DataChange.objects.all()
    assert (change.kind, change.by, change.fields) == (
        DataChangeKind.ASKED,
        who.office,
        "姓名或单位、联系电话",
    )
    assert "信息已删除" in client.get(opinion.get_absolute_url()).content.decode()
    again = client.post(page_of("erase", visitor), data)
    assert again.context["form"].non_field_errors() == ["这名来访人的信息已经删除，不能再改。"]


@pytest.mark.parametrize("missing", ["kind", "reason", "sure"])
def test_deletion_needs_ground_reason_and_certainty(missing, client, who):
    visitor = visit_of(who).visitor
    before = data_of(visitor)
    client.force_login(who.office)
    data = {"kind": DataChangeKind.ASKED, "reason": "本人书面要求", "sure": "on"}
    page = client.post(page_of("erase", visitor), data | {missing: ""})
    assert (list(page.context["form"].errors), data_of(visitor)) == ([missing], before)


def test_unit_keeps_its_name(who):
    unit = {"kind": VisitorKind.UNIT, "name": "石坎镇中心小学", "phone": "13800001234"}
    visitor = visit_of(who, visitor=unit).visitor
    personal_data.erase(visitor, by=who.office, kind=DataChangeKind.ASKED, reason="本人书面要求")
    assert data_of(visitor) == (VisitorKind.UNIT, "石坎镇中心小学", "", "")


def test_liaison_deletes_nothing_and_deputy_corrects_nothing(who):
    visitor = visit_of(who).visitor
    with pytest.raises(PermissionDenied):
        personal_data.erase(visitor, by=who.liaison, kind=DataChangeKind.ASKED, reason="本人书面要求")
    with pytest.raises(PermissionDenied):
        personal_data.correct(visitor, by=who.deputy, reason="本人来电更正", phone="13911112222")


def test_data_are_over_their_time_when_all_is_closed_long_enough(client, who):
    kept_for(who, 12)
    closed, open_one = opinion_at(Status.CLOSED, who), opinion_at(Status.TRIAGED, who)
    assert list(personal_data.over_time([who.town])) == []
    with pytest.raises(ValidationError):
        personal_data.erase(
            closed.visit.visitor, by=who.office, kind=DataChangeKind.EXPIRED, reason="期满删除"
        )
    with clock.at(LATER):
        assert list(personal_data.over_time([who.town])) == [closed.visit.visitor]
        client.force_login(who.office)
        url = reverse("reception:data_expired")
        assert client.post(url, {"visitors": [closed.visit.visitor_id]}).context["form"].errors["sure"]
        assert client.post(url, {"visitors": [open_one.visit.visitor_id], "sure": "on"}).status_code == 200
        assert DataChange.objects.count() == 0
        assert client.post(url, {"visitors": [closed.visit.visitor_id], "sure": "on"}).status_code == 302
        assert list(personal_data.over_time([who.town])) == []
    assert data_of(closed.visit.visitor)[1:3] == ("", "")
    log = client.get(reverse("reception:data_log"))
    assert [line["label"] for line in log.context["lines"]] == ["保存期满，删除"]


def test_command_deletes_only_what_is_confirmed(who, monkeypatch, capsys):
    kept_for(who, 12)
    closed = opinion_at(Status.CLOSED, who)
    ask = {"jurisdiction": who.town.name, "erase": True, "by": who.office.username}
    with clock.at(LATER):
        monkeypatch.setattr("builtins.input", lambda question: "2")
        with pytest.raises(CommandError, match="什么也没有删"):
            call_command("expired_visitors", **ask)
        with pytest.raises(CommandError, match="--by"):
            call_command("expired_visitors", **ask | {"by": None})
        assert data_of(closed.visit.visitor)[1]
        monkeypatch.setattr("builtins.input", lambda question: "1")
        call_command("expired_visitors", **ask)
    assert (data_of(closed.visit.visitor)[1], closed.visit.visitor.name in capsys.readouterr().out) == (
        "",
        False,
    )


@pytest.mark.parametrize("count", [1, 3])
@pytest.mark.parametrize(("url_name", "queries"), [("data_expired", 12), ("data_log", 6)])
def test_page_queries(url_name, queries, count, client, who, django_assert_num_queries):
    kept_for(who, 12)
    for number in range(count):
        visitor = opinion_at(Status.CLOSED, who).visit.visitor
        personal_data.correct(visitor, by=who.office, reason="本人来电更正", phone=f"1391111222{number}")
    client.force_login(who.office)
    with clock.at(LATER):
        client.get(reverse(f"reception:{url_name}"))
        with django_assert_num_queries(queries):
            page = client.get(reverse(f"reception:{url_name}"))
    assert len(page.context["page_obj"].object_list) == count


def test_notice_tells_how_long_the_offices_rules_keep_the_data(who):
    told = dict(personal_data.notice_for(who.town))
    assert told["保存期限"] == "事项办结后保存120个月（10年），期满删除或者匿名化。"
    kept_for(who, 30)
    told = dict(personal_data.notice_for(who.town))
    assert told["保存期限"] == "事项办结后保存30个月，期满删除或者匿名化。"
