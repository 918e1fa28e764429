"""Deeds of deputies and what they are honoured with (B68)."""

from datetime import date
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from deputies.enums import HonourKind
from deputies.models import Honour
from tests.factories.congress import TownFactory
from tests.factories.deputies import ConstituencyFactory, SeatFactory
from tests.factories.honours import HonourFactory


pytestmark = pytest.mark.usefixtures("in_march")
ADD, LIST, SHEET = "deputies:honour_add", "deputies:honour_list", "deputies:honour_sheet"
DEED = {
    "kind": "deed",
    "on": "2025-03-01",
    "title": "率先拆除自建房",
    "facts": "砸下拆违第一锤。",
}
AWARD = {"kind": "award", "on": "2025-01-08", "title": "优秀人大代表"}


def test_office_enters_deeds_and_honours_and_corrects_them(client, seat, office):
    client.force_login(office)
    send = {"deputy": seat.deputy_id}
    page = client.post(reverse(ADD), DEED | send | {"facts": "", "level": "city", "on": "2025-12-01"})
    assert page.context["form"].errors == {
        "on": ["日期不能晚于今天，请改正。"],
        "facts": ["请写明事实：时间、地点、做了什么、有什么结果。"],
        "level": ["这一项表彰荣誉才填，先进事迹请留空。"],
    }
    page = client.post(reverse(ADD), AWARD | send)
    assert page.context["form"].errors == {
        "awarded_by": ["请填写授予荣誉的单位。"],
        "level": ["请选择荣誉的级别。"],
    }
    by = {"awarded_by": "区人大常委会", "level": "district"}
    proof = SimpleUploadedFile("证书.pdf", b"%PDF-1.4 proof")
    client.post(reverse(ADD), AWARD | send | by | {"proof": proof})
    honour = Honour.objects.get()
    response = client.get(reverse("deputies:honour_proof", args=[honour.pk]))
    assert b"".join(response.streaming_content) == b"%PDF-1.4 proof"
    client.post(reverse("deputies:honour_edit", args=[honour.pk]), DEED)
    honour.refresh_from_db()
    assert (honour.kind, honour.awarded_by, bool(honour.proof)) == (HonourKind.DEED, "", True)
    stranger = SeatFactory(jurisdiction=TownFactory())
    assert client.post(reverse(ADD), DEED | {"deputy": stranger.deputy_id}).context["form"].errors != {}
    assert Honour.objects.count() == 1


def test_pages_of_the_deputy_and_his_year_tell_of_them(client, seat, office, deputy):
    old = HonourFactory(deputy=seat.deputy, on=date(2024, 5, 1), title="先进工作者", proof=None)
    new = HonourFactory(deputy=seat.deputy, proof=None)
    for user in (office, deputy):
        client.force_login(user)
        assert list(client.get(seat.get_absolute_url()).context["honours"]) == [new, old]
        page = client.get(reverse("deputies:duty", args=[seat.pk]), {"year": 2025})
        assert list(page.context["honours"]) == [new]
        assert page.content.decode().count("云渚区人大常委会授予（区县级）") == 1


def test_list_is_filtered_and_exported_as_it_is_filtered(client, seat, office):
    HonourFactory(deputy=seat.deputy, proof=None)
    kept = {"kind": "deed", "awarded_by": "", "level": "", "proof": None}
    deed = HonourFactory(deputy=seat.deputy, title="救人", facts="跳河救人。", on=date(2024, 7, 1), **kept)
    HonourFactory(deputy=SeatFactory(jurisdiction=TownFactory()).deputy, **kept, facts="别处的事。")
    client.force_login(office)
    assert len(client.get(reverse(LIST)).context["page_obj"]) == 2
    for asked in ({"kind": "deed"}, {"year": 2024, "q": "dy"}):
        assert list(client.get(reverse(LIST), asked).context["page_obj"]) == [deed]
        found = client.get(reverse(SHEET), asked)
        rows = list(load_workbook(BytesIO(found.content)).active.values)[1:]
        assert [row[3:5] for row in rows] == [("救人", "跳河救人。")]


@pytest.mark.parametrize("count", [1, 3])
def test_list_costs_as_many_queries(count, client, office, town, django_assert_num_queries):
    for number in range(1, count + 1):
        place = ConstituencyFactory(jurisdiction=town, number=number)
        seat = SeatFactory(jurisdiction=town, constituency=place, deputy__name="李喆")
        HonourFactory(deputy=seat.deputy, proof=None)
    client.force_login(office)
    client.get(reverse(LIST))
    with django_assert_num_queries(6):
        client.get(reverse(LIST))
