"""Rules of reception days and plans of a year, drafted and adopted by their real steps."""

from datetime import date

from factory import SubFactory
from factory.django import DjangoModelFactory

from reception import plan_workflow
from reception.models import ReceptionRule
from tests.factories.congress import TownFactory


class ReceptionRuleFactory(DjangoModelFactory):
    class Meta:
        model = ReceptionRule

    jurisdiction = SubFactory(TownFactory)
    place = "中心站"
    recurrence = "FREQ=MONTHLY;BYMONTHDAY=20"
    valid_from = date(2020, 1, 1)


def drafted_plan(who, year=2025, **rule):
    """A draft by the liaison officer of the town, by one rule."""
    ReceptionRuleFactory(jurisdiction=who.town, **rule)
    return plan_workflow.draft(by=who.liaison, jurisdiction=who.town, year=year)


def adopted_plan(who, year=2025, **rule):
    plan = drafted_plan(who, year, **rule)
    plan_workflow.adopt(plan, by=who.office)
    return plan
