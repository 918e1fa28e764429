"""What becomes of a matter when it is taken down: an office decides, everybody else proposes."""

import pytest

from reception.enums import Channel, OpinionStatus
from reception.models import Guidance, Opinion, OpinionCategory, Visit
from tests.factories.visit_page import URL, errors_of, typed


@pytest.fixture
def category(who):
    return OpinionCategory.objects.first()


def sent(client, user, more, **changes):
    client.force_login(user)
    response = client.post(URL, typed(("路灯不亮", "坏了", more), **changes))
    return Opinion.objects.first(), response


def test_what_is_not_accepted_says_where_to_go(category, client, who):
    court = Guidance.objects.first()
    more = {"category": category.pk, "nature": "demand", "outcome": "not_accepted", "guidance": court.pk}

    opinion, _ = sent(client, who.office, more | {"outcome_note": "已说明。"})

    assert (opinion.status, opinion.competence) == (OpinionStatus.NOT_ACCEPTED, "judicial")
    assert opinion.outcome_note == f"{court.name}：{court.where}已说明。"


def test_what_is_to_be_referred_waits_with_its_unit(category, client, who):
    more = {"category": category.pk, "nature": "demand", "outcome": "referred", "unit": who.unit.pk}

    opinion, _ = sent(client, who.office, more)

    assert (opinion.status, opinion.nature) == (OpinionStatus.REGISTERED, "demand")
    assert (opinion.proposed_outcome, opinion.proposed_unit) == ("referred", who.unit)


@pytest.mark.parametrize("person", ["liaison", "deputy"])
def test_who_does_not_decide_only_proposes(person, client, who):
    more = {"outcome": "explained", "outcome_note": "已说明政策"}

    opinion, _ = sent(client, getattr(who, person), more)

    assert (opinion.status, opinion.outcome) == (OpinionStatus.REGISTERED, "")
    assert (opinion.proposed_outcome, opinion.proposed_note) == ("explained", "已说明政策")


def test_not_accepting_says_what_is_missing(client, who):
    _, response = sent(client, who.office, {"outcome": "not_accepted"})

    assert errors_of(response) == {
        "matters-0-category": ["当场处理的，请选择类别。"],
        "matters-0-nature": ["当场处理的，请选择性质。"],
        "matters-0-guidance": ["请选择不予受理的情形，系统会写上应向哪里反映。"],
    }


@pytest.mark.parametrize(
    ("channel", "errors"),
    [
        ("forum", {"visit-occasion": ["请填写座谈会名称。"], "visit-place": ["请填写座谈地点。"]}),
        ("box", {"visit-opened_by": ["请填写开箱人。"]}),
        ("household_visit", {"visit-place": ["请填写走访的村组、小区。"]}),
    ],
)
def test_channel_asks_for_what_belongs_to_it(channel, errors, client, who):
    _, response = sent(client, who.liaison, {}, **{"visit-channel": channel})

    assert errors_of(response) == errors


def test_letter_is_not_written_after_it_came(client, who):
    _, response = sent(
        client, who.liaison, {}, **{"visit-channel": "letter", "visit-written_on": "2099-01-01"}
    )

    assert errors_of(response) == {"visit-written_on": ["信上落款日期晚于收信日期，请核对。"]}


def test_of_other_channels_nothing_is_kept(client, who):
    sent(client, who.liaison, {}, **{"visit-occasion": "座谈", "visit-written_on": "不知道"})

    visit = Visit.objects.get()
    assert (visit.channel, visit.occasion, visit.written_on) == (Channel.WALK_IN, "", None)


def test_next_visitor_comes_the_same_way(client, who):
    forum = {"visit-channel": "forum", "visit-occasion": "春耕座谈会", "visit-place": "村部", "next": ""}

    _, response = sent(client, who.liaison, {}, **forum)
    page = client.get(response.url).context["registration"]

    assert [page.visit[name].value() for name in ("channel", "occasion", "place")] == [
        "forum",
        "春耕座谈会",
        "村部",
    ]
    assert page.visitor["kind"].value() == "anonymous"


def test_large_party_is_asked_for_representatives(client, who):
    client.force_login(who.liaison)

    response = client.post(URL, typed(**{"visit-party_size": "6"}), follow=True)

    assert "不超过5人" in str(list(response.context["messages"])[1])


def test_proposal_stands_on_the_page_and_in_the_steps(category, client, who):
    more = {"category": category.pk, "nature": "demand", "outcome": "referred", "unit": who.unit.pk}
    opinion, _ = sent(client, who.liaison, more)
    client.force_login(who.office)

    page = client.get(opinion.get_absolute_url())
    triage = client.get(f"{opinion.get_absolute_url()}triage/").context["form"]

    assert f"转办：{who.unit}" in page.content.decode()
    assert [triage[name].value() for name in ("category", "nature", "competence")] == [
        category.pk,
        "demand",
        "local",
    ]
