"""A real browser in front of a real server. Nothing may go wrong in it, and nothing leave this machine."""

from functools import partial
from threading import Lock

import pytest
from django.core.handlers.base import BaseHandler
from django.db import connection
from playwright.sync_api import expect, sync_playwright

from tests.browser.chromium import QUIET, find_chromium
from tests.browser.walk import log_in
from tests.factories.congress import DistrictFactory, TownFactory
from tests.factories.reception import people


PATIENCE = 15_000  # milliseconds: the machine may be busy with the tests of other workers
HEIGHTS = {1280: 900}


@pytest.fixture(scope="session")
def chromium():
    """The browser. While it runs, an event loop lives in this thread, in which Django refuses to query."""
    found = find_chromium()
    if found is None:
        pytest.fail(
            "No Chromium: install it or name it in CHROMIUM, or leave these tests out: -m 'not browser'"
        )
    with pytest.MonkeyPatch.context() as environment, sync_playwright() as playwright:
        environment.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        expect.set_options(timeout=PATIENCE)
        browser = playwright.chromium.launch(executable_path=found, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(autouse=True)
def _one_request_at_a_time(transactional_db, monkeypatch):
    """SQLite in memory is one connection for all threads of the server: there, requests take turns."""
    if connection.vendor != "sqlite":
        return
    turn, get_response = Lock(), BaseHandler.get_response

    def wait_and_get_response(handler, request):
        with turn:
            return get_response(handler, request)

    monkeypatch.setattr(BaseHandler, "get_response", wait_and_get_response)


@pytest.fixture
def window(live_server, chromium):
    """``window(width)`` opens a page of a browser of its own, ``width`` pixels wide.

    The test fails afterwards when a script failed, the console told of an error, or anything but the
    server was asked.
    """
    problems, contexts = [], []

    def watch(page):
        page.on("pageerror", lambda error: problems.append(f"{page.url}: {error}"))
        page.on("console", partial(_note_error, problems))
        page.on("request", partial(_note_stranger, problems, live_server.url))

    def open_page(width=1280):
        context = chromium.new_context(
            base_url=live_server.url,
            locale="zh-CN",
            viewport={"width": width, "height": HEIGHTS.get(width, 844)},
            has_touch=width < 992,
            reduced_motion="reduce",
        )
        context.set_default_timeout(PATIENCE)
        context.on("page", watch)
        contexts.append(context)
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()
    assert problems == []


def _note_error(problems, message):
    if message.type == "error":
        problems.append(f"{message.location.get('url')}: {message.text}")


def _note_stranger(problems, server, request):
    if not request.url.startswith((f"{server}/", "data:", "blob:")):
        problems.append(f"asked a stranger: {request.url}")


@pytest.fixture
def enter(window):
    """``enter(user, width)``: the desk of ``user``, who logs in the first time and stays logged in."""
    opened = {}

    def desk_of(user, width=1280):
        if user.pk not in opened:
            opened[user.pk] = window(width)
            log_in(opened[user.pk], user)
        opened[user.pk].goto("/")
        return opened[user.pk]

    return desk_of


@pytest.fixture
def who(transactional_db):
    """The people of 石坎镇 in 云渚区."""
    return people(TownFactory(parent=DistrictFactory(name="云渚区"), name="石坎镇"))
