"""The stage bar of a matter."""

import pytest

from reception.enums import OpinionStatus
from reception.stages import stages_of
from tests.factories.reception import opinion_at, take


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]


def bar(opinion):
    return [(stage["label"], stage["state"]) for stage in stages_of(opinion)]


def test_explained_matter_goes_through_no_unit(who):
    opinion = opinion_at(OpinionStatus.EXPLAINED, who)
    assert bar(opinion) == [("受理", "done"), ("当场解释", "done"), ("办结", "now")]


def test_explained_matter_that_the_district_takes_up_goes_the_whole_way(who):
    opinion = take("escalate", opinion_at(OpinionStatus.EXPLAINED, who), who)
    assert bar(opinion) == [
        ("受理", "done"),
        ("交办", "now"),
        ("办理", "todo"),
        ("答复", "todo"),
        ("测评", "todo"),
    ]
