"""What the auditor reads of steps and changes."""

import pytest
from django.urls import reverse

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
    with django_assert_num_queries(12):
        client.get(reverse("audit"))
