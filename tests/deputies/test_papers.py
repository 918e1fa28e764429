"""What an office prints about its deputies."""

import re
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO

import pdfplumber
import pytest
from django.urls import reverse
from django.utils import timezone

from congress import clock
from congress.enums import DayPart, MeetingKind
from deputies import printing, rolls
from deputies.enums import Mark, Sex
from deputies.models import DeputyGroup
from deputies.papers.attendance import attendance_pdf
from deputies.papers.cards import cards_pdf
from deputies.papers.certificate import certificate_pdf, duties_of
from deputies.papers.roster import listed, roster_pdf
from tests.congress.pdf_geometry import assert_official_geometry, read_pages
from tests.factories.activities import entry_at
from tests.factories.congress import LiaisonFactory
from tests.factories.deputies import ConstituencyFactory, DelegationFactory, SeatFactory
from tests.factories.sessions import SessionFactory, line_of, marked, meeting_of


YEAR_END = date(2025, 12, 31)


@pytest.fixture
def term(seat):
    return seat.term


def seated(term, name, **fields):
    return SeatFactory(jurisdiction=term.jurisdiction, term=term, deputy__name=name, **fields)


def text_of(document):
    return "\n".join(line.text for page in read_pages(document) for line in page)


# The roster


def test_listed_names_are_spaced_and_say_women_and_minorities(term):
    seats = [
        seated(term, "王芳", deputy__sex=Sex.FEMALE),
        seated(term, "欧阳修", deputy__ethnicity="汉族"),
        seated(term, "古丽娜尔·艾合买提江", deputy__sex=Sex.FEMALE, deputy__ethnicity="维吾尔族"),
    ]
    assert [(name.text, name.cells) for name in listed(seats)] == [
        ("王　芳（女）", 1),
        ("欧阳修", 1),
        ("古丽娜尔·艾合买提江（女，维吾尔族）", 3),
    ]


def test_listed_homonyms_differ_by_constituency(term):
    places = [ConstituencyFactory(jurisdiction=term.jurisdiction, number=number) for number in (2, 9)]
    seats = [seated(term, "李喆", constituency=place) for place in places]
    assert [name.text for name in listed(seats)] == ["李　喆（第2选区）", "李　喆（第9选区）"]


def test_roster_is_an_official_document_in_stroke_order(term, seat):
    seat.deputy.name = "马强"
    seat.deputy.save()
    for name in ("欧阳䶮", "丁一", "陈𬭚", "李伟"):
        seated(term, name)
    document = roster_pdf(term, YEAR_END)
    assert_official_geometry(document)
    lines = [line.text for page in read_pages(document) for line in page]
    assert lines[3:5] == ["丁　一马　强李　伟陈　𬭚", "欧阳䶮"]
    assert lines[2] == "（2025年12月31日在任5名，按姓氏笔画为序）"


def test_roster_by_delegation_counts_each(term, seat):
    first, second = (
        DelegationFactory(term=term, name=name, order=order)
        for order, name in enumerate(["第一代表团", "第二代表团"])
    )
    seated(term, "丁一", delegation=second)
    seated(term, "马强", delegation=first)
    document = roster_pdf(term, YEAR_END, by_delegation=True)
    assert_official_geometry(document)
    headings = [line for line in text_of(document).split("\n") if "、" in line]
    assert headings == ["一、第一代表团（1名）", "二、第二代表团（1名）", "三、未编入代表团（1名）"]


def test_roster_leaves_out_who_left(term, seat):
    seated(term, "缪昀", ends_on=date(2025, 3, 31))
    assert "缪　昀" not in text_of(roster_pdf(term, YEAR_END))


# Cards


def test_cards_show_name_number_and_constituency(term, seat):
    place = ConstituencyFactory(jurisdiction=term.jurisdiction, number=7)
    seated(term, "丁一", card_number="09021", constituency=place)
    printed = text_of(cards_pdf(term, YEAR_END))
    assert [word in printed for word in ("丁　一", "09021", "第7选区", "代表证")] == [True] * 4


def test_cards_without_a_number_come_last(term):
    seated(term, "丁一", card_number="")
    seated(term, "马强", card_number="09002")
    printed = text_of(cards_pdf(term, YEAR_END))
    assert printed.index("马　强") < printed.index("丁　一")


# The roll


def test_roll_shows_marks_and_who_was_not_in_office(term, seat):
    session = SessionFactory(term=term, number=4, starts_on=date(2025, 1, 12))
    late = seated(term, "缪昀", starts_on=date(2025, 1, 13))
    first = meeting_of(term, session=session, on=date(2025, 1, 12), name="第一次全体会议")
    second = meeting_of(term, session=session, on=date(2025, 1, 13), name="第二次全体会议")
    marked(line_of(seat, first), Mark.PRESENT)
    marked(line_of(seat, second), Mark.EXCUSED)
    marked(line_of(late, second), Mark.ABSENT)
    lines = text_of_roll(attendance_pdf(session))
    assert [line for line in lines if line[0] in "12" and "月" not in line] == [
        "1丁一√请假",
        "2缪昀／缺席",
    ]
    assert "出席人数10" in lines


