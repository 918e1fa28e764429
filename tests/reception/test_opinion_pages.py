"""Pages of opinions: what they cost, whom they let in, what they answer."""

import pytest
from django.urls import reverse

from reception.enums import OpinionStatus as Status
from reception.enums import Rating
from reception.models import Opinion, ReplyCopy
from tests.factories.congress import LocalOfficeFactory, UnitFactory
from tests.factories.deputies import SeatFactory
from tests.factories.reception import OpinionCategoryFactory, opinion_at, people, take, visit_of


LIST = "reception:opinion_list"


def step_url(opinion, name):
    return reverse("reception:opinion_step", args=[opinion.pk, name])


def titles(response):
    return [opinion.title for opinion in response.context["object_list"]]


def labels(response):
    return [step["label"] for step in response.context["steps"]]


@pytest.mark.parametrize("count", [1, 3])
def test_opinion_list_queries(count, client, who, django_assert_num_queries):
    for _ in range(count):
        opinion_at(Status.REFERRED, who)
    client.force_login(who.office)
    client.get(reverse(LIST))

    with django_assert_num_queries(13):
        response = client.get(reverse(LIST))

    assert len(titles(response)) == count


@pytest.mark.parametrize("count", [1, 3])
def test_opinion_detail_queries_by_deputies(count, client, who, django_assert_num_queries):
    seats = [who.seat, *(SeatFactory(jurisdiction=who.town) for _ in range(count - 1))]
    opinion = opinion_at(Status.COPIED, who, seats=seats)
    client.force_login(who.office)

    with django_assert_num_queries(17):
        response = client.get(opinion.get_absolute_url())

    assert len(response.context["opinion"].visit.deputies.all()) == count


@pytest.mark.parametrize("rounds", [1, 2])
def test_opinion_detail_queries_by_rounds(rounds, client, who, django_assert_num_queries):
    opinion = opinion_at(Status.SURVEYED, who)
    if rounds == 2:
        for name in ("redo", "accept", "reply", "copy", "answer", "survey"):
            take(name, opinion, who)
    client.force_login(who.office)

    with django_assert_num_queries(17):
        response = client.get(opinion.get_absolute_url())

    assert len(response.context["surveys"]) == rounds


def test_opinion_list_filters_by_status(client, who):
    opinion_at(Status.REGISTERED, who)
    closed = opinion_at(Status.CLOSED, who)
    client.force_login(who.office)

    response = client.get(reverse(LIST), {"status": "closed"})

    assert list(response.context["object_list"]) == [closed]


def test_opinion_list_filters_open(client, who):
    opinion = opinion_at(Status.REGISTERED, who)
    opinion_at(Status.CLOSED, who)
    client.force_login(who.office)

    response = client.get(reverse(LIST), {"status": "open"})

    assert list(response.context["object_list"]) == [opinion]


def test_opinion_list_filters_by_unit(client, who):
    opinion_at(Status.REGISTERED, who)
    referred = opinion_at(Status.REFERRED, who)
    client.force_login(who.office)

    response = client.get(reverse(LIST), {"unit": who.unit.pk})

    assert list(response.context["object_list"]) == [referred]


@pytest.mark.parametrize(("light", "found"), [("red", 0), ("amber", 1), ("green", 0)])
def test_opinion_list_filters_by_light(light, found, client, who):
    opinion_at(Status.REGISTERED, who)
    client.force_login(who.office)

    response = client.get(reverse(LIST), {"light": light})

    assert len(titles(response)) == found


def test_opinion_list_finds_number(client, who):
    visit_of(who, opinions=2)
    client.force_login(who.office)

    response = client.get(reverse(LIST), {"q": "2号"})

    assert titles(response) == ["路灯不亮1"]


@pytest.mark.parametrize("query", ["张三", "13800001234"])
def test_opinion_list_never_searches_visitors(query, client, who):
    visit_of(who)
    client.force_login(who.office)

    response = client.get(reverse(LIST), {"q": query})

    assert titles(response) == []


def test_opinion_list_remembers_filters(client, who):
    client.force_login(who.office)
    client.get(reverse(LIST), {"status": "closed"})

    response = client.get(reverse(LIST))

    assert response.url == f"{reverse(LIST)}?status=closed"


def test_opinion_list_forgets_cleared_filters(client, who):
    client.force_login(who.office)
    client.get(reverse(LIST), {"status": "closed"})

    client.get(reverse(LIST), headers={"referer": f"http://testserver{reverse(LIST)}?status=closed"})

    assert client.get(reverse(LIST)).status_code == 200


def test_opinion_list_sorts_by_due_date(client, who):
    later, sooner = opinion_at(Status.ACCEPTED, who), opinion_at(Status.REGISTERED, who)
    client.force_login(who.office)

    response = client.get(reverse(LIST), {"order": "due"})

    assert list(response.context["object_list"]) == [sooner, later]


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


def test_opinion_step_unknown_is_not_found(client, who):
    client.force_login(who.office)

    assert client.get(step_url(opinion_at(Status.REGISTERED, who), "hear")).status_code == 404


