"""Showing a visitor's data on the page, for a reason that is logged."""

import pytest
from django.urls import reverse

from reception.enums import OpinionStatus as Status
from reception.models import Disclosure
from tests.factories.congress import AuditorFactory, LeaderFactory, LocalOfficeFactory, UnitClerkFactory
from tests.factories.reception import opinion_at, visit_of


def reveal(visit):
    return reverse("reception:visitor_reveal", args=[visit.visitor_id])


@pytest.mark.parametrize("person", ["office", "liaison", "deputy", "district_office"])
def test_reveal_shows_and_logs(person, client, who):
    visit = visit_of(who)
    user = getattr(who, person)
    client.force_login(user)

    page = client.post(reveal(visit), {"reason": "电话答复"}).content.decode()

    assert "13800001234" in page
    assert list(Disclosure.objects.values_list("by", "reason")) == [(user.pk, "电话答复")]


@pytest.mark.parametrize("reason", [" ", "1", "要看"])
def test_reveal_without_reason_shows_nothing(reason, client, who):
    visit = visit_of(who)
    client.force_login(who.office)

    page = client.post(reveal(visit), {"reason": reason}).content.decode()

    assert ("13800001234" in page, Disclosure.objects.count()) == (False, 0)


def test_reveal_is_not_cached(client, who):
    client.force_login(who.office)

    response = client.post(reveal(visit_of(who)), {"reason": "电话答复"})

    assert "no-store" in response["Cache-Control"]


def test_reveal_to_the_unit_that_holds_the_matter(client, who):
    opinion = opinion_at(Status.ACCEPTED, who)
    client.force_login(who.clerk)

    assert client.post(reveal(opinion.visit), {"reason": "上门查看"}).status_code == 200


def test_reveal_to_the_unit_that_gave_it_back_is_forbidden(client, who):
    opinion = opinion_at(Status.RETURNED, who)
    client.force_login(who.clerk)

    assert client.get(reveal(opinion.visit)).status_code == 403


def test_reveal_to_the_unit_of_a_closed_matter_is_forbidden(client, who):
    opinion = opinion_at(Status.CLOSED, who)
    client.force_login(who.clerk)

    assert client.get(reveal(opinion.visit)).status_code == 403


def test_reveal_to_the_unit_of_an_earlier_round_is_forbidden(client, who):
    opinion = opinion_at(Status.REOPENED, who)
    client.force_login(who.clerk)

    assert client.get(reveal(opinion.visit)).status_code == 403


def test_reveal_to_a_leader_is_forbidden(client, who):
    client.force_login(LeaderFactory(jurisdiction=who.town))

    assert client.get(reveal(visit_of(who))).status_code == 403


@pytest.mark.parametrize("factory", [UnitClerkFactory, LocalOfficeFactory, AuditorFactory])
def test_reveal_to_strangers_is_not_found(factory, client, who):
    client.force_login(factory())

    assert client.get(reveal(visit_of(who))).status_code == 404
