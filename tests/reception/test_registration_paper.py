"""The form of a visit on paper, blank and filled in."""

from io import BytesIO

import pytest
from docx import Document
from pypdf import PdfReader

from reception.enums import DayStatus, OpinionStatus
from reception.models import Disclosure
from tests.factories.reception import day_at, opinion_at, visit_of


def text_of(content):
    return "".join("".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages).split())


def address(visit):
    return f"/reception/visits/{visit.pk}/paper/"


def test_blank_form_of_a_day_tells_day_deputies_and_rights(client, who):
    day = day_at(DayStatus.OPEN, who)
    client.force_login(who.liaison)

    assert client.get(day.get_absolute_url()).context["wants_forms"]
    said = text_of(client.get(f"/reception/visits/paper/?day={day.pk}").content)

    wanted = ["石坎镇代表接待登记表", day.place, who.seat.deputy.name, "个人信息", "处理者：石坎镇人大主席团"]
    assert [words for words in [*wanted, "您可以查阅、复制、更正", "来访人确认"] if words not in said] == []


def test_filled_form_is_printed_for_a_reason_that_is_kept(client, who):
    visit = opinion_at(OpinionStatus.COPIED, who).visit
    client.force_login(who.liaison)

    refused = client.post(address(visit), {"reason": "", "kind": "pdf"})
    said = text_of(client.post(address(visit), {"reason": "存入接待档案", "kind": "pdf"}).content)

    assert refused.context["form"].errors == {"reason": ["请填写打印做什么用。"]}
    wanted = ["张三", "13800001234", "路灯坏了半个月。", str(who.unit), "已修好。", who.seat.deputy.name]
    assert [words for words in wanted if words not in said] == []
    assert Disclosure.objects.get().reason == "打印登记表：存入接待档案"


def test_each_matter_of_the_visit_stands_on_its_form(client, who):
    visit = visit_of(who, opinions=2)
    client.force_login(who.office)

    content = client.post(address(visit), {"reason": "存入接待档案", "kind": "docx"}).content

    cells = [cell.text for row in Document(BytesIO(content)).tables[0].rows for cell in row.cells]
    assert [title for title in ("路灯不亮0", "路灯不亮1") if title not in cells] == []


@pytest.mark.parametrize("person", ["clerk", "gov_office"])
def test_form_with_names_is_not_for_units(person, client, who):
    visit = opinion_at(OpinionStatus.REFERRED, who).visit
    client.force_login(getattr(who, person))

    assert client.get(address(visit)).status_code in (403, 404)
    assert not Disclosure.objects.exists()
