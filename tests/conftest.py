"""What every test may count on."""

import socket

import pytest
from django.test import override_settings


LOCAL_HOSTS = {"127.0.0.1", "::1", "localhost", ""}


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
