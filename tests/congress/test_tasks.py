"""Previewing and taking over in the background: what the worker does, and what the page tells meanwhile."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.core.cache import cache
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.urls import reverse
from django_tasks_db.models import DBTaskResult

from congress import clock, tasks
from congress.enums import Role
from congress.models import Takeover, Unit, User
from congress.registers import progress, upload, work
from tests.factories.congress import DistrictFactory, DistrictOfficeFactory
from tests.factories.registers import workbook_of


pytestmark = pytest.mark.django_db

UNITS = [["单位全称", "联系电话"], ["区水利局", "0000-0000101"], ["区教育局", "0000-0000102"]]
NO_WORKER = "后台任务没有运行，请联系系统管理员"


@pytest.fixture
def clerk(client):
    user = DistrictOfficeFactory(jurisdiction=DistrictFactory(name="云山区"))
    client.force_login(user)
    return user


@pytest.fixture(autouse=True)
def _nothing_told_yet():
    """Forget the progress of earlier tests, whose takeovers had the same keys."""
    cache.clear()


@pytest.fixture
def queued(settings):
    """Nobody works: what is asked for stays in the queue."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


def begun(by):
    """A takeover of a sheet of two units, as it stands after the upload."""
    content = workbook_of({"表一": UNITS}).read()
    record = upload.begin(by, [SimpleUploadedFile("通讯录.xlsx", content)])
    record.refresh_from_db()
    return record


def page_of(client, record, **headers):
    return client.get(reverse("takeover_detail", args=[record.pk]), headers=headers)


def polled(client, record):
    return page_of(client, record, **{"HX-Request": "true"})


def fail(*args, **kwargs):
    raise ZeroDivisionError


def test_preview_waits_for_the_worker(queued, clerk):
    record = begun(clerk)
    assert (record.preview, record.is_ready) == ({}, False)
    tasks.preview_takeover.call(record.pk)
    record.refresh_from_db()
    assert (record.preview["counts"]["new"], record.is_ready) == (2, True)


def test_confirmation_waits_for_the_worker(client, queued, clerk):
    record = begun(clerk)
    tasks.preview_takeover.call(record.pk)
    client.post(reverse("takeover_confirm", args=[record.pk]))
    assert Unit.objects.count() == 0
    tasks.confirm_takeover.call(record.pk)
    assert [(unit.name, unit.history.get().history_user) for unit in Unit.objects.order_by("order")] == [
        ("区水利局", clerk),
        ("区教育局", clerk),
    ]


def test_second_confirmation_is_refused(queued, clerk):
    record = begun(clerk)
    tasks.preview_takeover.call(record.pk)
    upload.confirm(record)
    with pytest.raises(upload.AlreadyDone):
        upload.confirm(record)
    assert DBTaskResult.objects.filter(task_path="congress.tasks.confirm_takeover").count() == 1


def test_confirmed_takeover_is_not_discarded(client, queued, clerk):
    record = begun(clerk)
    tasks.preview_takeover.call(record.pk)
    upload.confirm(record)
    response = client.post(reverse("takeover_discard", args=[record.pk]), follow=True)
    assert [str(message) for message in response.context["messages"]] == [
        "这批登记表已经确认导入，不能再放弃。"
    ]


def test_discarded_takeover_leaves_the_worker_nothing(queued, clerk):
    record = begun(clerk)
    upload.discard(record)
    tasks.preview_takeover.call(record.pk)
    assert Takeover.objects.count() == 0


def test_page_asks_again_every_second(client, queued, clerk):
    page = page_of(client, begun(clerk))
    assert (page.context["seconds"], page.templates[0].name) == (1, "congress/takeover_work.html")


def test_progress_is_told(client, queued, clerk, monkeypatch):
    monkeypatch.setattr(progress, "SECONDS_BETWEEN", 0)
    monkeypatch.setattr(work, "as_preview", fail)
    record = begun(clerk)
    with pytest.raises(ZeroDivisionError):
        tasks.preview_takeover.call(record.pk)
    told = page_of(client, record).context["progress"]
    assert (told.read, told.in_all) == (2, 2)


def test_finished_preview_appears_by_itself(client, clerk):
    assert polled(client, begun(clerk)).headers["HX-Refresh"] == "true"


def test_finished_import_tells_what_it_did(client, clerk):
    record = begun(clerk)
    upload.confirm(record)
    page = polled(client, record)
    assert page.context["told"] == "新增2行，更新0行，无变化0行，有错误0行"
    assert page.templates[0].name == "congress/_takeover_work.html"


def test_failed_preview_says_what_to_do(client, clerk, monkeypatch):
    monkeypatch.setattr(work, "preview", fail)
    record = begun(clerk)
    page = page_of(client, record)
    assert (page.context["record"].failure, "seconds" in page.context) == (tasks.NO_PREVIEW, False)


