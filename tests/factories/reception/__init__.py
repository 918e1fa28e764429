"""Visits, opinions and reception days. They come to a status by their real steps, never by a factory."""

from tests.factories.reception.days import DAY_WALK, day_at
from tests.factories.reception.opinions import (
    PATHS,
    WALK,
    OpinionCategoryFactory,
    opinion_at,
    referral_of,
    take,
    triaged_as,
)
from tests.factories.reception.people import NOON, people
from tests.factories.reception.visits import visit_of


__all__ = [
    "DAY_WALK",
    "NOON",
    "PATHS",
    "WALK",
    "OpinionCategoryFactory",
    "day_at",
    "opinion_at",
    "people",
    "referral_of",
    "take",
    "triaged_as",
    "visit_of",
]
