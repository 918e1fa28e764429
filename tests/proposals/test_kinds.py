"""Each kind: what it tells, who signs it, by which article (地方组织法 22-24, 31; 代表法 20, 21)."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from congress import clock
from congress.enums import UnitCategory
from congress.models import Session
from proposals import kinds, workflow
from proposals.enums import ProposalKind as K
from proposals.enums import RecallPost
from proposals.models import Proposal
from tests.factories.congress import OfficeRulesFactory, UnitFactory
from tests.factories.proposals import cosigners
from tests.factories.road import county_people, of_recess, written


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]


def needed(who, kind):
    place = who.seat.term.jurisdiction
    return kinds.signers_needed(Proposal(jurisdiction=place, term=who.seat.term, kind=kind)).least


def test_signers_of_each_kind_in_a_town(who):
    cosigners(who.seat, 11)
    assert {kind: needed(who, kind) for kind in K} == {
        K.SUGGESTION: 1,
        K.MOTION: 5,
        K.INTERPELLATION: 10,
        K.INQUIRY: 1,
        # A fifth of twelve deputies, or more.
        K.RECALL: 3,
    }


def test_signers_of_each_kind_in_a_county():
    who = county_people()
    cosigners(who.seat, 11)
    assert {kind: needed(who, kind) for kind in K.presented} == {
        K.MOTION: 10,
        K.INTERPELLATION: 10,
        # A tenth of twelve deputies, or more.
        K.RECALL: 2,
    }


def test_small_town_puts_an_interpellation_by_a_fifth_where_its_rules_say_so(who):
    OfficeRulesFactory(jurisdiction=who.town, small_town_interpellation=True)
    cosigners(who.seat, 11)
    assert needed(who, K.INTERPELLATION) == 3


def test_interpellation_that_too_few_signed_is_offered_as_a_suggestion(who):
    draft = written(who, K.INTERPELLATION, signers=2)
    with pytest.raises(ValidationError) as refusal:
        workflow.submit(draft, by=who.deputy)
    assert refusal.value.messages == [
        "质询案要有10名以上代表联名（地方组织法第二十四条），现在确认联名的有2名。可以作为建议、批评和意见提交。"
    ]
    workflow.submit(draft, by=who.deputy, as_suggestion=True)
    assert (draft.kind, draft.text) == (K.SUGGESTION, "石坎镇人民政府\n\n停水\n\n为什么连停三天？")


def test_recall_that_too_few_signed_is_nothing_else(who):
    cosigners(who.seat, 9)
    draft = written(who, K.RECALL, signers=1, post=RecallPost.HEAD)
    with pytest.raises(ValidationError) as refusal:
        workflow.submit(draft, by=who.deputy, as_suggestion=True)
    assert refusal.value.messages == [
        "罢免案要有五分之一以上代表联名（地方组织法第三十一条；现有代表10名，即2名以上），现在确认联名的有1名。"
    ]


def test_question_is_put_while_the_congress_sits(who):
    draft = written(who, K.INQUIRY, signers=1)
    Session.objects.update(starts_on=clock.today() - timedelta(9), ends_on=clock.today() - timedelta(8))
    with pytest.raises(ValidationError, match="询问要在人民代表大会会议期间提出，现在是闭会期间。"):
        workflow.submit(draft, by=who.deputy)


def test_motion_of_the_recess_goes_to_the_standing_committee():
    who = county_people()
    motion = of_recess(who)
    # Fifteen days to a committee, thirty for its opinion (D2).
    assert (motion.in_session, (motion.step_due_on - clock.today()).days) == (False, 18)
    told = {"held_on": clock.today(), "committee": "城乡建设环境资源委员会"}
    workflow.send_to_committee(motion, by=who.office, **told)
    assert motion.proceedings.get().where == "城乡建设环境资源委员会"
    assert (motion.step_due_on - clock.today()).days == 32


def test_motion_of_a_town_is_put_in_session_whatever_its_rules(who):
    OfficeRulesFactory(jurisdiction=who.town, recess_motions=True)
    assert not kinds.may_be_put_in_recess(who.town)


def test_town_asks_its_government_a_county_its_departments_and_courts_too(who):
    district = who.town.district
    UnitFactory(jurisdiction=district, name="区水务局")
    UnitFactory(jurisdiction=district, name="区人民法院", category=UnitCategory.COURT)
    UnitFactory(jurisdiction=district, name="区供水公司", category=UnitCategory.UTILITY)
    assert kinds.organs_of(who.town) == ["石坎镇人民政府"]
    assert kinds.organs_of(district) == [f"{district.name}人民政府", "区水务局", "区人民法院"]


@pytest.mark.parametrize(
    ("kind", "told", "sentence"),
    [
        (K.INTERPELLATION, {"organ": "区水务局"}, "区水务局不是石坎镇人大代表可以质询、询问的机关。"),
        (K.RECALL, {"post": RecallPost.COURT}, "石坎镇人大代表不能提出对这一职务的罢免案。"),
    ],
)
def test_town_neither_asks_nor_recalls_whom_the_county_does(kind, told, sentence, who):
    with pytest.raises(ValidationError, match=sentence):
        written(who, kind, signers=1, **told)
    assert Proposal.objects.count() == 0


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        (K.MOTION, ["title", "subject", "grounds", "plan", "category", "secret", "invited"]),
        (K.INTERPELLATION, ["title", "organ", "subject", "text", "secret", "invited"]),
        (K.INQUIRY, ["title", "organ", "text", "secret", "invited"]),
        (K.RECALL, ["title", "person", "post", "grounds", "secret", "invited"]),
    ],
)
def test_phone_asks_for_the_parts_of_each_kind(kind, fields, client, who):
    client.force_login(who.deputy)
    response = client.get(reverse("proposals:proposal_create", query={"kind": kind}))
    assert [name for name in response.context["form"].fields if name in {*fields, *kinds.TOLD}] == fields


def test_draft_tells_how_many_signers_are_missing_and_by_which_article(client, who):
    draft = written(who, K.MOTION, signers=2)
    client.force_login(who.deputy)
    response = client.get(draft.get_absolute_url())
    assert response.context["missing_signers"] == {
        "count": 3,
        "basis": "议案要有5名以上代表联名（地方组织法第二十二条）",
    }
