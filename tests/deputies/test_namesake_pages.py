"""Two 李喆, a man and a woman, and two 王芳 of one congress: no page leaves open who is meant."""

from datetime import timedelta

import pytest
from django.test.html import parse_html
from django.urls import reverse

from congress import clock
from deputies.enums import GroupPost, LeaveStatus, Mark, Sex, Tie
from deputies.models import Vacancy
from tests.factories.activities import logged, planned
from tests.factories.deputies import (
    ConstituencyFactory,
    DelegationFactory,
    DeputyFactory,
    DeputyGroupFactory,
    SeatFactory,
    StationFactory,
)
from tests.factories.leaves import leave_at
from tests.factories.seats import elected, ended
from tests.factories.sessions import SpeechFactory, line_of, marked, meeting_of
from tests.factories.structure import GroupMembershipFactory


NAMES = ("李喆", "王芳")
#: What is read as a whole: a row, a choice, a line, a card; outside of these a heading or a paragraph.
WHOLES = {"tr", "li", "option", "label", "fieldset", "dl"}
PARAGRAPHS = {"p", "h1", "h2", "h3", "title", "summary"}


def open_to_doubt(page):
    """The parts of a page that name a namesake without what tells him apart."""
    found = []

    def walk(element, whole, paragraph):
        if isinstance(element, str):
            told = text_of(whole or paragraph)
            if any(name in element for name in NAMES) and "选区" not in told:
                found.append(told.strip())
            return
        if element.name in WHOLES:
            whole = element
        elif element.name in PARAGRAPHS:
            paragraph = element
        for child in element.children:
            walk(child, whole, paragraph)

    root = parse_html(page)
    walk(root, None, root)
    return found


def text_of(element):
    if isinstance(element, str):
        return element
    return "".join(text_of(child) for child in element.children)


@pytest.fixture
def namesakes(town, in_march):
    """Four seats of one congress: 李喆 of the constituencies 1 and 2, 王芳 of 3 and 4."""
    found = []
    for number, (name, sex) in enumerate(
        [(name, sex) for name in NAMES for sex in (Sex.MALE, Sex.FEMALE)], start=1
    ):
        place = ConstituencyFactory(jurisdiction=town, number=number)
        seat = SeatFactory(
            jurisdiction=town,
            with_user=True,
            deputy__name=name,
            deputy__sex=sex,
            constituency=place,
            tie=Tie.NEITHER,
        )
        found.append(seat)
    for seat in found:
        seat.deputy.refresh_from_db()
    return found


@pytest.fixture
def addresses(namesakes, town, office):
    """The lists, forms and pages that name deputies."""
    first, second, *others = namesakes
    term = first.term
    group, field = DeputyGroupFactory(term=term), DeputyGroupFactory(term=term, kind="core")
    delegation = DelegationFactory(term=term)
    for seat in namesakes:
        seat.group, seat.delegation = group, delegation
        seat.save()
        GroupMembershipFactory(seat=seat, group=field, post=GroupPost.CONVENER)
    delegation.head, delegation.deputy_head = first, second
    delegation.save()
    station = StationFactory(jurisdiction=town)
    station.seats.set(namesakes)
    meeting = meeting_of(term)
    for seat in namesakes:
        marked(line_of(seat, meeting), Mark.ABSENT)
        SpeechFactory(seat=seat, meeting=meeting)
    activity = planned(office, *namesakes, starts_on=clock.today() + timedelta(days=7))
    entries = [logged(seat) for seat in namesakes]
    leaves = [leave_at(LeaveStatus.SUBMITTED, seat, office, activity=activity) for seat in namesakes]
    elected(first, deputy=DeputyFactory(district=town.district, name="缪昀"))
    gone = [
        ended(
            SeatFactory(jurisdiction=town, deputy=seat.deputy, term__number=8, constituency=seat.constituency)
        )
        for seat in others
    ]
    by_name = {
        "deputies": [
            "deputy_list",
            "activity_list",
            "activity_plan",
            "participation_queue",
            "leave_list",
            "session_list",
            "absence_list",
            "delegation_list",
            "group_list",
            "vacancy_list",
        ],
        "reception": ["day_list", "day_create", "visit_create"],
        "reports": ["duty_report_list"],
    }
    of_record = [
        ("seat_confirm_all", term.pk),
        ("turnover", term.pk),
        ("delegation_detail", delegation.pk),
        ("delegation_edit", delegation.pk),
        ("group_detail", group.pk),
        ("group_detail", field.pk),
        ("group_edit", group.pk),
        ("membership_add", field.pk),
        ("station_detail", station.pk),
        ("station_edit", station.pk),
        ("session_detail", meeting.session_id),
        ("meeting_detail", meeting.pk),
        ("meeting_call", meeting.pk),
        ("activity_detail", activity.pk),
        ("activity_people", activity.pk),
        ("participation_detail", entries[0].pk),
        ("leave_detail", leaves[0].pk),
        ("leave_activity", activity.pk),
        ("deputy_edit", first.deputy_id),
        ("job_change", first.deputy_id),
        ("deputy_detail", first.deputy_id),
        ("seat_edit", first.pk),
        ("post_add", first.pk),
        ("duty", first.pk),
        ("certificate", first.pk),
        ("credentials_open", first.pk),
        *(("vacancy_detail", vacancy.pk) for vacancy in Vacancy.objects.all()),
        ("constituency_detail", first.constituency_id),
    ]
    assert len(gone) == len(others)
    return [
        "/",
        reverse("search", query={"q": "lz"}),
        reverse("message_list"),
        *(reverse(f"{app}:{name}") for app, found in by_name.items() for name in found),
        *(reverse(f"deputies:{name}", args=[pk]) for name, pk in of_record),
        *(
            reverse(f"admin:deputies_{model}_changelist")
            for model in ("deputy", "seat", "leave", "attendance", "participation", "speech", "vacancy")
        ),
    ]


def test_no_page_leaves_open_which_namesake_is_meant(client, addresses, office):
    client.force_login(office)
    doubts, answers = {}, {}
    for address in addresses:
        response = client.get(address)
        answers[address] = response.status_code
        if found := open_to_doubt(response.content.decode()):
            doubts[address] = found
    assert {address: status for address, status in answers.items() if status != 200} == {}
    assert doubts == {}
