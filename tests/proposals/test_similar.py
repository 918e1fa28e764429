"""What is alike, shown while a proposal is written; what is brought up again (issue 5, part 2; B92)."""

import pytest
from django.urls import reverse

from proposals import workflow
from proposals.enums import ProposalStatus as S
from proposals.models import Proposal
from proposals.similar import similar_to
from tests.factories.proposals import cosigners, drafted, proposal_at, take
from tests.factories.reception.people import people


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]


def found(user, place, title="关于更换村口路灯的建议"):
    return [(one.pk, one.seen) for one in similar_to(user, place, title=title)]


def test_colleague_is_told_of_what_was_registered_and_is_not_secret(who):
    colleague = cosigners(who.seat, 1)[0].deputy.user
    known, secret = proposal_at(S.ACCEPTED, who), proposal_at(S.ACCEPTED, who, secret=True)
    proposal_at(S.SUBMITTED, who)
    proposal_at(S.ACCEPTED, people())
    assert found(colleague, who.town) == [(known.pk, False)]
    assert found(who.office, who.town)[-2:] == [(secret.pk, True), (known.pk, True)]
    # What every title says makes none alike.
    assert found(colleague, who.town, title="关于解决修桥问题的建议") == []


@pytest.mark.parametrize("count", [1, 3])
def test_hints_cost_the_same_for_one_and_for_more(count, client, who, django_assert_num_queries):
    for _ in range(count):
        proposal_at(S.ACCEPTED, who)
    client.force_login(who.deputy)
    told = {"title": "关于更换村口路灯的建议"}
    client.post(reverse("proposals:proposal_hints"), told)
    with django_assert_num_queries(11):
        response = client.post(reverse("proposals:proposal_hints"), told)
    assert response.text.count("关于更换路灯的建议") == count


def test_secret_proposal_is_not_for_who_only_assists(who):
    proposal_at(S.SUBMITTED, who, secret=True)
    seen = [Proposal.objects.visible_to(user).count() for user in (who.liaison, who.office, who.deputy)]
    assert seen == [0, 1, 1]


def test_proposal_is_brought_up_again_and_both_lead_to_each_other(client, who):
    earlier = proposal_at(S.REJECTED, who)
    client.force_login(who.deputy)
    url = reverse("proposals:proposal_create", query={"again": earlier.pk})
    assert url.replace("&", "&amp;") in client.get(earlier.get_absolute_url()).text
    form = client.get(url).context["form"]
    assert (form["title"].value(), form["text"].value()) == (earlier.title, earlier.text)
    client.post(url, {"title": earlier.title, "text": "上次没有受理，补充了情况。"})
    later = Proposal.objects.get(resubmission_of=earlier)
    assert earlier.get_absolute_url() in client.get(later.get_absolute_url()).text
    assert later.get_absolute_url() in client.get(earlier.get_absolute_url()).text


def test_what_is_under_way_is_not_brought_up_again(client, who):
    client.force_login(who.deputy)
    url = reverse("proposals:proposal_create", query={"again": proposal_at(S.SUBMITTED, who).pk})
    assert client.get(url).status_code == 403


def test_draft_is_not_shown_to_itself(who):
    draft = drafted(who)
    workflow.edit(draft, by=who.deputy, text="请更换村口的路灯。")
    assert similar_to(who.deputy, who.town, title=draft.title, without=draft) == []


def test_office_sees_what_is_alike_while_it_reviews_and_merges_into_the_one_most_like_it(client, who):
    like, other = proposal_at(S.ACCEPTED, who), proposal_at(S.ACCEPTED, who, title="关于修桥的建议")
    reviewed = proposal_at(S.SUBMITTED, who, title="关于更换村口路灯的建议")
    client.force_login(who.office)
    page = client.get(reviewed.get_absolute_url()).text
    merging = reverse("proposals:proposal_step", args=[reviewed.pk, "merge"])
    assert (like.get_absolute_url() in page, other.get_absolute_url() in page) == (True, False)
    assert merging not in page
    take("accept", reviewed, who)
    chosen = f"{merging}?into={like.pk}"
    assert chosen in client.get(reviewed.get_absolute_url()).text
    field = client.get(chosen).context["form"]["into"]
    assert (field.value(), [*field.field.queryset]) == (str(like.pk), [like, other])
    client.force_login(who.deputy)
    assert like.get_absolute_url() not in client.get(reviewed.get_absolute_url()).text
