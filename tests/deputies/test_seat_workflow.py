"""The steps of a seat, by the articles that they follow."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from pytest_django.asserts import assertContains

from congress.desk import waiting_for
from congress.enums import Tone
from congress.workflow import StepNotAvailable
from deputies import seat_workflow
from deputies.enums import EndGround, Post, SeatStatus, SuspensionGround, VacancyStatus
from deputies.models import Attendance, Seat, SeatPost, Vacancy
from tests.factories.congress import DistrictOfficeFactory, LocalOfficeFactory, TermFactory, TownFactory
from tests.factories.deputies import ConstituencyFactory, DeputyFactory, SeatFactory
from tests.factories.seats import ENDED_ON, elected, ended, keeper, seat_at, vacancy_at
from tests.factories.sessions import meeting_of


pytestmark = pytest.mark.usefixtures("in_march")
DAY = date(2025, 3, 10)


def last_note(seat):
    return seat.events.last().note


# 选举法第四十七条: credentials


def test_elected_waits_for_the_credentials_committee(seat, office):
    deputy = DeputyFactory(district=seat.deputy.district, name="王芳")

    new = seat_workflow.elect(by=office, deputy=deputy, term=seat.term)

    assert (new.status, [event.label for event in new.events.all()]) == (SeatStatus.ELECTED, ["换届选举当选"])


def test_confirm_keeps_day_and_announcement(town, office):
    seat = seat_at(SeatStatus.ELECTED, town)

    seat_workflow.confirm(seat, by=office, confirmed_on=DAY, confirmation="第3号公告")

    assert (seat.status, seat.confirmed_on, seat.confirmation) == (SeatStatus.CONFIRMED, DAY, "第3号公告")
    assert last_note(seat) == (
        "2025年3月10日石坎镇人大主席团根据代表资格审查委员会的报告确认（选举法第四十七条）；第3号公告"
    )


def test_confirming_body_of_a_district_is_its_standing_committee(district):
    assert SeatFactory(jurisdiction=district).confirming_body == "云渚区人大常委会"


def test_invalid_seat_was_never_held(town, office):
    seat = seat_at(SeatStatus.ELECTED, town)
    seat_workflow.invalidate(seat, by=office, note="贿选")
    assert (seat.status, seat.in_office(), Seat.objects.in_office(DAY).filter(pk=seat.pk).exists()) == (
        SeatStatus.INVALID,
        False,
        False,
    )
    assert last_note(seat) == "石坎镇人大主席团确定当选无效（选举法第四十七条）：贿选"


def test_invalid_by_election_leaves_the_seat_vacant(town, office):
    vacancy = vacancy_at(VacancyStatus.FILLED, town)
    seat_workflow.invalidate(vacancy.filled_by, by=office, note="票数有误")
    vacancy.refresh_from_db()
    assert (vacancy.status, vacancy.filled_by) == (VacancyStatus.OPEN, None)


def test_confirm_all_confirms_every_seat_of_the_announcement(town, office):
    seats = [seat_at(SeatStatus.ELECTED, town) for _ in range(2)]
    assert seat_workflow.confirm_all(seats, by=office, confirmed_on=DAY) == 2
    assert {seat.status for seat in seats} == {SeatStatus.CONFIRMED}


# 选举法第二十五条、第四十八条: who can be elected


def test_elect_beyond_the_constituencys_quota_is_refused(town, seat):
    place = ConstituencyFactory(jurisdiction=town, number=3, seat_quota=1)
    elected(seat, constituency=place)
    with pytest.raises(ValidationError, match="第3选区应选代表1名，已有1名"):
        elected(seat, constituency=place, deputy=DeputyFactory(district=town.district, name="陈静"))


def test_elect_in_a_constituency_that_is_no_more_is_refused(town, seat):
    place = ConstituencyFactory(jurisdiction=town, abolished_on=date(2024, 1, 1))
    with pytest.raises(ValidationError, match="已经撤销"):
        elected(seat, constituency=place)


def test_elect_into_two_towns_is_refused(town, district, seat):
    other = TermFactory(jurisdiction=TownFactory(parent=district, name="双溪镇"))
    with pytest.raises(ValidationError, match="丁一已是石坎镇人民代表大会代表；.*第四十八条"):
        seat_workflow.elect(by=keeper(seat), deputy=seat.deputy, term=other)


def test_elect_into_town_and_district_is_lawful(district, seat):
    new = seat_workflow.elect(by=keeper(seat), deputy=seat.deputy, term=TermFactory(jurisdiction=district))
    assert new.deputy == seat.deputy


def test_elect_again_after_the_seat_ended_is_lawful(seat):
    ended(seat)
    again = elected(seat, deputy=seat.deputy, starts_on=date(2025, 3, 15))
    assert again.status == SeatStatus.ELECTED


def test_elect_twice_into_a_term_is_refused(seat):
    with pytest.raises(ValidationError, match="这名代表在本届已有任职记录"):
        elected(seat, deputy=seat.deputy)


# 代表法第六十一条: suspension


@pytest.mark.parametrize(("day", "due"), [(7, True), (8, False), (9, False), (10, True)])
def test_meetings_of_the_suspension_are_not_due(seat, office, day, due):
    meeting = meeting_of(seat.term, on=date(2025, 1, day))
    seat_workflow.suspend(seat, by=office, ground=SuspensionGround.CUSTODY, starts_on=date(2025, 1, 8))
    seat_workflow.resume(seat, by=office, resumes_on=date(2025, 1, 10))
    assert Attendance.objects.due().filter(meeting=meeting).exists() is due


def test_suspend_tells_the_ground(seat, office):
    seat_workflow.suspend(seat, by=office, ground=SuspensionGround.SERVING, starts_on=DAY)
    assert seat.status == SeatStatus.SUSPENDED
    assert last_note(seat) == (
        "自2025年3月10日起暂时停止执行代表职务：被判处管制、拘役或者有期徒刑，"
        "未附加剥夺政治权利，正在服刑（代表法第六十一条）"
    )


def test_resume_before_the_suspension_is_refused(seat, office):
    seat_workflow.suspend(seat, by=office, ground=SuspensionGround.CUSTODY, starts_on=DAY)
    with pytest.raises(ValidationError, match="恢复之日应晚于暂停之日（2025年3月10日）"):
        seat_workflow.resume(seat, by=office, resumes_on=DAY)
    assert Seat.objects.get(pk=seat.pk).status == SeatStatus.SUSPENDED


# 代表法第六十二条、第六十三条: the end


@pytest.mark.parametrize(
    ("ground", "told"),
    [
        (EndGround.MOVED, "迁出或者调离本行政区域（代表法第六十二条第一项、选举法第五十七条第二款）"),
        (EndGround.RESIGNED, "辞职被接受（代表法第六十二条第二项、选举法第五十五条）"),
        (EndGround.ORDERED_TO_RESIGN, "责令辞职（代表法第六十二条第二项）"),
        (EndGround.RECALLED, "被罢免（代表法第六十二条第四项、选举法第五十三条）"),
        (EndGround.LOST_NATIONALITY, "丧失中华人民共和国国籍（代表法第六十二条第五项）"),
        (EndGround.LOST_RIGHTS, "被剥夺政治权利（代表法第六十二条第六项）"),
        (EndGround.LOST_CAPACITY, "丧失行为能力（代表法第六十二条第七项）"),
        (EndGround.DIED, "去世（代表法第六十二条第二款）"),
    ],
)
def test_end_on_each_ground_of_article_62(seat, office, ground, told):
    seat_workflow.end(seat, by=office, ends_on=DAY, end_ground=ground)
    assert (seat.status, seat.ends_on, seat.end_ground) == (SeatStatus.ENDED, DAY, ground)
    assert last_note(seat) == f"代表资格到2025年3月10日为止；{told}"


def test_end_keeps_who_decided_and_the_announcement(seat, office):
    papers = {"announcement": "第5号公告", "announced_on": date(2025, 3, 12)}
    ended(seat, decided_by=seat.ending_body, **papers)
    seat.refresh_from_db()
    assert (seat.decided_by, seat.announcement, seat.announced_on) == (
        "石坎镇人民代表大会",
        "第5号公告",
        date(2025, 3, 12),
    )
    assert last_note(seat).endswith("由石坎镇人民代表大会接受或者决定；公告：第5号公告，2025年3月12日")


def test_announce_an_end_that_the_desk_tells_of(client, seat, office):
    ended(seat)
    client.force_login(office)
    waiting = [item for item in waiting_for(office) if item.title == "登记代表资格终止的公告"]
    assert [item.about for item in waiting] == ["1名代表的资格已经终止，还没有登记公告（代表法第六十三条）"]
    assert list(client.get(waiting[0].url).context["object_list"]) == [seat]
    url = reverse("deputies:seat_step", args=[seat.pk, "announce"])
    assertContains(client.post(url, {"announced_on": ""}), "请填写公告日期")
    client.post(url, {"announced_on": "2025-03-12", "announcement": "第5号公告"})
    seat.refresh_from_db()
    assert (seat.status, seat.announcement, seat.announced_on) == (
        SeatStatus.ENDED,
        "第5号公告",
        date(2025, 3, 12),
    )
    assert last_note(seat) == (
        "由石坎镇人民代表大会公告代表资格终止：第5号公告，2025年3月12日（代表法第六十三条）"
    )
    assert not [item for item in waiting_for(office) if item.title == waiting[0].title]
    assert "announce" not in [step.name for step in seat_workflow.seats.available(seat, office)]


def test_end_of_a_district_seat_is_announced_by_the_standing_committee(district):
    assert SeatFactory(jurisdiction=district).ending_body == "云渚区人大常委会"


@pytest.mark.parametrize(
    ("day", "sentence"),
    [
        (date(2022, 1, 11), "终止日期早于就任之日（2022年1月12日）"),
        (date(2027, 1, 12), "本届2027年1月11日届满"),
    ],
)
def test_end_outside_the_term_is_refused(seat, day, sentence):
    seat.term.ends_on = date(2027, 1, 11)
    seat.term.save()
    with pytest.raises(ValidationError, match=sentence):
        ended(seat, day)


def test_end_of_a_suspended_seat_ends_the_suspension(town):
    seat = seat_at(SeatStatus.SUSPENDED, town)
    ended(seat)
    assert seat.suspensions.get().ends_on == ENDED_ON


def test_end_twice_is_refused(seat):
    ended(seat)
    with pytest.raises(StepNotAvailable, match="现在不能终止资格：已是“资格终止”"):
        ended(seat)


def test_correct_end_moves_what_ended_with_the_seat(seat, office):
    post = SeatPost.objects.create(seat=seat, post=Post.PRESIDIUM)
    ended(seat)
    corrected = {"ends_on": date(2025, 3, 5), "end_ground": EndGround.MOVED}
    seat_workflow.correct_end(seat, by=office, note="日期登记错了", **corrected)
    post.refresh_from_db()
    assert (seat.ends_on, seat.end_ground, post.ends_on) == (
        date(2025, 3, 5),
        EndGround.MOVED,
        date(2025, 3, 5),
    )
    assert last_note(seat).endswith("更正原因：日期登记错了")


def test_restore_takes_back_a_mistaken_end(town, office):
    vacancy = vacancy_at(VacancyStatus.OPEN, town)
    seat = vacancy.seat
    seat_workflow.restore(seat, by=office, note="登记错了人")
    vacancy.refresh_from_db()
    assert (seat.status, seat.ends_on, seat.end_ground) == (SeatStatus.CONFIRMED, None, "")
    assert vacancy.status == VacancyStatus.LEFT


def test_restore_of_a_seat_filled_since_is_refused(town, office):
    seat = vacancy_at(VacancyStatus.FILLED, town).seat
    with pytest.raises(StepNotAvailable, match="已由陈静补选"):
        seat_workflow.restore(seat, by=office, note="登记错了人")


def test_end_again_after_restore_opens_the_vacancy_again(town, office):
    seat = vacancy_at(VacancyStatus.OPEN, town).seat
    seat_workflow.restore(seat, by=office, note="登记错了人")
    ended(seat)
    assert Vacancy.objects.get(seat=seat).status == VacancyStatus.OPEN


# 选举法第五十四条、第五十六条: posts


def test_posts_end_with_the_seat(seat):
    post = SeatPost.objects.create(seat=seat, post=Post.CHAIR)
    ended(seat)
    post.refresh_from_db()
    assert post.ends_on == ENDED_ON


def test_post_after_the_end_of_the_seat_is_refused(seat):
    ended(seat)
    post = SeatPost(seat=seat, post=Post.CHAIR, ends_on=date(2025, 3, 11))
    with pytest.raises(ValidationError, match="职务同时终止（选举法第五十四条、第五十六条）"):
        post.full_clean()


def test_post_of_another_kind_of_congress_is_refused(seat):
    with pytest.raises(ValidationError, match="乡镇人大没有常委会委员这一职务"):
        SeatPost(seat=seat, post=Post.MEMBER).full_clean()


# Who may


def test_district_keeps_the_seats_of_its_towns(seat, district):
    above = DistrictOfficeFactory(jurisdiction=district)
    assert "end" in [step.name for step in seat_workflow.seats.available(seat, above)]


def test_town_does_not_keep_the_districts_seats(district, office, town):
    seat = SeatFactory(
        jurisdiction=district, constituency=ConstituencyFactory(jurisdiction=district, town=town)
    )
    assert seat_workflow.seats.available(seat, office) == []


def test_end_by_another_office_is_refused(seat):
    with pytest.raises(PermissionDenied):
        seat_workflow.end(seat, by=LocalOfficeFactory(), ends_on=DAY, end_ground=EndGround.DIED)


def test_elect_by_another_office_is_refused(seat):
    with pytest.raises(PermissionDenied):
        seat_workflow.elect(by=LocalOfficeFactory(), deputy=seat.deputy, term=seat.term)


def test_valid_seat_shows_as_done():
    assert SeatStatus.CONFIRMED.tone == Tone.DONE
