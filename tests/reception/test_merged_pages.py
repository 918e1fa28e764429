"""What the page of a merged matter shows of the main one."""

import pytest
from django.urls import reverse

from reception import workflow
from reception.enums import OpinionStatus
from reception.models import ReplyCopy, Visitor
from tests.factories.deputies import SeatFactory
from tests.factories.reception import opinion_at, take, visit_of


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]


@pytest.fixture
def colleague(who):
    return SeatFactory(jurisdiction=who.town, with_user=True)


@pytest.fixture
def merged(who, colleague):
    """A matter that another deputy took, merged into one that the unit has answered."""
    main = opinion_at(OpinionStatus.ACCEPTED, who)
    visitor = {"name": "李四", "phone": "13900005678"}
    opinion = visit_of(who, seats=[colleague]).opinions.get()
    Visitor.objects.filter(pk=main.visit.visitor_id).update(**visitor)
    take("triage", opinion, who)
    workflow.merge(opinion, by=who.office, into=main)
    take("reply", main, who)
    take("copy", main, who)
    opinion.refresh_from_db()
    return opinion


def test_deputy_of_a_merged_matter_reads_the_main_ones_reply(client, merged, colleague):
    client.force_login(colleague.deputy.user)
    page = client.get(merged.get_absolute_url()).content.decode()
    shown = [f"主件{merged.merged_into.number}的答复", "已修好。", "李四", "李某", "13900005678"]
    assert [text in page for text in shown] == [True, True, False, False, False]


def test_deputy_of_a_merged_matter_is_not_led_to_the_main_one(client, merged, colleague, who):
    link = f'href="{merged.merged_into.get_absolute_url()}"'
    found = []
    for user in (colleague.deputy.user, who.office):
        client.force_login(user)
        found.append(link in client.get(merged.get_absolute_url()).content.decode())
    assert found == [False, True]


def test_deputy_answers_with_the_main_ones_reply_before_him(client, merged, colleague):
    client.force_login(colleague.deputy.user)
    address = reverse("reception:opinion_step", args=[merged.pk, "answer"])
    assert [reply.text for reply in client.get(address).context["replies"]] == ["已修好。"]


def test_deputy_who_opens_the_merged_matter_has_read_the_copy(client, merged, colleague):
    client.force_login(colleague.deputy.user)
    client.get(merged.get_absolute_url())
    copies = ReplyCopy.objects.filter(reply__referral__opinion=merged.merged_into)
    assert [copy.read_at is not None for copy in copies.filter(seat=colleague)] == [True]