def test_failed_import_is_named_in_the_list(client, clerk, monkeypatch):
    monkeypatch.setattr(work, "preview", fail)
    begun(clerk)
    assert "没有成功，查看原因" in client.get(reverse("takeover")).text


def test_failed_preview_is_tried_again(client, clerk, monkeypatch):
    with monkeypatch.context() as broken:
        broken.setattr(work, "preview", fail)
        record = begun(clerk)
    client.post(reverse("takeover_retry", args=[record.pk]))
    record.refresh_from_db()
    assert (record.failure, record.is_ready) == ("", True)


def test_failed_import_changes_nothing(clerk, monkeypatch):
    record = begun(clerk)
    monkeypatch.setattr(work, "forget_contents", fail)
    upload.confirm(record)
    record.refresh_from_db()
    assert (record.failure, record.done_at, Unit.objects.count()) == (tasks.NOT_IMPORTED, None, 0)


@pytest.mark.parametrize(
    "change", [{"is_active": False}, {"role": Role.LIAISON}, {"jurisdiction": "elsewhere"}]
)
def test_import_of_a_person_who_may_no_longer_is_refused(queued, clerk, change):
    record = begun(clerk)
    tasks.preview_takeover.call(record.pk)
    upload.confirm(record)
    if "jurisdiction" in change:
        change = {"jurisdiction": DistrictFactory()}
    User.objects.filter(pk=clerk.pk).update(**change)
    tasks.confirm_takeover.call(record.pk)
    record.refresh_from_db()
    assert record.failure == (
        f"{clerk}的账号已经停用，或者不再能导入云山区的登记表，没有保存任何资料。请由现在的经办人重新上传。"
    )
    assert (record.done_at, Unit.objects.count()) == (None, 0)


def test_import_that_was_not_confirmed_does_nothing(queued, clerk):
    record = begun(clerk)
    tasks.preview_takeover.call(record.pk)
    work.confirm(record)
    assert not Unit.objects.exists()


def test_lost_file_is_told(queued, clerk):
    record = begun(clerk)
    default_storage.delete(record.files.get().content.name)
    with pytest.raises(FileNotFoundError):
        tasks.preview_takeover.call(record.pk)
    record.refresh_from_db()
    assert record.failure == tasks.NO_FILE


def test_no_worker_is_told_after_half_a_minute(client, queued, clerk):
    with clock.at(clock.now() - timedelta(seconds=31)):
        record = begun(clerk)
    page = page_of(client, record)
    assert (NO_WORKER in page.text, page.context["seconds"]) == (True, 5)


def test_busy_worker_is_not_called_missing(client, queued, clerk):
    with clock.at(clock.now() - timedelta(seconds=31)):
        record = begun(clerk)
    begun(clerk)
    DBTaskResult.objects.first().claim("worker")
    page = page_of(client, record)
    assert (NO_WORKER in page.text, page.context["is_busy"]) == (False, True)


def test_page_that_waits_in_vain_lets_the_session_end(client, queued, clerk):
    with clock.at(clock.now() - timedelta(minutes=11)):
        record = begun(clerk)
    assert "seconds" not in page_of(client, record).context


def test_worker_that_stopped_half_way_is_told(client, queued, clerk):
    record = begun(clerk)
    with clock.at(clock.now() - timedelta(minutes=6)):
        Takeover.objects.filter(pk=record.pk).update(started_at=clock.now())
    assert page_of(client, record).context["is_stuck"]


def test_work_of_another_person_is_not_found(client, queued, clerk):
    record = begun(clerk)
    client.force_login(DistrictOfficeFactory(jurisdiction=clerk.jurisdiction))
    retried = client.post(reverse("takeover_retry", args=[record.pk]))
    assert (polled(client, record).status_code, retried.status_code) == (404, 404)


@pytest.mark.parametrize(("days", "kept"), [(6, 1), (8, 0)])
def test_day_removes_what_was_left_for_a_week(clerk, days, kept, django_capture_on_commit_callbacks):
    with clock.at(clock.now() - timedelta(days=days)):
        left = begun(clerk)
    stored = left.files.get().content
    with django_capture_on_commit_callbacks(execute=True):
        call_command("sweep_uploads")
    assert (Takeover.objects.count(), stored.storage.exists(stored.name)) == (kept, kept == 1)


@pytest.mark.parametrize("path", ["deploy/huiyin-daily.service", "script/server"])
def test_server_sweeps(path):
    assert "sweep_uploads" in (settings.BASE_DIR / path).read_text()


@pytest.mark.parametrize("count", [1, 3])
def test_polling_costs_the_same_for_few_and_many(client, queued, clerk, count, django_assert_num_queries):
    files = [SimpleUploadedFile(f"{n}.xlsx", workbook_of({"表一": UNITS}).read()) for n in range(count)]
    record = upload.begin(clerk, files)
    polled(client, record)
    with django_assert_num_queries(5):
        polled(client, record)
