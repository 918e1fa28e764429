"""The workbench of the ground floor: who sees and changes which records."""

from io import BytesIO

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse
from openpyxl import load_workbook

from congress.enums import Role
from congress.models import OfficeRules, Term, Unit, User
from congress.roles import ROLES
from tests.factories.congress import (
    USER_FACTORIES,
    AuditorFactory,
    DistrictFactory,
    DistrictOfficeFactory,
    LocalOfficeFactory,
    OfficeRulesFactory,
    StreetFactory,
    SysadminFactory,
    TermFactory,
    TownFactory,
    UnitFactory,
)


pytestmark = pytest.mark.django_db

INDEX = reverse("admin:index")
PASSWORD = "Chuci-2025"


def page(model, action="changelist", *args):
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{action}", args=args)


def rows_of(response):
    return list(response.context["cl"].result_list)


@pytest.fixture
def town(client):
    office = LocalOfficeFactory()
    client.force_login(office)
    return office.jurisdiction


@pytest.fixture
def district(client):
    office = DistrictOfficeFactory()
    client.force_login(office)
    return office.jurisdiction


@pytest.fixture
def sysadmin(client):
    user = SysadminFactory()
    client.force_login(user)
    return user


@pytest.mark.parametrize("role", Role)
def test_index_opens_to_the_roles_of_the_admin(client, role):
    client.force_login(USER_FACTORIES[role]())
    assert client.get(INDEX).status_code == (200 if ROLES[role].admin else 403)


def test_index_stands_in_the_order_of_the_floors(client, district):
    titles = [app["name"] for app in client.get(INDEX).context["app_list"]]
    assert titles == ["基础资料", "代表", "议案建议", "接待群众", "报告"]


def test_index_names_the_auditors_tables_in_chinese(client):
    client.force_login(AuditorFactory())
    apps = client.get(INDEX).context["app_list"]
    assert {app["name"]: [model["name"] for model in app["models"]] for app in apps} == {
        "操作记录": ["日志记录"],
        "登录安全": ["连续登录失败", "登录失败记录", "登录记录"],
        "接待群众": ["个人信息查看记录", "个人信息更正删除记录"],
        "代表": ["保密事项查看记录", "打击报复案件查看记录"],
    }


@pytest.mark.parametrize("table", ["admin_logentry", "axes_accessattempt", "axes_accesslog"])
def test_auditor_reads_the_logs(client, table):
    client.force_login(AuditorFactory())
    assert client.get(reverse(f"admin:{table}_changelist")).status_code == 200


@pytest.mark.parametrize("factory", [DistrictOfficeFactory, LocalOfficeFactory, AuditorFactory])
def test_users_are_the_administrators_alone(client, factory):
    client.force_login(factory())
    assert client.get(page(User)).status_code == 403


def test_administrator_sees_no_deputies(client, sysadmin):
    assert client.get(reverse("admin:deputies_deputy_changelist")).status_code == 403


def test_new_user_must_change_the_first_password(client, sysadmin):
    place = DistrictFactory()
    fields = {"username": "zhang", "name": "张敏", "role": Role.LEADER, "jurisdiction": place.pk}
    client.post(page(User, "add"), fields | {"password1": PASSWORD, "password2": PASSWORD})
    user = User.objects.get(username="zhang")
    assert (user.must_change_password, user.check_password(PASSWORD), user.jurisdiction) == (
        True,
        True,
        place,
    )


def test_new_user_without_a_place_reads_a_sentence(client, sysadmin):
    fields = {"username": "zhang", "name": "张敏", "role": Role.LEADER}
    response = client.post(page(User, "add"), fields | {"password1": PASSWORD, "password2": PASSWORD})
    errors = response.context["adminform"].form.non_field_errors()
    assert errors == ["请选择所在区划（系统管理员、审计员除外）。"]


def test_reset_password_must_be_changed(client, sysadmin):
    user = DistrictOfficeFactory()
    url = reverse("admin:auth_user_password_change", args=[user.pk])
    client.post(url, {"password1": PASSWORD, "password2": PASSWORD, "set-password": "1"})
    user.refresh_from_db()
    assert (user.must_change_password, user.check_password(PASSWORD)) == (True, True)


def test_deactivate_spares_the_administrator(client, sysadmin):
    user = DistrictOfficeFactory()
    chosen = {"action": "deactivate", "_selected_action": [user.pk, sysadmin.pk]}
    client.post(page(User), chosen)
    assert dict(User.objects.values_list("pk", "is_active")) == {user.pk: False, sysadmin.pk: True}


