"""The steps of opinions on their pages: whom they let in, what they refuse and say."""

from datetime import timedelta

import pytest
from django.urls import reverse

from congress import clock
from congress.enums import Satisfaction
from reception.enums import Competence, Outcome
from reception.enums import OpinionStatus as Status
from reception.models import Guidance, Opinion
from tests.factories.congress import UnitFactory
from tests.factories.reception import OpinionCategoryFactory, opinion_at, triaged_as


def step_url(opinion, name):
    return reverse("reception:opinion_step", args=[opinion.pk, name])


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


def test_second_click_is_told_that_it_is_done(client, who):
    """The first one took away the right; another person, or a later day, is refused as ever."""
    opinion = opinion_at(Status.TRIAGED, who)
    client.force_login(who.office)
    first, second = (
        client.post(step_url(opinion, "escalate"), {"note": "超出权限"}, follow=True) for _ in range(2)
    )

    told = [[str(message) for message in answer.context["messages"]] for answer in (first, second)]
    assert told == [[f"已报区协调：{opinion}。"], ["您已办过这一步，不用再办一次。"]]
    assert second.redirect_chain == [(opinion.get_absolute_url(), 302)]
    assert opinion.events.filter(step="escalate").count() == 1
    with clock.at(clock.now() + timedelta(minutes=6)):
        assert client.post(step_url(opinion, "escalate"), {"note": "超出权限"}).status_code == 403
    client.force_login(who.deputy)
    assert client.post(step_url(opinion, "escalate"), {"note": "超出权限"}).status_code == 403


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


def test_refer_of_what_is_beyond_the_town_says_to_escalate(client, who):
    opinion = triaged_as(Competence.DISTRICT, who)
    client.force_login(who.office)

    labels = [link["label"] for link in client.get(opinion.get_absolute_url()).context["steps"]]
    field = client.get(step_url(opinion, "refer")).context["form"].fields["lead"]
    response = client.post(step_url(opinion, "refer"), {"lead": who.unit.pk})

    sentence = "这件意见的权限是“须区级协调”，不能转给本镇街的单位，请报区协调。"
    assert (labels[0], "转办" in labels, list(field.queryset), field.help_text) == (
        "报区协调",
        False,
        [],
        sentence,
    )
    assert response.context["form"].errors == {"lead": [sentence]}


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("乱写", "看不懂这个编号，请填“12”或者“石坎〔2025〕12号”。"),
        ("99", "本镇街{year}年没有99号意见，请核对编号。"),
        ("9" * 40, "看不懂这个编号，请填“12”或者“石坎〔2025〕12号”。"),
        ("白鹭湾〔{year}〕1号", "“白鹭湾〔{year}〕1号”不是石坎镇的编号，只能并入石坎镇的意见。"),
    ],
)
def test_merge_into_wrong_number(typed, sentence, client, who):
    opinion = opinion_at(Status.TRIAGED, who)
    client.force_login(who.office)

    response = client.post(step_url(opinion, "merge"), {"into": typed.format(year=opinion.year)})

    assert response.context["form"].errors == {"into": [sentence.format(year=opinion.year)]}


@pytest.mark.parametrize("typed", ["石坎〔{year}〕{serial}号", "石坎镇[{year}]{serial}", "第{serial}号"])
def test_merge_by_number(typed, client, who):
    main, opinion = opinion_at(Status.TRIAGED, who), opinion_at(Status.TRIAGED, who)
    client.force_login(who.office)

    client.post(step_url(opinion, "merge"), {"into": typed.format(year=main.year, serial=main.serial)})

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
    ratings = {"handling_rating": Satisfaction.DISSATISFIED, "deputy_rating": Satisfaction.SATISFIED}

    response = client.post(step_url(opinion, "survey"), {**ratings, "surveyed_on": today})

    assert (response.context["form"].errors, Opinion.objects.get().status) == (
        {"reason": ["选民对办理不满意的，请写明原因。"]},
        Status.ANSWERED,
    )


def test_who_answers_without_a_deputy_is_called_as_the_law_does(client, who):
    copied = opinion_at(Status.COPIED, who, seats=[])
    replied = opinion_at(Status.REPLIED, who, seats=[])
    client.force_login(who.office)

    answer = client.get(step_url(copied, "answer")).context["form"].fields["seat"]
    copy = client.get(step_url(replied, "copy")).context["form"].fields["seats"]

    assert (answer.empty_label, copy.help_text) == (
        "由石坎镇人大主席团答复",
        "接待过来访人的代表；收到后由代表答复选民。没有接待代表的，由石坎镇人大主席团答复。",
    )


@pytest.mark.parametrize("field", ["text", "reaction"])
def test_answer_with_a_phone_is_refused_at_the_field(field, client, who):
    opinion = opinion_at(Status.COPIED, who)
    client.force_login(who.deputy)
    typed = {"mode": "oral", "text": "修好了", "answered_on": clock.today().isoformat()}

    response = client.post(step_url(opinion, "answer"), typed | {field: "请打13900001111"})

    assert response.context["form"].errors == {field: ["这里不写电话号码，请删去“13900001111”。"]}


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


def test_steps_begin_with_what_was_proposed_when_the_voter_came(client, who):
    client.force_login(who.office)
    found = {}
    for name, outcome, note in (
        ("explain", Outcome.SETTLED, "已当场拨通电话"),
        ("not_accept", Outcome.NOT_ACCEPTED, "已开过庭"),
        ("convert", Outcome.CONVERTED, "统一更换13800001234路灯"),
    ):
        opinion = found[name] = opinion_at(Status.TRIAGED, who)
        Opinion.objects.filter(pk=opinion.pk).update(proposed_outcome=outcome, proposed_note=note)

    forms = {name: client.get(step_url(opinion, name)).context["form"] for name, opinion in found.items()}
    refused = client.post(step_url(found["not_accept"], "not_accept"), {"note": ""})
    case = Guidance.objects.first()
    client.post(step_url(found["not_accept"], "not_accept"), {"guidance": case.pk, "note": "已开过庭"})

    assert (forms["explain"]["outcome"].value(), forms["explain"]["note"].value()) == (
        Outcome.SETTLED,
        "已当场拨通电话",
    )
    assert forms["not_accept"]["note"].value() == "已开过庭"
    assert forms["convert"]["text"].value() == "选民反映：路灯坏了半个月。\n\n建议：统一更换（电话略）路灯"
    assert refused.context["form"].errors == {"note": ["请选择情形，或者写明不予受理的理由。"]}
    found["not_accept"].refresh_from_db()
    assert found["not_accept"].outcome_note == f"{case}：{case.where}已开过庭"


@pytest.mark.parametrize(
    ("status", "name", "typed", "field"),
    [
        (Status.TRIAGED, "explain", {"outcome": "explained", "note": "已向张 三解释政策。"}, "note"),
        (Status.REFERRED, "urge", {"note": "张三又来问了"}, "note"),
        (
            Status.COPIED,
            "answer",
            {"mode": "phone", "text": "张三：已修好。", "answered_on": "2025-03-20"},
            "text",
        ),
    ],
)
def test_name_of_the_visitor_is_refused_in_what_others_read(status, name, typed, field, client, who):
    opinion = opinion_at(status, who)
    opinion.visit.visitor.name = "张三"
    opinion.visit.visitor.save()
    client.force_login(who.office)
    page = client.post(reverse("reception:opinion_step", args=[opinion.pk, name]), typed)
    told = "这里写了来访人的姓名，看到的人多，请删去；可以写“一位选民”“来访人”。"
    assert page.context["form"].errors == {field: [told]}
    opinion.refresh_from_db()
    assert opinion.status == status
