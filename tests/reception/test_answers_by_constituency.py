"""One answer to several voters of one constituency (B32: 按选区分别答复)."""

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from reception.answering_together import answer_together, waiting_beside
from reception.enums import AnswerMode
from reception.enums import OpinionStatus as Status
from tests.factories.deputies import ConstituencyFactory, SeatFactory
from tests.factories.reception import opinion_at


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]


def of_constituency(constituency, *found):
    """Put matters into a constituency: it is no field of a step."""
    for opinion in found:
        opinion.constituency = constituency
        opinion.save(update_fields=["constituency"])
    return found


@pytest.fixture
def world(who):
    """Two matters of one constituency, one of none and one that another deputy received; all copied."""
    colleague = SeatFactory(jurisdiction=who.town, with_user=True)
    mine, beside = of_constituency(
        ConstituencyFactory(jurisdiction=who.town),
        opinion_at(Status.COPIED, who),
        opinion_at(Status.COPIED, who),
    )
    stranger = opinion_at(Status.COPIED, who, seats=[colleague])
    of_constituency(mine.constituency, stranger)
    return mine, beside, stranger, opinion_at(Status.COPIED, who)


def test_matters_beside_are_those_of_the_constituency_that_wait_for_the_person(who, world):
    mine, beside, stranger, _ = world
    assert list(waiting_beside(mine, who.deputy)) == [beside]
    assert set(waiting_beside(mine, who.office)) == {beside, stranger}


def test_merged_matters_are_beside_each_other(who):
    merged = opinion_at(Status.MERGED, who)
    main = merged.merged_into
    assert list(waiting_beside(merged, who.deputy)) == [main]
    assert list(waiting_beside(main, who.deputy)) == [merged]


def test_deputy_answers_several_voters_at_once(client, who, world):
    mine, beside, stranger, alone = world
    client.force_login(who.deputy)
    page = reverse("reception:opinion_step", args=[mine.pk, "answer"])
    assert list(client.get(page).context["form"].fields["also"].queryset) == [beside]
    lonely = client.get(reverse("reception:opinion_step", args=[alone.pk, "answer"]))
    assert "also" not in lonely.context["form"].fields
    data = {"mode": "oral", "text": "路灯已修好。", "reaction": "满意", "answered_on": "2025-03-20"}
    assert "also" in client.post(page, {**data, "also": [stranger.pk]}).context["form"].errors
    assert client.post(page, {**data, "also": [beside.pk]}).status_code == 302
    for opinion in world:
        opinion.refresh_from_db()
    assert [opinion.status for opinion in world] == ["answered", "answered", "copied", "copied"]
    told = [opinion.answers.get() for opinion in (mine, beside)]
    assert [(answer.text, answer.seat, answer.reaction) for answer in told] == [
        ("路灯已修好。", who.seat, "满意"),
        ("路灯已修好。", who.seat, ""),
    ]


def test_answer_for_a_deputy_who_did_not_receive_the_other_voter_changes_nothing(who, world):
    mine, beside, stranger, _ = world
    with pytest.raises(ValidationError, match="请单独答复") as refusal:
        answer_together(
            mine, by=who.office, mode=AnswerMode.ORAL, text="好了", seat=who.seat, also=[beside, stranger]
        )
    assert list(refusal.value.message_dict) == ["also"]
    for opinion in world:
        opinion.refresh_from_db()
    assert {opinion.status for opinion in world} == {"copied"}
