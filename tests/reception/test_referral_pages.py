"""Pages of a unit's parts: what they cost, whom they let in, what they answer."""

import re
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.http import content_disposition_header

from congress import clock
from congress.handling import HandlingStatus
from reception.enums import OpinionStatus as Status
from reception.models import UnitReply
from tests.factories.congress import UnitClerkFactory
from tests.factories.reception import opinion_at, referral_of


LIST = "reception:referral_list"


def step_url(referral, name):
    return reverse("reception:referral_step", args=[referral.pk, name])


def typed_reply(**changes):
    data = {"text": "已修好。", "signatory": "李局长", "replied_on": clock.today().isoformat()}
    return data | changes


@pytest.mark.parametrize("count", [1, 3])
def test_referral_list_queries(count, client, who, django_assert_num_queries):
    for _ in range(count):
        opinion_at(Status.REFERRED, who)
    client.force_login(who.clerk)
    client.get(reverse(LIST))

    with django_assert_num_queries(7):
        response = client.get(reverse(LIST))

    assert len(response.context["object_list"]) == count


@pytest.mark.parametrize("count", [1, 3])
def test_referral_detail_queries(count, client, who, django_assert_num_queries):
    referral = referral_of(opinion_at(Status.ACCEPTED, who))
    client.force_login(who.clerk)
    for _ in range(count):
        client.post(step_url(referral, "plan"), {"measures": "更换路灯"})

    with django_assert_num_queries(12):
        response = client.get(referral.get_absolute_url())

    assert len(response.context["events"]) == 2 + count


def test_referral_list_begins_with_what_is_due(client, who):
    opinion_at(Status.REPLIED, who)
    due = referral_of(opinion_at(Status.ACCEPTED, who))
    fresh = referral_of(opinion_at(Status.REFERRED, who))
    client.force_login(who.clerk)

    response = client.get(reverse(LIST))

    assert list(response.context["object_list"])[:2] == [fresh, due]


def test_referral_list_filters_open(client, who):
    opinion_at(Status.REPLIED, who)
    referral = referral_of(opinion_at(Status.ACCEPTED, who))
    client.force_login(who.clerk)

    response = client.get(reverse(LIST), {"status": "open"})

    assert list(response.context["object_list"]) == [referral]


def test_referral_of_another_unit_is_not_found(client, who):
    referral = referral_of(opinion_at(Status.REFERRED, who))
    client.force_login(UnitClerkFactory(jurisdiction=who.town.district))

    assert client.get(referral.get_absolute_url()).status_code == 404


def test_referral_detail_masks_visitor(client, who):
    referral = referral_of(opinion_at(Status.REFERRED, who))
    client.force_login(who.clerk)

    page = client.get(referral.get_absolute_url()).content.decode()

    assert ("张三" in page, "13800001234" in page) == (False, False)


def test_referral_detail_offers_the_clerk_his_steps(client, who):
    referral = referral_of(opinion_at(Status.REFERRED, who))
    client.force_login(who.clerk)

    steps = client.get(referral.get_absolute_url()).context["steps"]

    assert [step["label"] for step in steps] == ["签收", "申请退回"]


def test_clerk_accepts_and_replies(client, who):
    opinion = opinion_at(Status.REFERRED, who)
    referral = referral_of(opinion)
    client.force_login(who.clerk)

    client.post(step_url(referral, "accept"), {"note": ""})
    client.post(step_url(referral, "reply"), typed_reply())

    opinion.refresh_from_db()
    assert (opinion.status, referral.replies.get().signatory) == (Status.REPLIED, "李局长")


def test_reply_wrong_keeps_what_was_typed(client, who):
    referral = referral_of(opinion_at(Status.ACCEPTED, who))
    client.force_login(who.clerk)

    form = client.post(step_url(referral, "reply"), typed_reply(signatory="")).context["form"]

    assert (sorted(form.errors), form["text"].value()) == (["signatory"], "已修好。")


