import pytest
from axes.models import AccessFailureLog
from django.contrib.auth import get_user
from django.test import RequestFactory
from django.urls import reverse
from django.views.defaults import server_error

from tests.factories.congress import DeputyUserFactory, SysadminFactory, UserFactory


PASSWORD = "Yunzhu-2025"


@pytest.fixture
def person(db):
    return UserFactory(username="zhou", password=PASSWORD)


def log_in(client, password, **more):
    return client.post(reverse("login"), {"username": "zhou", "password": password, **more})


def test_login_leads_to_the_desk(client, person):
    response = log_in(client, PASSWORD)

    assert (response.status_code, response.url) == (302, reverse("desk"))


def test_login_returns_to_the_page_that_was_asked_for(client, person):
    assert log_in(client, PASSWORD, next="/password/").url == "/password/"


def test_login_with_a_wrong_password_says_what_to_do(client, person):
    assert "用户名或密码不对，请检查大小写后再试" in log_in(client, "wrong").content.decode()


def test_login_with_a_wrong_password_keeps_the_name(client, person):
    assert 'value="zhou"' in log_in(client, "wrong").content.decode()


def test_login_after_a_time_out_says_so(client, db):
    assert "登录已超时，请重新登录" in client.get("/login/?next=/password/").content.decode()


@pytest.mark.parametrize("address", ["/login/", "/login/?next=/"])
def test_first_visit_is_no_time_out(client, db, address):
    assert "登录已超时" not in client.get(address).content.decode()


def test_five_failures_lock_the_account(client, person, settings):
    settings.AXES_ENABLED = True
    responses = [log_in(client, "wrong") for _ in range(5)]

    assert [response.status_code for response in responses] == [200, 200, 200, 200, 429]


def test_lock_out_page_says_how_long_and_whom_to_ask(client, person, settings):
    settings.AXES_ENABLED = True
    html = [log_in(client, "wrong") for _ in range(5)][-1].content.decode()

    assert ("请 30 分钟后再试" in html, "请联系本单位的系统管理员" in html) == (True, True)


def test_locked_account_refuses_the_right_password(client, person, settings):
    settings.AXES_ENABLED = True
    for _ in range(5):
        log_in(client, "wrong")

    assert log_in(client, PASSWORD).status_code == 429


def test_logout_leads_to_the_login(client, person):
    client.force_login(person)
    response = client.post(reverse("logout"))

    assert (response.url, get_user(client).is_authenticated) == (reverse("login"), False)


def test_first_password_comes_before_every_page(client, db):
    client.force_login(UserFactory(must_change_password=True))

    assert client.get(reverse("desk")).url == reverse("password_change")


def test_first_password_page_has_no_navigation(client, db):
    client.force_login(UserFactory(must_change_password=True))

    assert 'id="navigation"' not in client.get(reverse("password_change")).content.decode()


def test_new_password_opens_the_desk(client, db):
    person = UserFactory(username="zhou", password=PASSWORD, must_change_password=True)
    client.force_login(person)
    new = {"old_password": PASSWORD, "new_password1": "Chenglan-26", "new_password2": "Chenglan-26"}
    client.post(reverse("password_change"), new)

    assert client.get(reverse("desk")).status_code == 200


def test_weak_password_is_explained_on_top_and_at_the_field(client, person):
    client.force_login(person)
    weak = {"old_password": PASSWORD, "new_password1": "qpwoeiruty", "new_password2": "qpwoeiruty"}
    html = client.post(reverse("password_change"), weak).content.decode()

    assert ('class="error-summary"' in html, 'id="id_new_password2_error"' in html) == (True, True)


@pytest.mark.parametrize("factory", [UserFactory, SysadminFactory])
def test_missing_page_is_explained_to_everyone(client, db, factory):
    client.force_login(factory())
    response = client.get("/nowhere/")

    assert (response.status_code, "没有找到这一页" in response.content.decode()) == (404, True)


def test_missing_page_is_explained_without_login(client, db):
    assert "没有找到这一页" in client.get("/nowhere/").content.decode()


def test_broken_page_is_explained_without_a_context():
    assert "系统出了问题" in server_error(RequestFactory().get("/")).content.decode()


def test_expired_form_is_explained(client, person):
    client.handler.enforce_csrf_checks = True

    assert "页面已过期，内容没有提交" in log_in(client, PASSWORD).content.decode()


def test_deputy_at_the_admin_is_told_why(client, db):
    client.force_login(DeputyUserFactory())

    assert "您不能进行这项操作" in client.get("/admin/").content.decode()


def test_admin_leads_back_to_the_desk(client, db):
    client.force_login(SysadminFactory())

    assert f'<a class="admin-back" href="{reverse("desk")}">' in client.get("/admin/").content.decode()


def test_new_password_that_is_the_old_one_is_refused(client, person):
    client.force_login(person)
    passwords = dict.fromkeys(["old_password", "new_password1", "new_password2"], PASSWORD)
    response = client.post(reverse("password_change"), passwords)

    assert response.context["form"].errors == {"new_password1": ["新密码和旧密码一样，请另设一个。"]}


def test_failure_is_kept_after_a_success(client, person, settings):
    settings.AXES_ENABLED = True
    log_in(client, "wrong")
    log_in(client, PASSWORD)

    assert [failure.username for failure in AccessFailureLog.objects.all()] == ["zhou"]
