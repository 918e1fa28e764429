"""In an office with many deputies their names are asked for while one types."""

import pytest
from playwright.sync_api import expect

from deputies.models import Participation
from tests.browser.walk import choose, fill, press
from tests.factories.deputies import ActivityKindFactory, DeputyFactory, SeatFactory


pytestmark = pytest.mark.browser


@pytest.mark.parametrize("width", [1280, 390])
def test_a_deputy_is_picked_by_the_initials_of_his_name(who, enter, width, monkeypatch):
    monkeypatch.setattr("deputies.fields.MOST_OFFERED", 1)
    wanted, other = (
        SeatFactory(term=who.seat.term, deputy=DeputyFactory(district=who.seat.deputy.district, name=name))
        for name in ("尉迟犇", "万俟雪")
    )
    kind = ActivityKindFactory(code="inspection", name="视察")
    page = enter(who.office, width)
    page.goto("/deputies/duty/activities/plan/")
    choose(page, "类型", kind.name)
    fill(page, 主题="看河堤")
    page.get_by_label("开始日期").fill("2025-03-20")
    field = page.get_by_role("combobox", name="代表", exact=True)
    field.click()
    field.press_sequentially("ycb")
    expect(page.locator("#id_seats-ts-dropdown [role=option]")).to_have_text([str(wanted)])
    field.press("Enter")
    field.press("Tab")
    press(page, "安排活动并通知代表")
    expect(page.get_by_role("heading", level=1)).to_have_text("看河堤")
    assert [entry.seat for entry in Participation.objects.all()] == [wanted]
