"""Every address, for everybody: what one may not see is a 404, what one may not do a 403."""

from functools import partial
from http.cookies import SimpleCookie

import pytest
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import get_resolver, reverse

from deputies import participation_workflow, seat_workflow
from deputies.briefing_workflow import briefings
from deputies.credentials_workflow import cases
from deputies.inspection_workflow import inspections
from deputies.leave_workflow import leaves
from deputies.liberty_workflow import liberty_cases
from deputies.participation_workflow import participations
from deputies.retaliation_workflow import retaliation_cases
from deputies.vacancy_workflow import vacancies
from proposals.workflow import (
    FOLLOWING_PARTS,
    FOLLOWING_SIGNATURES,
    assignments,
    commitments,
    proposals,
    sponsorships,
)
from proposals.workflow import FOLLOWING_STEPS as FOLLOWING_PROPOSALS
from proposals.workflow.supervision_steps import key_supervisions
from reception import day_workflow, turn_workflow
from reception.day_workflow import days
from reception.plan_workflow import plans
from reception.workflow import FOLLOWING_PARTS as FOLLOWING_REFERRALS
from reception.workflow import FOLLOWING_STEPS, opinions, referrals, undertakings
from reports.workflow import duty_reports
from tests.access import (
    back_office,
    followed_up,
    leave,
    ledgers,
    meetings,
    papers,
    portal,
    reception,
    seats,
    structure,
)
from tests.access import proposals as proposal_rows


pytestmark = pytest.mark.django_db
ROWS = [
    *portal.ROWS,
    *papers.ROWS,
    *reception.ROWS,
    *proposal_rows.ROWS,
    *followed_up.ROWS,
    *seats.ROWS,
    *back_office.ROWS,
    *leave.ROWS,
    *structure.ROWS,
    *meetings.ROWS,
    *ledgers.ROWS,
]
WORKFLOWS = {
    "deputies:seat_step": seat_workflow.seats,
    "deputies:vacancy_step": vacancies,
    "deputies:participation_step": participations,
    "deputies:leave_step": leaves,
    "deputies:credentials_step": cases,
    "deputies:liberty_step": liberty_cases,
    "deputies:retaliation_step": retaliation_cases,
    "deputies:inspection_step": inspections,
    "deputies:briefing_step": briefings,
    "proposals:proposal_step": proposals,
    "proposals:sponsorship_step": sponsorships,
    "proposals:assignment_step": assignments,
    "proposals:commitment_step": commitments,
    "proposals:key_step": key_supervisions,
    "reception:day_step": days,
    "reception:plan_step": plans,
    "reception:turn_step": turn_workflow.turns,
    "reception:opinion_step": opinions,
    "reception:referral_step": referrals,
    "reception:undertaking_step": undertakings,
    "reports:duty_report_step": duty_reports,
}
# A town has no committees; ``tests/proposals/test_road_roles.py`` takes these steps in a district.
ROAD = {"send_to_committee", "report", "decide", "defend", "order_answer", "answer"}
ROAD |= {"consent_withdrawal", "refuse_withdrawal"}
# Steps that are taken with something else.
FOLLOWING = {
    opinions: FOLLOWING_STEPS,
    days: day_workflow.FOLLOWING_STEPS,
    turn_workflow.turns: turn_workflow.FOLLOWING_STEPS,
    participations: participation_workflow.FOLLOWING_STEPS,
    briefings: {"note_told"},
    proposals: FOLLOWING_PROPOSALS | ROAD,
    sponsorships: FOLLOWING_SIGNATURES,
    assignments: FOLLOWING_PARTS,
    commitments: {"replace"},
    undertakings: {"replace"},
    referrals: FOLLOWING_REFERRALS,
}
UNKNOWN = 999_999


@pytest.fixture(autouse=True)
def _at_the_town(world, known_people, db):
    """Every test looks at the town."""


@pytest.fixture(autouse=True)
def _no_printing(monkeypatch):
    """Who may read a paper is asked here, not how it is printed."""
    monkeypatch.setattr("congress.pdf.render", lambda *args, **kwargs: b"%PDF-1.7")
    monkeypatch.setattr("congress.pdf.render_one_page", lambda *args, **kwargs: b"%PDF-1.7")
    monkeypatch.setattr("congress.pdf.merge", lambda documents: b"%PDF-1.7")
    monkeypatch.setattr("reports.views.duty_report.pdf_of", lambda paper: b"%PDF-1.7")


@pytest.fixture(autouse=True)
def _plain_refusals(monkeypatch):
    """Thousands of refusals need no page around them."""
    for status in (403, 404):
        plain = partial(_refusal, status=status)
        monkeypatch.setattr(f"congress.urls.handler{status}", plain, raising=False)


def _refusal(request, exception, *, status):
    return HttpResponse(status=status)


def answers(row, world, sessions):
    """The status that each person meets; nothing that they do lasts."""
    path, browser = row.path(world.records), Client(raise_request_exception=False)
    return {person: ask(browser, row.method, path, sessions.get(person)) for person in world.users}


def ask(browser, method, path, cookies):
    browser.cookies = SimpleCookie(cookies)
    with transaction.atomic():
        response = browser.generic(method, path)
        transaction.set_rollback(True)
    if response.streaming:
        # The test client closes what has been read; closing it here would close the connection as well.
        b"".join(response)
    return response.status_code


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_everybody_meets_what_the_table_says(row, world, sessions):
    met, expected = answers(row, world, sessions), row.expected
    assert {who: (met[who], status) for who, status in expected.items() if met[who] != status} == {}


def addresses(patterns, namespace=""):
    """Every pattern that has a name, with its namespace; the names of the others are their patterns."""
    for pattern in patterns:
        if hasattr(pattern, "url_patterns"):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from addresses(pattern.url_patterns, inner)
        else:
            yield namespace + (pattern.name or str(pattern.pattern))


# Django leads old addresses of a record to its page, and whatever else to a 404; it leads nowhere else.
UNNAMED = {"admin:<path:object_id>/", "admin:(?P<url>.*)$"}
# It only finds the page of a record, which then decides who may see it.
LEADING = {"admin:view_on_site"}


def test_every_address_has_a_row():
    known = {row.name for row in ROWS}
    assert set(addresses(get_resolver().url_patterns)) - UNNAMED - LEADING == known


@pytest.mark.parametrize(("url_name", "workflow"), WORKFLOWS.items(), ids=WORKFLOWS)
def test_every_step_has_a_row(url_name, workflow):
    rows = {row.args["name"] for row in ROWS if row.name == url_name}
    assert rows == set(workflow.steps) - FOLLOWING.get(workflow, set())


def unknown(row):
    """The row's address with records that are not there."""
    kwargs = dict.fromkeys(row.records, UNKNOWN) | row.args
    if row.name.endswith("_simple_history"):
        return reverse(row.name, args=kwargs.values())
    return reverse(row.name, kwargs=kwargs)


@pytest.mark.parametrize(
    "row", [row for row in ROWS if row.records and row.ok and row.method == "GET"], ids=str
)
def test_record_that_is_not_there_is_a_404(row, sessions):
    """For who may see the one that is there, however he asks."""
    cookies = sessions[row.ok.split()[0]]
    assert [ask(Client(), method, unknown(row), cookies) for method in ("GET", "HEAD")] == [404, 404]