def test_switching_accounts_leaves_a_trace_of_each_that_changed(client, sysadmin):
    user, stopped = DistrictOfficeFactory(), DistrictOfficeFactory(is_active=False)
    chosen = {"action": "deactivate", "_selected_action": [user.pk, stopped.pk]}
    client.post(page(User), chosen)
    assert [(entry.object_id, entry.get_change_message()) for entry in LogEntry.objects.all()] == [
        (str(user.pk), "停用账号。")
    ]
    assert list(user.history.values_list("is_active", "history_user")) == [(False, sysadmin.pk), (True, None)]


def test_office_sees_its_own_rules_and_those_below(client, district):
    own = OfficeRulesFactory(jurisdiction=district)
    below = OfficeRulesFactory(jurisdiction=TownFactory(parent=district))
    OfficeRulesFactory()
    assert set(rows_of(client.get(page(OfficeRules)))) == {own, below}


def test_rules_out_of_sight_are_not_found(client, district):
    stranger = OfficeRulesFactory()
    statuses = [
        client.get(page(OfficeRules, action, stranger.pk)).status_code for action in ("change", "history")
    ]
    assert statuses == [404, 404]


def test_blank_rule_shows_what_holds(client, district):
    town = TownFactory(parent=district)
    OfficeRulesFactory(jurisdiction=district, notice_lead_days=7)
    rules = OfficeRulesFactory(jurisdiction=town, weekend_counts=None)
    form = client.get(page(OfficeRules, "change", rules.pk)).context["adminform"].form
    hints = [form.fields[key].help_text for key in ("notice_lead_days", "triage_workdays")]
    assert [hint.partition("。")[0] for hint in hints] == [
        f"空白，现按“7天”执行（{district}）",
        "空白，现按“3个工作日”执行（缺省）",
    ]


def test_rule_beyond_the_law_names_the_article(client, district):
    rules = OfficeRulesFactory(jurisdiction=district)
    response = client.post(page(OfficeRules, "change", rules.pk), {"reply_months": 4})
    assert response.context["adminform"].form.errors["reply_months"] == [
        "建议答复期限不能是4个月：代表法第五十一条规定的范围是1—3个月。"
    ]


def test_town_changes_its_own_unit_and_not_the_districts(client, town):
    own = UnitFactory(jurisdiction=town.parent, local=town)
    other = UnitFactory(jurisdiction=town.parent)
    statuses = [client.post(page(Unit, "change", unit.pk), {}).status_code for unit in (own, other)]
    assert statuses == [200, 403]


def test_town_adds_a_unit_to_its_district(client, town):
    formset = {"former_names-TOTAL_FORMS": 0, "former_names-INITIAL_FORMS": 0}
    fields = {"jurisdiction": town.parent.pk, "name": "镇政府", "category": "other", "local": town.pk}
    client.post(page(Unit, "add"), fields | {"order": 0, "active": "on"} | formset)
    assert list(Unit.objects.values_list("jurisdiction", "name")) == [(town.parent.pk, "镇政府")]


def test_choices_end_at_the_border(client, town):
    TownFactory(parent=town.parent)
    form = client.get(page(Term, "add")).context["adminform"].form
    assert list(form.fields["jurisdiction"].queryset) == [town]


def test_street_has_no_term(client):
    street = StreetFactory()
    client.force_login(LocalOfficeFactory(jurisdiction=street))
    form = client.get(page(Term, "add")).context["adminform"].form
    assert list(form.fields["jurisdiction"].queryset) == []


def test_autocomplete_ends_at_the_border(client, town):
    term = TermFactory(jurisdiction=town)
    TermFactory()
    found = client.get(
        reverse("admin:autocomplete"),
        {"app_label": "deputies", "model_name": "seat", "field_name": "term", "term": ""},
    ).json()
    assert found["results"] == [{"id": str(term.pk), "text": str(term)}]


def test_units_leave_as_a_chinese_sheet_without_formulas(client, district):
    UnitFactory(jurisdiction=district, name="=1+1", short_name="局")
    response = client.get(page(Unit, "export"))
    sheet = load_workbook(BytesIO(response.content)).active
    assert [[cell.value for cell in row][:2] for row in sheet] == [["单位全称", "简称"], ["1+1", "局"]]


@pytest.mark.parametrize("count", [1, 3])
def test_unit_list_costs_the_same_with_more_units(client, district, count, django_assert_num_queries):
    for _ in range(count):
        UnitFactory(jurisdiction=district, local=TownFactory(parent=district))
    with django_assert_num_queries(13):
        client.get(page(Unit))


@pytest.mark.parametrize("count", [1, 3])
def test_user_list_costs_the_same_with_more_users(client, sysadmin, count, django_assert_num_queries):
    for _ in range(count):
        LocalOfficeFactory()
    with django_assert_num_queries(11):
        client.get(page(User))
