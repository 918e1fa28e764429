"""A deputy's jobs (B44), and how he belongs to his constituency (B46)."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from congress.desk import waiting_for
from deputies import careers
from deputies.enums import Sector, Tie
from deputies.models import Deputy, Seat
from deputies.participation_workflow import log, verify
from tests.factories.activities import planned
from tests.factories.congress import DistrictOfficeFactory, LocalOfficeFactory
from tests.factories.deputies import ConstituencyFactory, SeatFactory


pytestmark = pytest.mark.usefixtures("in_march")
NEW_JOB = {"employer": "石坎镇中心卫生院", "position": "医生", "starts_on": date(2025, 3, 1)}


@pytest.fixture
def seat(town):
    return SeatFactory(
        jurisdiction=town,
        with_user=True,
        deputy__name="丁一",
        deputy__position="公路收费处职工",
        deputy__sector=Sector.WORKER,
    )


def jobs_of(deputy):
    return [(str(job), job.starts_on, job.ends_on) for job in deputy.employments.all()]


def test_new_job_closes_the_old_one(seat, office):
    careers.change_job(seat.deputy, by=office, sector=Sector.PROFESSIONAL, **NEW_JOB)
    deputy = Deputy.objects.get(pk=seat.deputy.pk)
    assert (deputy.position, deputy.sector) == ("石坎镇中心卫生院医生", Sector.PROFESSIONAL)
    assert jobs_of(deputy) == [
        ("石坎镇中心卫生院医生", date(2025, 3, 1), None),
        ("公路收费处职工", None, date(2025, 2, 28)),
    ]


def test_form_of_a_new_job_shows_the_present_one(client, seat, office):
    client.force_login(office)
    form = client.get(reverse("deputies:job_change", args=[seat.deputy_id])).context["form"]
    assert form["employer"].help_text == "现在：公路收费处职工。"
    assert (form["sector"].help_text, form.fields["sector"].choices[0]) == ("现在：工人。", ("", "不变"))


def test_new_job_before_the_present_one_is_refused(seat, office):
    careers.change_job(seat.deputy, by=office, **NEW_JOB)
    with pytest.raises(ValidationError, match="到任日期应晚于现在这份工作的到任日期"):
        careers.change_job(seat.deputy, by=office, **NEW_JOB)
    assert seat.deputy.employments.count() == 2


def test_job_is_kept_by_the_deputys_own_offices(seat):
    with pytest.raises(PermissionDenied):
        careers.change_job(seat.deputy, by=LocalOfficeFactory(), **NEW_JOB)


def test_job_elsewhere_points_to_the_ground_and_ends_nothing(client, seat, office):
    client.force_login(office)
    url = reverse("deputies:job_change", args=[seat.deputy.pk])
    values = {"employer": "邻县中学", "position": "教师", "starts_on": "2025-03-01", "elsewhere": "on"}
    page = client.post(url, values, follow=True)
    told = [str(message) for message in page.context["messages"]]
    assert told[0] == "已登记丁一的新工作：邻县中学教师。"
    assert "代表资格自行终止（代表法第六十二条、选举法第五十七条）" in told[1]
    assert (Seat.objects.get(pk=seat.pk).ends_on, page.context["moved_away"]) == (None, True)


# B46


@pytest.fixture
def away(town):
    """Who sits in the district's congress for a constituency of the town, and belongs to neither."""
    place = ConstituencyFactory(jurisdiction=town.district, number=6, town=town)
    return SeatFactory(
        jurisdiction=town.district,
        constituency=place,
        tie=Tie.NEITHER,
        with_user=True,
        deputy__name="王芳",
    )


def missing():
    return list(Seat.objects.missing_at_home(date(2025, 3, 20)))


def verified(office, seat, **fields):
    entry = planned(office, seat, **fields).participations.get()
    log(entry, by=seat.deputy.user, sentence="听取选民意见。")
    verify(entry, by=office)


def test_who_belongs_elsewhere_is_missing_at_home(away, seat):
    assert missing() == [away]


def test_activity_of_the_constituencys_town_counts(away, office):
    verified(office, away)
    assert missing() == []


def test_activity_marked_with_the_constituency_counts(away, district):
    above = DistrictOfficeFactory(jurisdiction=district)
    verified(above, away, constituency=away.constituency)
    assert missing() == []


def test_activity_elsewhere_does_not_count(away, district):
    above = DistrictOfficeFactory(jurisdiction=district)
    verified(above, away)
    assert missing() == [away]


def test_activity_not_verified_does_not_count(away, office):
    planned(office, away)
    assert missing() == [away]


def test_desk_tells_staff_in_one_line_and_the_deputy(away, office):
    staff = [item for item in waiting_for(office) if "原选区" in item.title]
    own = [item for item in waiting_for(away.deputy.user) if "原选区" in item.title]
    assert [(item.about, item.url) for item in staff] == [
        (
            "1名既不居住也不工作在选区的代表，任期内还没有到原选区参加代表活动",
            f"{reverse('deputies:deputy_list')}?tie=missing",
        )
    ]
    assert [item.about for item in own] == ["任期内还没有到原选区（云渚区第6选区）参加代表活动"]


@pytest.mark.parametrize("chosen", ["neither", "missing"])
def test_list_filters_by_tie(client, away, seat, office, chosen):
    client.force_login(office)
    page = client.get(reverse("deputies:deputy_list"), {"tie": chosen})
    assert [found.deputy.name for found in page.context["page_obj"]] == ["王芳"]
    assert "不在选区居住、工作" in page.content.decode()


def test_card_tells_the_tie_once(client, away, office):
    client.force_login(office)
    page = client.get(away.deputy.get_absolute_url()).content.decode()
    assert (page.count("既不居住也不工作"), page.count("不在选区居住、工作")) == (1, 0)


def test_page_keeps_the_tie(client, seat, office):
    client.force_login(office)
    client.post(reverse("deputies:seat_edit", args=[seat.pk]), {"tie": "both", "card_number": "0012"})
    seat.refresh_from_db()
    assert (seat.tie, seat.card_number) == (Tie.BOTH, "0012")


def test_page_keeps_a_post(client, seat, office):
    client.force_login(office)
    client.post(reverse("deputies:post_add", args=[seat.pk]), {"post": "chair", "starts_on": "2022-01-15"})
    assert [str(post) for post in seat.posts.all()] == ["丁一：人大主席"]


def test_page_refuses_a_post_held_already(client, seat, office):
    client.force_login(office)
    for _ in range(2):
        page = client.post(reverse("deputies:post_add", args=[seat.pk]), {"post": "chair"})
    assert page.context["form"].non_field_errors() == ["这名代表已在担任这一职务。"]