def test_opinion_step_of_another_person_is_forbidden(client, who):
    opinion = opinion_at(Status.REGISTERED, who)
    client.force_login(who.deputy)

    assert client.get(step_url(opinion, "triage")).status_code == 403


def test_opinion_step_too_late_says_so(client, who):
    opinion = opinion_at(Status.TRIAGED, who)
    client.force_login(who.office)

    response = client.get(step_url(opinion, "triage"), follow=True)

    assert [str(message) for message in response.context["messages"]] == [
        "现在不能分类：已是“已分类”，可能刚有人办理过，请看最新情况。"
    ]


def test_triage_keeps_what_was_typed(client, who):
    opinion = opinion_at(Status.REGISTERED, who)
    client.force_login(who.office)

    response = client.post(step_url(opinion, "triage"), {"nature": "demand", "note": "记下"})

    form = response.context["form"]
    assert (form["note"].value(), sorted(form.errors)) == ("记下", ["category", "competence", "urgency"])


def test_triage_and_refer(client, who):
    opinion = opinion_at(Status.REGISTERED, who)
    client.force_login(who.office)
    sorted_as = {"nature": "demand", "competence": "local", "urgency": "normal"}

    client.post(step_url(opinion, "triage"), {"category": OpinionCategoryFactory().pk, **sorted_as})
    client.post(step_url(opinion, "refer"), {"lead": who.unit.pk, "co_units": [who.co_unit.pk]})

    opinion.refresh_from_db()
    assert (opinion.status, opinion.referrals.count()) == (Status.REFERRED, 2)


def test_refer_offers_own_units_only(client, who):
    opinion = opinion_at(Status.TRIAGED, who)
    UnitFactory(jurisdiction=who.town.district)
    client.force_login(who.office)

    form = client.get(step_url(opinion, "refer")).context["form"]

    assert list(form.fields["lead"].queryset) == [who.unit, who.co_unit]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("乱写", "看不懂这个编号，请填“12”或者“石坎〔2025〕12号”。"),
        ("99", "本镇街{year}年没有99号意见，请核对编号。"),
    ],
)
def test_merge_into_wrong_number(typed, sentence, client, who):
    opinion = opinion_at(Status.TRIAGED, who)
    client.force_login(who.office)

    response = client.post(step_url(opinion, "merge"), {"into": typed})

    assert response.context["form"].errors == {"into": [sentence.format(year=opinion.year)]}


def test_merge_by_full_number(client, who):
    main, opinion = opinion_at(Status.TRIAGED, who), opinion_at(Status.TRIAGED, who)
    client.force_login(who.office)

    client.post(step_url(opinion, "merge"), {"into": main.number})

    opinion.refresh_from_db()
    assert opinion.merged_into == main


def test_answer_by_deputy(client, who):
    opinion = opinion_at(Status.COPIED, who)
    client.force_login(who.deputy)
    today = client.get(step_url(opinion, "answer")).context["form"]["answered_on"].value()

    client.post(step_url(opinion, "answer"), {"mode": "oral", "text": "修好了", "answered_on": today})

    assert opinion.answers.get().seat == who.seat


def test_answer_in_the_future_is_refused_at_the_field(client, who):
    opinion = opinion_at(Status.COPIED, who)
    client.force_login(who.deputy)

    typed = {"mode": "oral", "text": "修好了", "answered_on": "2099-01-01"}
    response = client.post(step_url(opinion, "answer"), typed)

    assert (sorted(response.context["form"].errors), response.context["form"]["text"].value()) == (
        ["answered_on"],
        "修好了",
    )


def test_survey_dissatisfied_needs_reason(client, who):
    opinion = opinion_at(Status.ANSWERED, who)
    client.force_login(who.liaison)
    today = client.get(step_url(opinion, "survey")).context["form"]["surveyed_on"].value()
    ratings = {"handling_rating": Rating.DISSATISFIED, "deputy_rating": Rating.SATISFIED}

    response = client.post(step_url(opinion, "survey"), {**ratings, "surveyed_on": today})

    assert (response.status_code, Opinion.objects.get().status) == (200, Status.ANSWERED)


def test_close_without_reason_is_refused(client, who):
    opinion = opinion_at(Status.ANSWERED, who)
    client.force_login(who.office)

    response = client.post(step_url(opinion, "close"), {"note": ""})

    assert sorted(response.context["form"].errors) == ["note"]


def test_step_page_shows_reply_to_who_answers(client, who):
    opinion = opinion_at(Status.COPIED, who)
    client.force_login(who.deputy)

    replies = client.get(step_url(opinion, "answer")).context["replies"]

    assert [reply.text for reply in replies] == ["已修好。"]


def test_colleague_does_not_see_opinion(client, who):
    opinion = opinion_at(Status.REGISTERED, who)
    client.force_login(people(who.town).deputy)

    assert client.get(opinion.get_absolute_url()).status_code == 404


def test_opinion_detail_links_what_was_merged_into_it(client, who):
    merged = opinion_at(Status.MERGED, who)
    client.force_login(who.office)

    page = client.get(merged.merged_into.get_absolute_url()).content.decode()

    assert f'href="{merged.get_absolute_url()}"' in page