def test_roll_counts_who_sits_in_apart(term, seat):
    meeting = meeting_of(term, name="第一次全体会议")
    other = meeting_of(term, session=meeting.session, kind=MeetingKind.PRESIDIUM, name="主席团会议")
    guest = seated(term, "缪昀", starts_on=date(2025, 1, 1))
    rolls.call(meeting, [guest], nonvoting=True)
    rolls.call(other, [seat], nonvoting=True)
    for line in (line_of(seat, meeting), line_of(guest, meeting), line_of(seat, other)):
        marked(line, Mark.PRESENT)
    lines = text_of_roll(attendance_pdf(meeting.session))
    assert lines[5:-3] == [
        "未编团（1名）",
        "1丁一√列席√",
        "列席（1名）",
        "2缪昀√／",
        "应到人数10",
        "出席人数10",
        "列席到会人数11",
    ]


def test_blank_roll_tells_of_leave_and_leaves_out_who_is_gone(term, seat):
    meeting = meeting_of(term)
    gone = seated(term, "缪昀")
    rolls.open_roll(meeting)
    gone.ends_on = date(2025, 1, 1)
    gone.save()
    marked(line_of(seat, meeting), Mark.EXCUSED)
    lines = text_of_roll(attendance_pdf(meeting.session, blank=True))
    assert "1丁一请假" in lines
    assert [line for line in lines if "缪昀" in line] == []


def test_blank_roll_leaves_room_for_signatures(term, seat):
    meeting = meeting_of(term)
    marked(line_of(seat, meeting), Mark.PRESENT)
    lines = text_of_roll(attendance_pdf(meeting.session, blank=True))
    assert [line for line in lines if "√" in line or "出席人数" in line] == []


def text_of_roll(document):
    """The lines of a sheet in landscape."""
    with pdfplumber.open(BytesIO(document)) as opened:
        text = "\n".join(page.extract_text() for page in opened.pages)
    return [line.replace(" ", "") for line in text.split("\n")]


# The certificate


def test_duties_join_the_meetings_of_a_session_and_count_half_days(term, seat, office):
    session = SessionFactory(term=term, number=4, starts_on=date(2025, 1, 12))
    for day, part in ((12, DayPart.MORNING), (12, DayPart.AFTERNOON), (13, DayPart.MORNING)):
        meeting = meeting_of(term, session=session, on=date(2025, 1, day), part=part)
        marked(line_of(seat, meeting), Mark.PRESENT)
    marked(line_of(seat, meeting_of(term, session=session, on=date(2025, 1, 14))), Mark.EXCUSED)
    entry_at("verified", seat, office)
    entry_at("logged", seat, office)
    found = duties_of(seat, date(2025, 1, 1), YEAR_END)
    assert [(duty.when, duty.days) for duty in found] == [
        ("2025年1月12日至1月13日", Decimal("1.5")),
        ("2025年3月12日", Decimal(1)),
    ]
    assert found[0].text == f"出席{session}"


def test_duties_end_today(term, seat):
    marked(line_of(seat, meeting_of(term, on=date(2025, 1, 12))), Mark.PRESENT)
    marked(line_of(seat, meeting_of(term, on=date(2025, 2, 12))), Mark.PRESENT)
    with clock.at(datetime(2025, 1, 31, 12, tzinfo=timezone.get_default_timezone())):
        assert [duty.first for duty in duties_of(seat, date(2025, 1, 1), YEAR_END)] == [date(2025, 1, 12)]


def test_certificate_page_refuses_days_to_come(client, seat, office):
    client.force_login(office)
    asked = {"employer": "云渚小学", "first": "2025-01-01", "last": "2999-12-31"}
    page = client.get(reverse("deputies:certificate", args=[seat.pk]), asked)
    assert page.context["form"].errors == {
        "last": ["最后一天不能在今天以后：还没有开的会议、没有办的活动不能证明。"]
    }


def test_certificate_is_an_official_document(seat, office):
    entry_at("verified", seat, office)
    duties = duties_of(seat, date(2025, 1, 1), YEAR_END)
    document = certificate_pdf(seat, "云渚小学", duties, on=YEAR_END)
    assert_official_geometry(document)
    printed = text_of(document).replace("\n", "")
    assert "云渚小学：" in printed
    assert "共计1天" in printed
    assert "第四十条、第四十一条" in printed


