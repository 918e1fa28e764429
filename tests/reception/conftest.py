"""What tests of this floor share."""

import pytest

from congress import clock
from tests.factories.reception import NOON, people


@pytest.fixture
def in_march():
    """Let things happen at noon on 20 March 2025."""
    with clock.at(NOON):
        yield


@pytest.fixture
def who(db):
    """The people of one town."""
    return people()
