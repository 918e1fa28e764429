"""The workbench of this floor: deputies with their seats."""

from datetime import date, datetime
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from congress import fonts
from deputies.models import Deputy, Seat
from tests.factories.congress import DeputyUserFactory, DistrictOfficeFactory, LocalOfficeFactory, TermFactory
from tests.factories.deputies import ConstituencyFactory, DeputyGroupFactory, SeatFactory


LIST = reverse("admin:deputies_deputy_changelist")
ADD = reverse("admin:deputies_deputy_add")
SEATS = reverse("admin:deputies_seat_changelist")


def change_page(deputy):
    return reverse("admin:deputies_deputy_change", args=[deputy.pk])


def form_of(district, term, **fields):
    """What a person types to enter a deputy with one seat."""
    seat = {"seats-0-term": term.pk, "seats-0-start_ground": "elected", "seats-0-roster_order": 1}
    formset = {"seats-TOTAL_FORMS": 1, "seats-INITIAL_FORMS": 0}
    return {"district": district.pk, "name": "王芳"} | formset | seat | fields


@pytest.fixture
def at_town(client, office):
    client.force_login(office)


@pytest.fixture
def at_district(client, district):
    client.force_login(DistrictOfficeFactory(jurisdiction=district))


def test_list_shows_the_area_in_stroke_order(client, district, town, at_district):
    for name in ("陈静", "丁一"):
        SeatFactory(jurisdiction=town, deputy__name=name)
    SeatFactory()
    assert [deputy.name for deputy in client.get(LIST).context["cl"].result_list] == ["丁一", "陈静"]


def test_search_by_initials(client, town, at_town):
    SeatFactory(jurisdiction=town, deputy__name="欧阳修")
    SeatFactory(jurisdiction=town, deputy__name="丁一")
    found = client.get(LIST, {"q": "oyx"}).context["cl"].result_list
    assert [deputy.name for deputy in found] == ["欧阳修"]


def test_office_enters_a_deputy_with_the_seat(client, district, town, at_town):
    client.post(ADD, form_of(district, TermFactory(jurisdiction=town)))
    assert [(seat.deputy.name, seat.jurisdiction) for seat in Seat.objects.all()] == [("王芳", town)]


def test_town_enters_nobody_into_the_districts_congress(client, district, at_town):
    client.post(ADD, form_of(district, TermFactory(jurisdiction=district)))
    assert Deputy.objects.count() == 0


def test_town_reads_but_does_not_change_the_districts_deputies(client, district, town, at_town):
    here = ConstituencyFactory(jurisdiction=district, town=town)
    deputy = SeatFactory(jurisdiction=district, constituency=here).deputy
    url = change_page(deputy)
    assert [client.get(url).status_code, client.post(url, {}).status_code] == [200, 403]


def test_nobody_is_deleted(client, seat, at_district):
    urls = [
        reverse(f"admin:deputies_{name}_delete", args=[record.pk])
        for name, record in (("deputy", seat.deputy), ("seat", seat))
    ]
    assert [client.post(url, {"post": "yes"}).status_code for url in urls] == [403, 403]


def test_account_is_tied_by_its_name(client, district, town, at_town):
    user = DeputyUserFactory(jurisdiction=town, username="wangfang")
    client.post(ADD, form_of(district, TermFactory(jurisdiction=town), account="wangfang"))
    assert Deputy.objects.get().user == user


@pytest.mark.parametrize(
    ("account", "sentence"),
    [
        ("nobody", "没有名为“nobody”的代表账号，请核对，或请系统管理员新建。"),
        ("taken", "账号“taken”已归另一名代表使用，请换一个。"),
        ("elsewhere", "账号“elsewhere”不在云渚区，请核对。"),
    ],
)
def test_account_refused_says_why(client, district, town, seat, at_town, account, sentence):
    DeputyUserFactory(username="elsewhere")
    seat.deputy.user.username = "taken"
    seat.deputy.user.save()
    response = client.post(ADD, form_of(district, seat.term, account=account))
    assert response.context["adminform"].form.errors["account"] == [sentence]