def test_certificate_page_says_when_there_is_nothing_to_certify(client, seat, office):
    client.force_login(office)
    asked = {"employer": "云渚小学", "first": "2025-01-01", "last": "2025-12-31", "print": "1"}
    page = client.get(reverse("deputies:certificate", args=[seat.pk]), asked)
    assert "这段时间没有可以证明的会议和活动" in page.content.decode()


def test_certificate_page_refuses_days_in_the_wrong_order(client, seat, office):
    client.force_login(office)
    asked = {"employer": "云渚小学", "first": "2025-12-31", "last": "2025-01-01"}
    page = client.get(reverse("deputies:certificate", args=[seat.pk]), asked)
    assert "最后一天早于第一天，请改正。" in page.content.decode()


def test_certificate_is_printed_from_the_page(client, seat, office):
    entry_at("verified", seat, office)
    client.force_login(office)
    asked = {"employer": "云渚小学", "first": "2025-01-01", "last": "2025-12-31", "print": "1"}
    answer = client.get(reverse("deputies:certificate", args=[seat.pk]), asked)
    assert answer["Content-Type"] == "application/pdf"


# Where they are offered


def offered(client, address, **query):
    """The papers to which a page leads: [(address within the papers)]."""
    page = client.get(address, query).content.decode()
    return re.findall(r'href="/deputies/papers/([^"]+)"', page)


def test_term_page_offers_roster_and_cards(client, term, seat, office):
    client.force_login(office)
    roster = f"terms/{term.pk}/roster.pdf"
    assert offered(client, term.get_absolute_url()) == [
        roster,
        f"{roster}?order=pinyin",
        f"{roster}?by=delegation",
        f"terms/{term.pk}/cards.pdf",
    ]


def test_cards_are_offered_to_the_office_alone(client, term, seat, town):
    client.force_login(LiaisonFactory(jurisdiction=town))
    assert [paper for paper in offered(client, term.get_absolute_url()) if "cards" in paper] == []


def test_list_offers_the_papers_of_the_chosen_congress(client, term, seat, town, office):
    client.force_login(office)
    address = reverse("deputies:deputy_list")
    first = f"terms/{term.pk}/roster.pdf"
    assert offered(client, address)[0] == offered(client, address, congress=town.pk)[0] == first


def test_rolls_are_printed_whole_or_part_by_part(client, term, seat, office, monkeypatch):
    delegation = DelegationFactory(term=term, name="东山代表团")
    group = DeputyGroup.objects.create(term=term, name="西山小组")
    seated(term, "马强", delegation=delegation, group=group)
    seated(term, "王芳", group=group)
    seated(term, "丁二")
    meeting = meeting_of(term)
    guest = seated(term, "贺列席", delegation=delegation)
    rolls.call(meeting, [guest], nonvoting=True)
    client.force_login(office)
    roll = f"sessions/{meeting.session_id}/roll.pdf"
    page = client.get(meeting.session.get_absolute_url())
    parts = [f"delegation-{delegation.pk}", f"group-{group.pk}", "rest", "guests"]
    assert [(part.key, str(part)) for part in page.context["roll_parts"]] == list(
        zip(parts, ["东山代表团", "西山小组", "未编团", "列席"], strict=True)
    )
    assert offered(client, meeting.session.get_absolute_url())[:2] == [roll, f"{roll}?blank=1"]

    address = f"/deputies/papers/{roll}"
    printed = [text_of_roll(client.get(address, {"part": part}).content) for part in ["", *parts]]
    names = [[line for line in lines if line[0].isdecimal() and "月" not in line] for lines in printed]
    assert names == [
        ["1马强", "2王芳", "3丁一", "4丁二", "5贺列席"],
        ["1马强"],
        ["1王芳"],
        ["1丁一", "2丁二"],
        ["1贺列席"],
    ]
    assert client.get(address, {"part": "nobody"}).status_code == 404


def test_long_papers_are_printed_by_the_worker(client, term, seat, office, monkeypatch):
    for most in ("NAMES_AT_ONCE", "CARDS_AT_ONCE", "CELLS_AT_ONCE"):
        monkeypatch.setattr(printing, most, 0)
    session = meeting_of(term).session
    client.force_login(office)
    for path, name in (
        (f"terms/{term.pk}/roster.pdf?by=delegation", f"{term.congress_name}代表名单"),
        (f"terms/{term.pk}/cards.pdf", f"{term.congress_name}代表证"),
        (f"sessions/{session.pk}/roll.pdf?blank=1", f"{session}签到表"),
    ):
        work = client.get(f"/deputies/papers/{path}").url
        job = client.get(work).context["job"]
        assert (job.name, job.is_done, client.get(work, {"file": 1}).content[:5]) == (name, True, b"%PDF-")
