"""What tests of this floor share."""

import pytest
from django.db import connection

from congress import clock
from tests.factories.reception.people import NOON, people


@pytest.fixture
def in_march():
    """Let things happen at noon on 20 March 2025, after the session of January."""
    with clock.at(NOON):
        yield


@pytest.fixture
def who(db):
    """The people of one town."""
    return people()


# SQLite lets one writer in at a time; only PostgreSQL lets two clerks meet.
collect_ignore = [] if connection.vendor == "postgresql" else ["test_concurrency.py"]