def test_reply_refuses_a_programme(client, who):
    referral = referral_of(opinion_at(Status.ACCEPTED, who))
    client.force_login(who.clerk)
    upload = SimpleUploadedFile("答复.pdf", b"MZ")

    form = client.post(step_url(referral, "reply"), typed_reply(attachment=upload)).context["form"]

    assert form.errors == {"attachment": ["“答复.pdf”的内容不是PDF文件，请重新导出后再传。"]}


def test_plan_for_the_year_9999_is_refused_at_the_field(client, who):
    referral = referral_of(opinion_at(Status.ACCEPTED, who))
    client.force_login(who.clerk)

    typed = {"measures": "更换路灯", "finish_by": "9999-01-01"}
    form = client.post(step_url(referral, "plan"), typed).context["form"]

    assert form.errors == {"finish_by": ["计划完成日期离今天不能超过2年，请核对年份。"]}


def test_extension_beyond_the_ceiling_is_refused_at_the_field(client, who):
    referral = referral_of(opinion_at(Status.ACCEPTED, who))
    until = referral.due_on + timedelta(days=31)
    client.force_login(who.clerk)

    response = client.post(
        step_url(referral, "request_extension"), {"until": until.isoformat(), "reason": "等配件"}
    )

    assert sorted(response.context["form"].errors) == ["until"]


def test_office_grants_what_was_asked(client, who):
    referral = referral_of(opinion_at(Status.ACCEPTED, who))
    until = (referral.due_on + timedelta(days=10)).isoformat()
    client.force_login(who.clerk)
    client.post(step_url(referral, "request_extension"), {"until": until, "reason": "等配件"})
    client.force_login(who.office)

    response = client.post(step_url(referral, "grant_extension"), {"until": until})

    referral.refresh_from_db()
    assert (response.url, referral.extended) == (referral.opinion.get_absolute_url(), True)


def test_clerk_may_not_decide_about_his_own_return(client, who):
    referral = referral_of(opinion_at(Status.REFERRED, who))
    client.force_login(who.clerk)
    client.post(step_url(referral, "request_return"), {"reason": "不归我们"})

    assert client.get(step_url(referral, "confirm_return")).status_code == 403


def test_return_needs_reason(client, who):
    referral = referral_of(opinion_at(Status.REFERRED, who))
    client.force_login(who.clerk)

    client.post(step_url(referral, "request_return"), {"reason": " "})

    referral.refresh_from_db()
    assert referral.status == HandlingStatus.ISSUED


def test_referral_step_unknown_is_not_found(client, who):
    referral = referral_of(opinion_at(Status.REFERRED, who))
    client.force_login(who.clerk)

    assert client.get(step_url(referral, "fly")).status_code == 404


@pytest.fixture
def paper(client, who):
    """A reply that came with its paper."""
    referral = referral_of(opinion_at(Status.ACCEPTED, who))
    client.force_login(who.clerk)
    upload = SimpleUploadedFile("张三丰信访件答复.PDF", b"%PDF-1.7")
    data = typed_reply(attachment=upload, document_number="石住建〔2025〕3号")
    client.post(step_url(referral, "reply"), data)
    return reverse("reception:reply_attachment", args=[referral.replies.get().pk])


def test_attachment_to_the_deputy(paper, client, who):
    client.force_login(who.deputy)

    assert b"".join(client.get(paper)) == b"%PDF-1.7"


def test_attachment_keeps_nothing_of_the_name_it_came_with(paper, client, who):
    client.force_login(who.office)

    response = client.get(paper)
    # Read to its end the file is closed by the client, which keeps the connection to PostgreSQL open.
    b"".join(response)

    kept = UnitReply.objects.get().attachment.name
    assert re.fullmatch(r"replies/\d{4}/\d\d/[0-9a-f-]{36}\.pdf", kept)
    assert response["Content-Disposition"] == content_disposition_header(
        True, f"{who.unit}答复（石住建〔2025〕3号）.pdf"
    )


def test_attachment_to_a_stranger_is_not_found(paper, client, who):
    client.force_login(UnitClerkFactory(jurisdiction=who.town.district))

    assert client.get(paper).status_code == 404
