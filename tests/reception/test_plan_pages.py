"""The pages of rules and plans, and the calendar of the year."""

from datetime import date
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from reception import plan_workflow
from reception.enums import DayStatus
from reception.models import ReceptionRule
from tests.factories.reception import day_at
from tests.factories.reception.plans import ReceptionRuleFactory, adopted_plan, drafted_plan


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]

CALENDAR_QUERIES, PLAN_QUERIES, LIST_QUERIES = 9, 10, 7

RULE = {"place": "中心站", "valid_from": "2025-01-01", "which": "1", "weekday": "FR", "months": "all"}
KINDS = [
    ({"kind": "month_day", "days": "9、19"}, "FREQ=MONTHLY;BYMONTHDAY=9,19"),
    (
        {"kind": "month_day", "days": "15", "months": "odd"},
        "FREQ=MONTHLY;BYMONTH=1,3,5,7,9,11;BYMONTHDAY=15",
    ),
    (
        {"kind": "month_day", "days": "30", "or_last": "on"},
        "FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1",
    ),
    (
        {"kind": "odd_even", "odd_day": "9", "even_day": "19"},
        "FREQ=MONTHLY;BYMONTH=1,3,5,7,9,11;BYMONTHDAY=9\nFREQ=MONTHLY;BYMONTH=2,4,6,8,10,12;BYMONTHDAY=19",
    ),
    ({"kind": "nth"}, "FREQ=MONTHLY;BYDAY=1FR"),
    ({"kind": "weekly", "weekdays": ["MO", "TH"]}, "FREQ=WEEKLY;BYDAY=MO,TH"),
    ({"kind": "lines", "recurrence": "FREQ=MONTHLY;BYDAY=-1FR,-1MO"}, "FREQ=MONTHLY;BYDAY=-1FR,-1MO"),
]


def test_rule_of_each_kind_is_saved_and_shown_again(client, who):
    client.force_login(who.office)
    for fields, expected in KINDS:
        sent = RULE | {"jurisdiction": who.town.pk} | fields
        assert client.post(reverse("reception:rule_create"), sent).status_code == 302
        rule = ReceptionRule.objects.latest("pk")
        assert rule.recurrence == expected
        page = client.get(reverse("reception:rule_edit", args=[rule.pk]))
        assert page.context["form"].initial["kind"] == fields["kind"]


def test_wrong_rule_is_told_at_its_field(client, who):
    client.force_login(who.office)
    wrong = [
        ({"kind": "month_day", "days": "32"}, "days", "请写1到31的数字，几个日子用顿号隔开，如 9、19。"),
        ({"kind": "odd_even", "odd_day": "9"}, "even_day", "请填几日。"),
        ({"kind": "weekly"}, "weekdays", "请至少选一天。"),
        ({"kind": "lines", "recurrence": "FREQ=DAILY"}, "recurrence", "规则要写明周期："),
        ({"kind": "nth", "starts_at": "08:30"}, None, "开始时间和结束时间要么都填，要么都不填"),
        ({"kind": "nth", "place": ""}, "place", "请选择站点，或者填写地点。"),
    ]
    for fields, place, told in wrong:
        sent = RULE | {"jurisdiction": who.town.pk} | fields
        form = client.post(reverse("reception:rule_create"), sent).context["form"]
        assert list(form.errors) == [place or "__all__"]
        assert form.errors[place or "__all__"][0].startswith(told)


def test_new_rule_ends_the_one_that_it_replaces(client, who):
    old = ReceptionRuleFactory(jurisdiction=who.town)
    client.force_login(who.office)
    sent = RULE | {"jurisdiction": who.town.pk, "kind": "nth", "valid_from": "2025-07-01"}
    client.post(reverse("reception:rule_create"), sent | {"replaces": old.pk})
    old.refresh_from_db()
    assert old.valid_until == date(2025, 6, 30)


def test_plan_is_made_looked_at_and_adopted(client, who):
    ReceptionRuleFactory(jurisdiction=who.town)
    client.force_login(who.office)
    made = client.post(reverse("reception:plan_create"), {"jurisdiction": who.town.pk, "year": 2025})
    plan = who.town.reception_plans.get()
    assert made.url == plan.get_absolute_url()
    page = client.get(made.url)
    assert (page.context["count"], page.context["moved"]) == (10, 4)
    assert "遇周末顺延" in page.content.decode()
    adopt = reverse("reception:plan_step", args=[plan.pk, "adopt"])
    seen = client.get(adopt).context["form"].initial["seen"]
    assert client.post(adopt, {"seen": seen}).status_code == 302
    assert who.town.reception_days.count() == 10


@pytest.mark.parametrize("count", [1, 3])
def test_pages_cost_the_same_for_one_and_three(count, client, who, django_assert_num_queries):
    months = ",".join(str(month) for month in range(5, 5 + count))
    plan = adopted_plan(who, recurrence=f"FREQ=MONTHLY;BYMONTH={months};BYMONTHDAY=20")
    client.force_login(who.office)
    with django_assert_num_queries(CALENDAR_QUERIES):
        client.get(reverse("reception:calendar"))
    with django_assert_num_queries(PLAN_QUERIES):
        client.get(plan.get_absolute_url())
    with django_assert_num_queries(LIST_QUERIES):
        client.get(reverse("reception:plan_list"))


def test_year_is_a_calendar_and_a_sheet(client, who):
    day_at(DayStatus.CANCELLED, who, on=date(2025, 3, 20))
    adopted_plan(who)
    client.force_login(who.office)
    page = client.get(reverse("reception:calendar"), {"year": "2025"})
    april = page.context["months"][3]
    assert (page.context["count"], [day.date for day in april.days]) == (10, [date(2025, 4, 21)])
    sheet = client.get(reverse("reception:calendar_sheet"), {"year": "2025"})
    rows = list(load_workbook(BytesIO(sheet.content)).active.values)
    assert len(rows) == 12
    assert rows[3][1:] == (
        "周一",
        None,
        "石坎镇",
        "中心站",
        rows[3][5],
        "应为4月20日，遇周末顺延",
        "已计划",
    )
    assert client.get(reverse("reception:calendar"), {"year": "x", "town": "y"}).status_code == 200


def test_draft_prints_as_one(client, who):
    plan = drafted_plan(who)
    client.force_login(who.office)
    draft = client.get(reverse("reception:plan_paper", args=[plan.pk])).content
    plan_workflow.adopt(plan, by=who.office)
    paper = client.get(reverse("reception:plan_paper", args=[plan.pk])).content
    assert (draft[:5], paper[:5], len(draft) > len(paper)) == (b"%PDF-", b"%PDF-", True)
