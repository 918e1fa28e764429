"""What one office sets by hand while importing, and what it leaves of the imports of the others."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse

from congress.models import HeadingMapping, MarkMapping, MeetingMapping, Takeover
from deputies.enums import Mark
from deputies.models import Attendance
from tests.factories.congress import DistrictFactory, DistrictOfficeFactory, LocalOfficeFactory, TownFactory
from tests.factories.deputies import SeatFactory
from tests.factories.registers import workbook_of


pytestmark = pytest.mark.django_db

PLACES = {"云山区": "九", "石坎镇": "十五", "白沙镇": "十五"}
DAY = "2025年1月12日上午"
FULL = {"on": "2025-01-12", "part": "1", "kind": "full", "name": "开幕会"}


def sheet_of(place, *headings, mark="√"):
    title = f"{place}第{PLACES[place]}届人民代表大会第四次会议考勤表"
    return [[title], ["姓名", *headings], ["曹明", *(mark for _ in headings)]]


@pytest.fixture
def offices():
    """The clerks of the district and of two towns, by their places; a deputy sits in each congress."""
    district = DistrictFactory(name="云山区")
    places = [district, *(TownFactory(name=name, parent=district) for name in ("石坎镇", "白沙镇"))]
    numbers = {"九": 9, "十五": 15}
    for place in places:
        SeatFactory(jurisdiction=place, term__number=numbers[PLACES[place.name]], deputy__name="曹明")
    return {
        place.name: (DistrictOfficeFactory if place == district else LocalOfficeFactory)(jurisdiction=place)
        for place in places
    }


@pytest.fixture
def upload(client, offices):
    """Upload a sheet as the clerk of a place; return its takeover."""

    def uploaded(place, sheet):
        client.force_login(offices[place])
        file = SimpleUploadedFile("登记表.xlsx", workbook_of({"表一": sheet}).read())
        client.post(reverse("takeover"), {"files": [file]})
        return Takeover.objects.order_by("-pk").first()

    return uploaded


def answer(client, record, **meanings):
    """Say of each heading named what it means, a column's key or the fields of a meeting; the rest stays."""
    form = form_of(client, record)
    data = {}
    for number, (heading, known) in enumerate(form.headings.items()):
        name, meaning = f"sheet0-heading{number}", meanings.get(heading, known)
        if isinstance(meaning, dict):
            data |= {f"{name}_{part}": value for part, value in meaning.items()}
            meaning = HeadingMapping.MEETING
        data[name] = meaning
    return client.post(reverse("takeover_headings", args=[record.pk, 0]), data)


def form_of(client, record):
    page = client.get(reverse("takeover_detail", args=[record.pk]))
    return page.context["preview"]["sheets"][0].get("form")


def answer_marks(client, record, meaning):
    data = {"attendance-mark0": meaning}
    return client.post(reverse("takeover_marks", args=[record.pk, "attendance"]), data)


def owners(model):
    return list(model.objects.order_by("pk").values_list("jurisdiction__name", flat=True))


def test_heading_set_by_a_town_binds_the_town_alone(client, upload):
    answer(client, upload("石坎镇", sheet_of("石坎镇", DAY, "房号")), 房号="")
    assert owners(HeadingMapping) == ["石坎镇"]
    unknown = {
        place: upload(place, sheet_of(place, DAY, "房号")).preview["sheets"][0]["unknown"] for place in PLACES
    }
    assert unknown == {"云山区": ["房号"], "石坎镇": [], "白沙镇": ["房号"]}


def test_heading_set_by_the_district_binds_its_towns(client, upload):
    answer(client, upload("云山区", sheet_of("云山区", DAY, "房号")), 房号="")
    assert upload("石坎镇", sheet_of("石坎镇", DAY, "房号")).preview["sheets"][0]["unknown"] == []


@pytest.mark.parametrize(("heading", "own"), [("组别", "组  别"), ("组别", "组别")])
def test_heading_of_the_town_goes_before_its_district(upload, offices, heading, own):
    town, district = offices["石坎镇"].jurisdiction, offices["云山区"].jurisdiction
    for place, written, key in ((town, own, "group"), (district, heading, "delegation")):
        HeadingMapping.objects.create(jurisdiction=place, kind="attendance", heading=written, key=key)
    columns = {
        place: upload(place, sheet_of(place, DAY, "组别")).preview["sheets"][0]["columns"]["组别"]
        for place in PLACES
    }
    assert columns == {"云山区": "delegation", "石坎镇": "group", "白沙镇": "delegation"}


def test_mark_set_by_a_town_binds_the_town_alone(client, upload):
    answer_marks(client, upload("石坎镇", sheet_of("石坎镇", DAY, mark="○")), "absent")
    assert owners(MarkMapping) == ["石坎镇"]
    asked = {place: len(upload(place, sheet_of(place, DAY, mark="○")).preview["marks"]) for place in PLACES}
    assert asked == {"云山区": 1, "石坎镇": 0, "白沙镇": 1}


def test_mark_of_the_town_goes_before_its_district(client, upload):
    answer_marks(client, upload("石坎镇", sheet_of("石坎镇", DAY, mark="○")), "absent")
    answer_marks(client, upload("云山区", sheet_of("云山区", DAY, mark="○")), "present")
    for place in PLACES:
        record = upload(place, sheet_of(place, DAY, mark="○"))
        client.post(reverse("takeover_confirm", args=[record.pk]))
    lines = Attendance.objects.values_list("seat__term__jurisdiction__name", "mark")
    assert dict(lines) == {"云山区": Mark.PRESENT, "石坎镇": Mark.ABSENT, "白沙镇": Mark.PRESENT}


def test_meeting_set_by_a_town_binds_the_town_alone(client, upload):
    answer(client, upload("石坎镇", sheet_of("石坎镇", "首场")), 首场=FULL)
    assert owners(HeadingMapping) == ["石坎镇"]
    counts = {place: upload(place, sheet_of(place, "首场")).preview["counts"]["new"] for place in PLACES}
    assert counts == {"云山区": 0, "石坎镇": 1, "白沙镇": 0}


def test_meeting_of_the_district_is_not_claimed_by_a_town(client, upload, offices):
    heading = HeadingMapping.objects.create(
        jurisdiction=offices["云山区"].jurisdiction,
        kind="attendance",
        heading="首场",
        key=HeadingMapping.MEETING,
    )
    MeetingMapping.objects.create(heading=heading, **FULL)
    for place, claimed in (("石坎镇", ""), ("云山区", "云山区第九届人民代表大会第四次会议")):
        record = upload(place, sheet_of(place, "首场"))
        client.post(reverse("takeover_confirm", args=[record.pk]))
        assert MeetingMapping.objects.get().session == claimed
    assert Attendance.objects.count() == 2


@pytest.mark.parametrize(("place", "owner"), [("云山区", "云山区"), ("石坎镇", "石坎镇"), (None, "云山区")])
def test_command_sets_for_the_office_of_its_user(offices, tmp_path, place, owner):
    path = tmp_path / "考勤表.xlsx"
    path.write_bytes(workbook_of({"考勤": sheet_of("石坎镇", DAY, "房号", mark="○")}).read())
    told = {"heading": ["房号=不导入"], "mark": ["○=出席"], "only": "attendance", "stdout": io.StringIO()}
    user = offices[place].username if place else None
    call_command("import_registers", str(path), jurisdiction="石坎镇", user=user, **told)
    assert (owners(HeadingMapping), owners(MarkMapping)) == ([owner], [owner])
    assert Attendance.objects.get().mark == Mark.PRESENT
