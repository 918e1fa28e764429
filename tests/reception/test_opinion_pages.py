"""A matter's page: what it costs, whom it lets in, what it shows."""

import pytest
from django.urls import reverse
from django.utils.html import strip_tags

from congress import clock
from reception import workflow
from reception.enums import DayStatus
from reception.enums import OpinionStatus as Status
from reception.models import ReplyCopy
from tests.factories.congress import LocalOfficeFactory, UnitFactory
from tests.factories.deputies import SeatFactory
from tests.factories.reception import NOON, day_at, opinion_at, people, take


def labels(response):
    return [step["label"] for step in response.context["steps"]]


@pytest.mark.parametrize("count", [1, 3])
def test_opinion_detail_queries_by_deputies(count, client, who, django_assert_num_queries):
    seats = [who.seat, *(SeatFactory(jurisdiction=who.town) for _ in range(count - 1))]
    opinion = opinion_at(Status.COPIED, who, seats=seats)
    client.force_login(who.office)

    with django_assert_num_queries(19):
        response = client.get(opinion.get_absolute_url())

    assert len(response.context["opinion"].visit.deputies.all()) == count


@pytest.mark.parametrize("rounds", [1, 2])
def test_opinion_detail_queries_by_rounds(rounds, client, who, django_assert_num_queries):
    opinion = opinion_at(Status.SURVEYED, who)
    if rounds == 2:
        for name in ("redo", "accept", "reply", "copy", "answer", "survey"):
            take(name, opinion, who)
    client.force_login(who.office)

    with django_assert_num_queries(19):
        response = client.get(opinion.get_absolute_url())

    assert len(response.context["surveys"]) == rounds


@pytest.mark.parametrize("units", [1, 3])
def test_opinion_detail_queries_by_units(units, client, who, django_assert_num_queries):
    opinion = opinion_at(Status.TRIAGED, who)
    joining = UnitFactory.create_batch(units - 1, jurisdiction=who.town.district, local=who.town)
    workflow.refer(opinion, by=who.office, lead=who.unit, co_units=joining)
    client.force_login(who.office)

    with django_assert_num_queries(18):
        response = client.get(opinion.get_absolute_url())

    assert len(response.context["opinion"].referrals.all()) == units
    # Units without an account are acted for by the office.
    assert [label for label in labels(response) if label.startswith("签收")] == [
        f"签收（{unit}）" for unit in joining
    ]


def test_opinion_detail_elsewhere_is_not_found(client, who):
    opinion = opinion_at(Status.REGISTERED, who)
    client.force_login(LocalOfficeFactory())

    assert client.get(opinion.get_absolute_url()).status_code == 404


def test_opinion_detail_leads_clerk_to_his_part(client, who):
    opinion = opinion_at(Status.REFERRED, who)
    client.force_login(who.clerk)

    response = client.get(opinion.get_absolute_url())

    assert response.url == opinion.referrals.get().get_absolute_url()


def test_opinion_detail_masks_visitor(client, who):
    opinion = opinion_at(Status.REGISTERED, who)
    client.force_login(who.office)

    page = client.get(opinion.get_absolute_url()).content.decode()

    assert ("张三" in page, "13800001234" in page, "138****1234" in page) == (False, False, True)


def test_opinion_detail_offers_main_step_first(client, who):
    opinion = opinion_at(Status.TRIAGED, who)
    client.force_login(who.office)

    steps = client.get(opinion.get_absolute_url()).context["steps"]

    assert [step["label"] for step in steps if step["primary"]] == ["转办"]


def test_opinion_detail_offers_decision_about_unit(client, who):
    opinion = opinion_at(Status.REFERRED, who)
    referral = opinion.referrals.get()
    client.force_login(who.clerk)
    client.post(
        reverse("reception:referral_step", args=[referral.pk, "request_return"]), {"reason": "不归我们"}
    )
    client.force_login(who.office)

    assert f"同意退回（{who.unit}）" in labels(client.get(opinion.get_absolute_url()))


def test_opinion_detail_notes_that_deputy_read_copy(client, who):
    opinion = opinion_at(Status.COPIED, who)
    client.force_login(who.deputy)

    client.get(opinion.get_absolute_url())

    assert ReplyCopy.objects.get().read_at is not None


def test_colleague_does_not_see_opinion(client, who):
    opinion = opinion_at(Status.REGISTERED, who)
    client.force_login(people(who.town).deputy)

    assert client.get(opinion.get_absolute_url()).status_code == 404


def test_opinion_detail_links_what_was_merged_into_it(client, who):
    merged = opinion_at(Status.MERGED, who)
    client.force_login(who.office)

    page = client.get(merged.merged_into.get_absolute_url()).content.decode()

    assert f'href="{merged.get_absolute_url()}"' in page


def test_opinion_history_reads_as_sentences(client, who):
    with clock.at(NOON):
        opinion = opinion_at(Status.ESCALATED, who)
        client.force_login(who.office)
        page = client.get(opinion.get_absolute_url()).content.decode()

    told = [
        " ".join(strip_tags(line).split()) for line in page.split('<ol class="history">')[1].split("<li>")[1:]
    ]
    received = f"3月20日来访，由{who.seat.deputy.name}代表接待。"
    assert told[:4] == [
        f"3月20日 12:00 {who.liaison} 记下意见：{received}",
        f"3月20日 12:00 {who.liaison} 登记为{opinion.number}，应于3月25日前分类。",
        f"3月20日 12:00 {who.office} 分类为交通出行，诉求，镇街权限内。",
        f"3月20日 12:00 {who.office} 报区协调 超出权限",
    ]


@pytest.mark.parametrize(("person", "links"), [("office", 1), ("deputy", 1), ("gov_office", 0)])
def test_reception_day_is_a_link_where_the_reader_may_open_it(person, links, client, who):
    day = day_at(DayStatus.OPEN, who)
    opinion = opinion_at(Status.ESCALATED, who, day=day)
    client.force_login(getattr(who, person))

    html = client.get(opinion.get_absolute_url()).content.decode()

    assert html.count(f'href="{day.get_absolute_url()}"') == links
    assert client.get(day.get_absolute_url()).status_code == (200 if links else 404)
