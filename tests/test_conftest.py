import socket

import pytest


def test_network_other_host_refused():
    with socket.socket() as connection, pytest.raises(OSError, match="tests have no network"):
        connection.connect(("192.0.2.1", 80))


def test_network_this_machine_allowed():
    with socket.create_server(("127.0.0.1", 0)) as server, socket.socket() as connection:
        connection.connect(server.getsockname())

        assert connection.getpeername() == server.getsockname()
