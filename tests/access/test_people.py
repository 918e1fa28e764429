"""People whose part is over, and people who try what is not theirs."""

from datetime import date

import pytest
from django.urls import reverse

from reception.enums import OpinionStatus
from tests.factories.congress import DeputyUserFactory, LeaderFactory
from tests.factories.reception import opinion_at, people, referral_of


pytestmark = pytest.mark.django_db


@pytest.fixture
def who():
    return people()


@pytest.fixture
def ask(client):
    """``ask(user, url_name, *args, **data)``: the status that ``user`` meets; with data, who posts it."""

    def status(user, url_name, *args, **data):
        client.force_login(user, "congress.backends.UnreadCountBackend")
        path = reverse(url_name, args=args)
        return (client.post(path, data) if data else client.get(path)).status_code

    return status


OWN_PAGES = ["desk", "deputies:duty_home", "deputies:participation_list", "reports:duty_report_mine"]
DOING = ["deputies:activity_log", "reception:visit_create"]


@pytest.mark.parametrize("url_name", OWN_PAGES)
def test_deputy_without_a_seat_opens_his_pages(url_name, who, ask):
    assert ask(DeputyUserFactory(jurisdiction=who.town), url_name) == 200


@pytest.mark.parametrize("url_name", DOING)
def test_deputy_without_a_seat_records_nothing(url_name, who, ask):
    assert ask(DeputyUserFactory(jurisdiction=who.town), url_name) == 403


def left(seat):
    seat.ends_on = date(2025, 6, 30)
    seat.save()


@pytest.mark.parametrize("url_name", DOING)
def test_deputy_who_left_records_nothing(url_name, who, ask):
    left(who.seat)
    assert ask(who.deputy, url_name) == 403


def test_deputy_who_left_keeps_sight_of_what_he_received(who, ask):
    opinion = opinion_at(OpinionStatus.COPIED, who)
    left(who.seat)
    assert ask(who.deputy, "reception:opinion_detail", opinion.pk) == 200


def test_deputy_who_left_neither_answers_nor_reveals(who, ask):
    opinion = opinion_at(OpinionStatus.COPIED, who)
    left(who.seat)
    assert ask(who.deputy, "reception:opinion_step", opinion.pk, "answer") == 403
    assert ask(who.deputy, "reception:visitor_reveal", opinion.visit.visitor_id, reason="联系") == 403


def test_account_that_was_stopped_is_out_at_once(who, client):
    client.force_login(who.office, "congress.backends.UnreadCountBackend")
    who.office.is_active = False
    who.office.save()
    assert client.get(reverse("desk")).url == f"{reverse('login')}?next=/"


def posted_by(person, record, url_name, name, ask, **data):
    """What is left of a step that ``person`` tries: (status met, record's status, number of events)."""
    met = ask(person, url_name, record.pk, name, **data)
    record.refresh_from_db()
    return met, record.status, record.events.count()


def test_leader_decides_nothing(who, ask):
    opinion = opinion_at(OpinionStatus.TRIAGED, who)
    before = (opinion.status, opinion.events.count())
    leader = LeaderFactory(jurisdiction=who.town.district)
    met = posted_by(leader, opinion, "reception:opinion_step", "not_accept", ask, note="不受理")
    assert met == (403, *before)


def test_another_unit_replies_to_nothing(who, ask):
    referral = referral_of(opinion_at(OpinionStatus.ACCEPTED, who))
    before = (referral.status, referral.events.count())
    reply = {"text": "已修好。", "signatory": "李局长", "replied_on": "2026-01-01"}
    met = posted_by(who.co_clerk, referral, "reception:referral_step", "reply", ask, **reply)
    assert met == (404, *before)


def test_another_town_registers_nothing_here(who, ask):
    opinion = opinion_at(OpinionStatus.DRAFT, who)
    before = (opinion.status, opinion.events.count())
    met = posted_by(people().office, opinion, "reception:opinion_step", "register", ask, note="登记")
    assert met == (404, *before)
