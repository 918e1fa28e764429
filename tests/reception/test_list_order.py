"""Headings sort the lists; what has no date stands last either way."""

import pytest
from django.urls import reverse

from reception import day_workflow
from reception.enums import DayStatus
from reception.enums import OpinionStatus as Status
from tests.factories.reception import day_at, opinion_at, referral_of, visit_of


@pytest.fixture
def rows(client, who):
    """``rows(user, list, order)``: what the list shows in that order."""

    def listed(user, url_name, order):
        client.force_login(user)
        return list(client.get(reverse(url_name), {"order": order}).context["object_list"])

    return listed


def test_opinions_without_a_due_date_stand_last_either_way(who, rows):
    closed, sooner = opinion_at(Status.CLOSED, who), opinion_at(Status.REGISTERED, who)
    later = opinion_at(Status.ACCEPTED, who)
    assert rows(who.office, "reception:opinion_list", "due") == [sooner, later, closed]
    assert rows(who.office, "reception:opinion_list", "-due") == [later, sooner, closed]


def test_referrals_are_sorted_by_their_next_step(who, rows):
    replied, issued, accepted = (
        referral_of(opinion_at(status, who)) for status in (Status.REPLIED, Status.REFERRED, Status.ACCEPTED)
    )
    assert rows(who.clerk, "reception:referral_list", "step") == [issued, accepted, replied]
    assert rows(who.clerk, "reception:referral_list", "-step") == [accepted, issued, replied]


def test_days_are_sorted_by_date_and_by_visits(in_march, who, rows):
    planned = day_at(DayStatus.PLANNED, who, place="甲站")
    later = day_workflow.plan(
        by=who.liaison,
        jurisdiction=who.town,
        place="乙站",
        rule_date=planned.date.replace(day=27),
        date=planned.date.replace(day=27),
    )
    announced = day_at(DayStatus.NOTICE_PUBLISHED, who, place="丙站")
    visit_of(who, day=announced)
    assert rows(who.office, "reception:day_list", "-date")[0] == later
    assert rows(who.office, "reception:day_list", "-visits")[0] == announced
