"""The yearly report on handling: drawn up, written, kept when it is confirmed."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from congress import clock
from proposals import yearly_report
from proposals.enums import ProposalStatus as S
from proposals.models import HandlingReport
from tests.congress.docx_lines import read
from tests.factories.congress import LeaderFactory
from tests.factories.proposals import proposal_at, session_of, take
from tests.factories.reception.people import NOON


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]
LATER = NOON.replace(year=2026)


def drawn(who, **days):
    days = {"starts_on": date(2025, 1, 1), "ends_on": date(2025, 12, 31), **days}
    return yearly_report.draw_up(by=who.office, jurisdiction=who.town, **days)


def written(who):
    report = drawn(who)
    return yearly_report.write(report, by=who.office, opening=report.opening, closing="还有差距。")


def confirmed(who):
    report = written(who)
    with clock.at(LATER):
        return yearly_report.confirm(report, by=who.office)


def test_report_tells_the_figures_of_the_statistics(who):
    session_of(who.seat.term)
    take("close", proposal_at(S.REPLIED, who), who)
    proposal_at(S.ACCEPTED, who)
    content = yearly_report.content_of(drawn(who), who.office)
    assert content["told"]["basics"][0] == "共受理2件：建议、批评和意见2件。已交办1件。"
    assert content["told"]["results"][:2] == [
        "承办单位已书面答复1件，按期答复率100.0%。",
        "从交办到答复，一半在当天，九成在当天。",
    ]
    assert "代表对办理态度已评价1件，满意和基本满意1件，满意率100.0%。" in content["told"]["results"]
    units = content["tables"][0]
    assert (units["caption"], units["headings"][:3]) == ("各承办单位办理情况", ["承办单位", "受理", "答复"])
    assert [row[:3] for row in units["rows"]] == [
        [str(who.unit), "1", "1"],
        ["还没有交办", "1", "0"],
        ["合计", "2", "1"],
    ]


def test_report_of_nothing_says_so(who):
    content = yearly_report.content_of(drawn(who), who.office)
    assert content == {"told": {"basics": ["这段时间没有受理代表议案和建议。"], "results": []}, "tables": []}


def test_confirmed_report_keeps_its_figures(who):
    proposal_at(S.ACCEPTED, who)
    report = confirmed(who)
    proposal_at(S.ACCEPTED, who)
    assert yearly_report.content_of(report, who.office)["told"]["basics"][0].startswith("共受理1件")
    with pytest.raises(ValidationError, match="已经定稿"):
        yearly_report.write(report, by=who.office, opening="", closing="")
    again = yearly_report.reopen(report, by=who.office)
    assert yearly_report.content_of(again, who.office)["told"]["basics"][0].startswith("共受理2件")


def test_report_is_not_confirmed_before_its_period_is_over_nor_without_a_closing(who):
    report = drawn(who)
    with pytest.raises(ValidationError, match="还没有过完"):
        yearly_report.confirm(report, by=who.office)
    with clock.at(LATER), pytest.raises(ValidationError, match="还没有写"):
        yearly_report.confirm(report, by=who.office)
    report.refresh_from_db()
    assert report.is_draft


def test_only_the_office_of_the_congress_keeps_it(who):
    leader = LeaderFactory(jurisdiction=who.town.district)
    report = written(who)
    for verb in (yearly_report.confirm, yearly_report.reopen):
        with pytest.raises(PermissionDenied):
            verb(report, by=leader)
    assert list(HandlingReport.objects.visible_to(leader)) == []
    confirmed_one = yearly_report.reopen(report, by=who.office)
    with clock.at(LATER):
        yearly_report.confirm(confirmed_one, by=who.district_office)
    assert list(HandlingReport.objects.visible_to(leader)) == [report]


def test_report_is_public_once_it_is_confirmed(client, who):
    """代表法第五十一条: it is sent to the next session, and made public."""
    report = written(who)
    client.force_login(who.deputy)
    assert client.get(report.get_absolute_url()).status_code == 404
    with clock.at(LATER):
        yearly_report.confirm(report, by=who.office)
        client.force_login(who.deputy)
        assert list(client.get(reverse("proposals:report_list")).context["reports"]) == [report]
        assert client.get(report.get_absolute_url()).context["keeps"] is False
        assert client.post(f"{report.get_absolute_url()}reopen/").status_code == 403


def test_pages_lead_from_a_draft_to_a_paper(client, who):
    client.force_login(who.office)
    address = reverse("proposals:report_list")
    asked = {"jurisdiction": who.town.pk, "starts_on": "2025-01-01", "ends_on": "2024-12-31"}
    assert client.post(address, asked).context["form"].errors == {"ends_on": ["结束日期不能早于开始日期。"]}
    asked["ends_on"] = "2025-12-31"
    assert client.post(address, asked).status_code == 302
    report = HandlingReport.objects.get()
    assert "已经有了" in client.post(address, asked).content.decode()
    detail = report.get_absolute_url()
    client.post(detail, {"opening": "现将情况报告如下。", "closing": "还有差距。"})
    sent = client.get(f"{detail}paper/", {"as": "docx"})
    lines = read(sent)
    assert lines[0] == "关于石坎镇人民代表大会2025年\n代表议案和建议、批评和意见办理情况的报告"
    assert lines[1:3] == ["石坎镇人民代表大会：", "现将情况报告如下。"]
    page = client.post(f"{detail}confirm/", follow=True).content.decode()
    assert "这段时间还没有过完" in page
    with clock.at(LATER):
        client.force_login(who.office)
        assert "已定稿" in client.post(f"{detail}confirm/", follow=True).content.decode()
    assert client.get(f"{detail}confirm/").status_code == 405


@pytest.mark.parametrize("count", [1, 3])
def test_report_costs_the_same_however_many(django_assert_num_queries, who, count):
    session_of(who.seat.term)
    for _ in range(count):
        proposal_at(S.REPLIED, who)
    report = drawn(who)
    with django_assert_num_queries(22):
        yearly_report.content_of(report, who.office)
