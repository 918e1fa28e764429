"""What every test may count on."""

import gc
import socket
from copy import copy

import pytest
from django.db import transaction
from django.test import Client, override_settings

from congress import clock
from congress.backends import UnreadCountBackend
from tests import migrated
from tests.access.policy import NOBODY
from tests.access.world import NOW, build


LOCAL_HOSTS = {"127.0.0.1", "::1", "localhost", ""}


def pytest_collection_finish():
    """Let the collector look at what the tests make only, and seldom: a tenth of their time was its own."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings):
    """Spare Django the migrations that it did before."""
    migrated.fill()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup):
    """Keep what Django migrated."""
    migrated.keep()


@pytest.fixture(autouse=True)
def _no_network(monkeypatch):
    """Refuse every connection that leaves this machine: an office has no internet."""
    connect = socket.socket.connect

    def connect_locally(self, address):
        if self.family in (socket.AF_INET, socket.AF_INET6) and address[0] not in LOCAL_HOSTS:
            raise OSError(f"A test tried to reach {address[0]}; tests have no network.")
        return connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect_locally)


@pytest.fixture(autouse=True, scope="session")
def _uploads_apart(tmp_path_factory):
    """Keep the files that tests upload out of the working copy."""
    with override_settings(MEDIA_ROOT=tmp_path_factory.mktemp("media")):
        yield


@pytest.fixture(scope="module")
def world(django_db_setup, django_db_blocker):
    """Build the town once for the whole module; every test is rolled back to it."""
    with django_db_blocker.unblock(), transaction.atomic(), clock.at(NOW):
        yield build()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def sessions(world, django_db_blocker):
    """The cookies of each person, who has logged in."""
    with django_db_blocker.unblock():
        return {person: _log_in(user) for person, user in world.users.items() if person != NOBODY}


@pytest.fixture(scope="module")
def _people(world, django_db_blocker):
    """The people by their keys, who know what they may do."""
    with django_db_blocker.unblock():
        keys = [user.pk for user in world.users.values() if user.pk]
        people = {key: UnreadCountBackend().get_user(key) for key in keys}
        for person in people.values():
            person.get_all_permissions()
        return people


@pytest.fixture
def known_people(_people, monkeypatch):
    """Nobody changes between his thousand requests: neither he nor what he may do is read for each anew."""
    monkeypatch.setattr(UnreadCountBackend, "get_user", lambda backend, key: copy(_people[key]))


def _log_in(user):
    browser = Client()
    browser.force_login(user, "congress.backends.UnreadCountBackend")
    # Seen in a distant future: otherwise each page would write it, and each test take it back.
    session = browser.session
    session["seen_at"] = 10**12
    session.save()
    return {name: cookie.value for name, cookie in browser.cookies.items()}
