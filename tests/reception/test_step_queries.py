"""What posting each step costs, the log-in, the savepoints and the message to the person included.

At most 25; the page that follows is not counted. Joining units cost one query, however many they are.
Registering a visit is more than a step: it writes the visitor, the visit and the opinions, each of which adds
five, as its registration is locked, checked and written on its own. Converting one drafts a proposal and asks
for its first signature beside it. An answer first locks all matters that are answered with it.
"""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from congress import clock
from reception import referral_workflow, workflow
from reception.enums import DayStatus
from reception.enums import OpinionStatus as Status
from tests.factories.congress import UnitFactory
from tests.factories.deputies import SeatFactory
from tests.factories.reception import OpinionCategoryFactory, day_at, opinion_at, referral_of


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]

TODAY, SOON = "2025-03-20", "2025-03-27"
NOTICE = {"published_on": TODAY, "where": "公示栏", "reason": "补"}
SORTED = {"nature": "demand", "competence": "local", "urgency": "normal"}
RATED = {"handling_rating": "satisfied", "deputy_rating": "satisfied", "surveyed_on": TODAY}
DRAFTED = {"kind": "suggestion", "title": "关于路灯的建议", "text": "请更换。", "lead": ["seat"]}
TOLD = {"mode": "oral", "text": "修好了", "answered_on": TODAY}


def cost(client, user, url, data):
    """How many queries it takes ``user`` to post ``data``, which is accepted."""
    client.force_login(user)
    with CaptureQueriesContext(connection) as captured:
        response = client.post(url, data)
    assert response.status_code == 302
    return len(captured)


@pytest.mark.parametrize(
    ("name", "status", "person", "data", "queries"),
    [
        ("register", Status.DRAFT, "office", {}, 18),
        ("triage", Status.REGISTERED, "office", SORTED, 16),
        ("explain", Status.TRIAGED, "office", {"outcome": "explained", "note": "已经说明"}, 19),
        ("not_accept", Status.TRIAGED, "office", {"note": "请到法院"}, 19),
        ("convert", Status.TRIAGED, "office", DRAFTED, 28),
        ("escalate", Status.ACCEPTED, "office", {"note": "超出权限"}, 22),
        ("urge", Status.ACCEPTED, "deputy", {"note": "请抓紧"}, 24),
        ("coordinate", Status.ACCEPTED, "deputy", {"note": "约好周三"}, 15),
        ("copy", Status.REPLIED, "office", {"seats": ["seat"]}, 23),
        ("answer", Status.COPIED, "deputy", TOLD, 22),
        ("answer", Status.COPIED, "office", {**TOLD, "seat": ["seat"]}, 21),
        ("survey", Status.ANSWERED, "liaison", RATED, 16),
        ("redo", Status.SURVEYED, "office", {"note": "又坏了"}, 20),
        ("close", Status.SURVEYED, "office", {"note": "已了结"}, 17),
        ("reopen", Status.CLOSED, "office", {"note": "又坏了"}, 16),
        ("withdraw", Status.ACCEPTED, "office", {"note": "不再要求"}, 21),
    ],
)
def test_opinion_step_queries(name, status, person, data, queries, client, who):
    opinion, category = opinion_at(status, who), OpinionCategoryFactory()
    data = {field: who.seat.pk if value == ["seat"] else value for field, value in data.items()}
    url = reverse("reception:opinion_step", args=[opinion.pk, name])
    assert cost(client, getattr(who, person), url, {**data, "category": category.pk}) == queries


@pytest.mark.parametrize(("joining", "queries"), [(0, 22), (1, 23), (3, 23)])
def test_refer_queries(joining, queries, client, who):
    opinion = opinion_at(Status.TRIAGED, who)
    others = UnitFactory.create_batch(2, jurisdiction=who.town.district, local=who.town)
    units = [who.co_unit, *others][:joining]
    url = reverse("reception:opinion_step", args=[opinion.pk, "refer"])
    data = {"lead": who.unit.pk, "co_units": [unit.pk for unit in units]}
    assert cost(client, who.office, url, data) == queries
    assert opinion.referrals.count() == 1 + joining


def test_merge_queries(client, who):
    main, opinion = opinion_at(Status.TRIAGED, who), opinion_at(Status.TRIAGED, who)
    url = reverse("reception:opinion_step", args=[opinion.pk, "merge"])
    assert cost(client, who.office, url, {"into": main.number}) == 20


