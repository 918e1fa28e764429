"""Annual reports are found from the bar by the deputy's name."""

from congress.search import found_for
from tests.factories.reports import drafted, seat_in, submitted


def test_report_is_found_by_the_deputys_name(district, office):
    report = submitted(seat_in(district, number=1, name="丁一"))
    submitted(seat_in(district, number=2, name="马强"))
    group = next(group for group in found_for(office, "dingyi") if group.heading == "述职报告")
    assert [(hit.title, hit.about, hit.url) for hit in group.hits] == [
        (str(report), "云渚区第1选区，已提交", report.get_absolute_url())
    ]


def test_draft_is_its_writers_alone(district, office):
    drafted(seat_in(district, number=1, name="丁一"))
    assert [group.heading for group in found_for(office, "丁一")] == ["代表"]


def test_deputy_searches_no_reports(seat, deputy):
    submitted(seat)
    assert [group.heading for group in found_for(deputy, seat.deputy.name)] == ["代表"]
