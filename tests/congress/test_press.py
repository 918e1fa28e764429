"""Papers that the worker prints for who asked for them."""

import os
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.core.management import call_command
from django.urls import reverse

from congress import clock, papers, press
from tests.factories.congress import UserFactory


@press.paper
def print_note(text):
    """A page with a text."""
    if text == "坏":
        raise ValueError
    return papers.pdf_of([papers.Paper((text,), ())])


@pytest.fixture
def user(db):
    press.cache.clear()
    return UserFactory()


def asked(user, text="纸"):
    """The key of a job that the immediate worker has done."""
    return press.begin(press.Job(user.pk, "名单", "/back/", "", clock.now()), print_note, text)


def test_paper_is_for_who_asked_and_gone_when_forgotten(client, user):
    key = asked(user)
    work = reverse("paper_work", args=[key])
    client.force_login(user)
    page = client.get(work)
    assert (page.context["job"].is_done, page.context["polls"]) == (True, False)
    assert client.get(work, {"file": 1}).content[:5] == b"%PDF-"
    assert client.get(work, headers={"HX-Request": "true"})["HX-Refresh"] == "true"
    press.cache.delete(press._document(key))
    assert client.get(work, {"file": 1}).status_code == 404
    client.force_login(UserFactory())
    assert client.get(work).status_code == 404


def test_paper_leaves_the_disk_after_a_day(settings, tmp_path, capsys):
    backend = "django.core.cache.backends.filebased.FileBasedCache"
    settings.CACHES = {"default": {"BACKEND": backend, "LOCATION": tmp_path}}
    for key in ("old", "new"):
        press.cache.set(press._document(key), b"%PDF", press.KEPT)
    old = press.cache._key_to_file(press._document("old"))
    os.utime(old, (clock.now().timestamp() - press.KEPT - 1,) * 2)
    call_command("sweep_papers")
    assert capsys.readouterr().out == "已删除1份过期的打印文件。\n"
    assert (press.document_of("old"), press.document_of("new")) == (None, b"%PDF")


def test_page_tells_how_far_the_worker_is(client, user):
    waiting = SimpleNamespace(name="print_wait", enqueue=lambda *_: None)
    job = press.Job(user.pk, "名单", "/back/", press.WORD_INSTEAD, clock.now())
    key = press.begin(job, waiting, 1)
    assert press.begin(job, waiting, 1) == key  # asked for twice, printed once
    assert press.begin(job, waiting, 2) != key
    client.force_login(user)
    work = reverse("paper_work", args=[key])
    assert "马上开始" in client.get(work).content.decode()
    with clock.at(clock.now() + timedelta(minutes=1)):
        page = client.get(work).content.decode()
        assert [word in page for word in ("后台任务没有运行", press.WORD_INSTEAD)] == [True, True]
    with clock.at(clock.now() + timedelta(minutes=11)):
        assert press.begin(job, waiting, 1) != key  # its worker was killed


def test_progress_tells_the_page_that_is_laid_out(user):
    pages = []
    with press._watched(pages.append):
        papers.pdf_of([papers.Paper(("纸",), ())])
    assert pages[-1] == 1


def test_failure_is_told(client, user):
    key = asked(user, "坏")
    client.force_login(user)
    page = client.get(reverse("paper_work", args=[key])).content.decode()
    assert "排版时出了意外的错误" in page