def test_choices_of_deputies_tell_homonyms_apart(client, district, at_district):
    for number in (5, 9):
        place = ConstituencyFactory(jurisdiction=district, number=number)
        SeatFactory(jurisdiction=district, deputy__name="李喆", constituency=place)
    query = {"app_label": "deputies", "model_name": "seat", "field_name": "deputy", "term": "lz"}
    found = client.get(reverse("admin:autocomplete"), query).json()["results"]
    assert [choice["text"] for choice in found] == ["李喆（云渚区第5选区）", "李喆（云渚区第9选区）"]


def test_history_out_of_sight_is_not_found(client, seat):
    client.force_login(LocalOfficeFactory())
    urls = [
        reverse("admin:deputies_deputy_history", args=[seat.deputy.pk]),
        reverse("admin:deputies_deputy_simple_history", args=[seat.deputy.pk, seat.deputy.history.get().pk]),
    ]
    assert [client.get(url).status_code for url in urls] == [404, 404]


def test_history_says_what_changed_in_chinese(client, seat, at_town):
    seat.deputy.sex, seat.deputy.phone = "female", "15400001003"
    seat.deputy.save()
    response = client.get(reverse("admin:deputies_deputy_history", args=[seat.deputy.pk]))
    [change, _] = response.context["page_obj"]
    assert [(delta["field"], delta["old"], delta["new"]) for delta in change.history_delta_changes] == [
        ("联系电话", "空", "15400001003"),
        ("性别", "空", "女"),
    ]


def test_history_and_record_speak_as_the_office_does(client, seat, at_town):
    version = seat.deputy.history.last()
    pages = {
        "history": [seat.deputy.pk],
        "simple_history": [seat.deputy.pk, version.pk],
        "change": [seat.deputy.pk],
    }
    html = "".join(
        client.get(reverse(f"admin:deputies_deputy_{name}", args=args)).content.decode()
        for name, args in pages.items()
    )
    words = ("还原", "在站点上查看", "变更历史：", "恢复：", 'value="恢复"', "到办理页面查看")
    assert [word in html for word in words] == [False, False, True, True, True, True]


def test_seats_leave_as_a_sheet_with_the_name_first(client, town, at_town):
    SeatFactory(jurisdiction=town, deputy__name="王芳")
    SeatFactory(jurisdiction=town, deputy__name="丁一")
    response = client.get(reverse("admin:deputies_seat_export"))
    sheet = load_workbook(BytesIO(response.content)).active
    assert [row[0].value for row in sheet] == ["姓名", "丁一", "王芳"]


def test_sheet_of_seats_holds_dates_and_names_constituencies(client, town, at_town):
    place = ConstituencyFactory(jurisdiction=town, number=8, name="望云一")
    SeatFactory(
        jurisdiction=town,
        constituency=place,
        starts_on=date(2021, 12, 1),
        deputy__born=date(1980, 5, 1),
        remark="=1+1",
    )
    response = client.get(reverse("admin:deputies_seat_export"))
    headings, row = load_workbook(BytesIO(response.content)).active.values
    cells = dict(zip(headings, row, strict=True))
    assert [cells[name] for name in ("选区", "出生年月", "就任日期", "离任日期", "备注")] == [
        "第8选区（望云一）",
        "1980-05",
        datetime(2021, 12, 1),  # noqa: DTZ001
        None,
        "1+1",
    ]


@pytest.mark.parametrize(("url", "cost"), [(LIST, 12), (SEATS, 14)])
@pytest.mark.parametrize("count", [1, 3])
def test_lists_cost_the_same_with_more_seats(
    client, town, at_town, url, cost, count, django_assert_num_queries
):
    for _ in range(count):
        place = ConstituencyFactory(jurisdiction=town)
        group = DeputyGroupFactory(term__jurisdiction=town)
        SeatFactory(jurisdiction=town, constituency=place, group=group)
    with django_assert_num_queries(cost):
        client.get(url)


def test_character_that_does_not_print_is_told(client, district, town, at_district):
    form = form_of(district, TermFactory(jurisdiction=town), name="丁\ue863")
    response = client.post(ADD, form, follow=True)
    assert fonts.advice("丁\ue863", "姓名") in map(str, response.context["messages"])


def test_title_of_a_page_with_errors_is_chinese(client, at_district):
    page = client.post(ADD, {"seats-TOTAL_FORMS": 0, "seats-INITIAL_FORMS": 0}).content.decode()
    assert "<title>有错误：" in page