@pytest.mark.parametrize(
    ("name", "before", "person", "data", "queries"),
    [
        ("accept", "", "clerk", {}, 19),
        ("request_return", "", "clerk", {"reason": "不归我们"}, 21),
        ("confirm_return", "return", "office", {}, 22),
        ("refuse_return", "return", "office", {}, 21),
        ("plan", "accept", "clerk", {"meeting_on": TODAY, "measures": "换灯", "finish_by": SOON}, 19),
        ("request_extension", "accept", "clerk", {"until": "2025-04-25", "reason": "等配件"}, 21),
        ("grant_extension", "extend", "office", {"until": "2025-04-25"}, 20),
        ("refuse_extension", "extend", "office", {}, 19),
        ("reply", "accept", "clerk", {"text": "已修好", "signatory": "李局长", "replied_on": TODAY}, 23),
    ],
)
def test_referral_step_queries(name, before, person, data, queries, client, who):
    referral = referral_of(opinion_at(Status.REFERRED, who))
    if before == "return":
        referral_workflow.return_referral(referral, by=who.clerk, reason="不归我们")
    elif before:
        referral_workflow.accept(referral, by=who.clerk)
    if before == "extend":
        until = referral.due_on + timedelta(days=5)
        referral_workflow.request_extension(referral, by=who.clerk, until=until, reason="等配件")
    url = reverse("reception:referral_step", args=[referral.pk, name])
    assert cost(client, getattr(who, person), url, data) == queries


def test_cancel_of_a_joining_unit_queries(client, who):
    opinion = opinion_at(Status.TRIAGED, who)
    workflow.refer(opinion, by=who.office, lead=who.unit, co_units=[who.co_unit])
    url = reverse("reception:referral_step", args=[referral_of(opinion, who.co_unit).pk, "cancel"])
    assert cost(client, who.office, url, {"note": "不必会办"}) == 20


@pytest.mark.parametrize(
    ("name", "status", "person", "data", "queries"),
    [
        ("set_rota", DayStatus.PLANNED, "liaison", {"seats": ["seat"]}, 20),
        ("publish_notice", DayStatus.ROTA_SET, "liaison", NOTICE, 33),
        ("substitute", DayStatus.ROTA_SET, "liaison", {"replaced": ["seat"], "seat": ["other"]}, 24),
        ("open", DayStatus.NOTICE_PUBLISHED, "liaison", {}, 13),
        ("hold", DayStatus.OPEN, "liaison", {"present": ["seat"]}, 24),
        ("summarise", DayStatus.HELD, "liaison", {"summary": "接待三人"}, 14),
        ("archive", DayStatus.SUMMARISED, "office", {}, 13),
        ("postpone", DayStatus.ROTA_SET, "office", {"date": SOON, "reason": "大雨"}, 14),
        ("cancel", DayStatus.ROTA_SET, "office", {"reason": "大雨"}, 13),
    ],
)
def test_day_step_queries(name, status, person, data, queries, client, who):
    seats = {"seat": who.seat.pk, "other": SeatFactory(jurisdiction=who.town).pk}
    url = reverse("reception:day_step", args=[day_at(status, who).pk, name])
    data = {key: seats[value[0]] if isinstance(value, list) else value for key, value in data.items()}
    assert cost(client, getattr(who, person), url, data) == queries


@pytest.mark.parametrize(("matters", "queries"), [(1, 38), (3, 48)])
def test_registering_a_visit_queries(matters, queries, client, who):
    data = {
        "visit-channel": "walk_in",
        "visit-date": clock.today().isoformat(),
        "visit-party_size": 1,
        "visit-deputies": [who.seat.pk],
        "visitor-kind": "person",
        "visitor-name": "李四",
        "visitor-consented": "on",
        "matters-TOTAL_FORMS": matters,
        "matters-INITIAL_FORMS": 0,
    }
    for number in range(matters):
        row = {"title": f"路灯不亮{number}", "words": "坏了半个月。", "urgency": "normal"}
        data |= {f"matters-{number}-{name}": value for name, value in row.items()}
    assert cost(client, who.liaison, reverse("reception:visit_create"), data) == queries
