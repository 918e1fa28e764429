"""What the auditor reads of steps and changes."""

import pytest
from django.urls import reverse

from congress import audit, clock
from congress.models import Event
from reception.enums import OpinionStatus
from tests.factories.congress import AuditorFactory
from tests.factories.reception import opinion_at


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]


@pytest.fixture
def auditor(client):
    client.force_login(AuditorFactory())


def traces_of(client, kind):
    found = client.get(reverse("audit")).context["traces"]
    return [(trace.by, trace.record, trace.action, trace.fields) for trace in found if trace.kind == kind]


def test_steps_are_told_with_person_and_number(client, who, auditor):
    opinion = opinion_at(OpinionStatus.REGISTERED, who)
    assert traces_of(client, "意见")[0] == (
        opinion.events.last().by,
        opinion.number,
        opinion.events.last().label,
        (),
    )


def test_words_and_values_are_not_told(client, who, auditor):
    opinion = opinion_at(OpinionStatus.CLOSED, who)
    who.seat.deputy.phone = "13900001111"
    who.seat.deputy.save()
    html = client.get(reverse("audit")).content.decode()
    notes = [event.note for event in opinion.events.all() if event.note]
    assert [text for text in (opinion.title, opinion.words, "13900001111", *notes) if text in html] == []


def test_changes_are_told_by_their_fields(client, who, auditor):
    deputy = who.seat.deputy
    deputy.phone, deputy.position = "13900001111", "教师"
    deputy.save()
    assert traces_of(client, "代表")[0] == (
        None,
        f"第{deputy.pk}号",
        "已修改",
        ("工作单位及职务", "联系电话"),
    )


@pytest.mark.parametrize("count", [1, 3])
def test_page_costs_the_same_for_few_and_many(client, who, auditor, count, django_assert_num_queries):
    for _ in range(count):
        opinion_at(OpinionStatus.REFERRED, who)
    with django_assert_num_queries(11):
        client.get(reverse("audit"))


def lines_of(response):
    return [(trace.at, trace.kind, trace.record, trace.action) for trace in response.context["traces"]]


def test_pages_go_back_in_time_and_tell_each_line_once(client, who, auditor, monkeypatch):
    """At noon everything happens in one moment: what follows is told by table and key, not by time alone."""
    for _ in range(2):
        opinion_at(OpinionStatus.REFERRED, who)
    whole = lines_of(client.get(reverse("audit")))
    monkeypatch.setattr("congress.views.TRACES_PER_PAGE", 4)
    told, address = [], ""
    while address is not None:
        response = client.get(reverse("audit") + address)
        told += lines_of(response)
        earlier = response.context["earlier"]
        address = f"?since={earlier}" if earlier else None
    assert (told, len(told) > 12) == (whole, True)


def test_a_day_shows_what_happened_until_its_end(client, who, auditor):
    opinion_at(OpinionStatus.REFERRED, who)
    today, before = (client.get(reverse("audit"), {"day": day}) for day in ("2025-03-20", "2025-03-19"))
    noon = [trace for trace in today.context["traces"] if trace.at == clock.now()]
    assert noon
    assert [trace for trace in before.context["traces"] if trace.at >= clock.now()] == []


def test_an_address_that_tells_no_place_shows_the_latest(client, who, auditor):
    opinion_at(OpinionStatus.REGISTERED, who)
    latest = lines_of(client.get(reverse("audit")))
    assert lines_of(client.get(reverse("audit"), {"since": "昨天_1"})) == latest


def test_every_time_of_the_trail_is_indexed():
    """Without an index the whole table would be read and sorted for each page."""
    times = [model._meta.get_field("at") for model in Event.__subclasses__() if model.in_trail]
    times += [model.history.model._meta.get_field("history_date") for model in audit._histories]
    assert [str(field) for field in times if not field.db_index] == []
