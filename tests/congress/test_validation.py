import pytest
from django.core.exceptions import ValidationError

from congress.handling import HandlingStatus
from congress.validation import validate_changes
from reception.enums import OpinionStatus
from reception.models import Referral
from tests.factories.reception import opinion_at


pytestmark = pytest.mark.django_db


@pytest.fixture
def opinion():
    return opinion_at(OpinionStatus.TRIAGED)


def test_validate_changes_of_a_valid_record_costs_the_checks_together(opinion, django_assert_num_queries):
    # The words are read for clean(); the checks are asked once, between a savepoint and its release.
    with django_assert_num_queries(4):
        validate_changes(opinion, {"status", "step_due_on"})


def test_validate_changes_names_the_wrong_field(opinion):
    opinion.title = ""
    with pytest.raises(ValidationError) as refused:
        validate_changes(opinion, {"title"})
    assert set(refused.value.message_dict) == {"title"}


def test_validate_changes_speaks_the_sentence_of_the_broken_constraint(opinion):
    opinion.status = OpinionStatus.REFERRED
    with pytest.raises(ValidationError) as refused:
        validate_changes(opinion, {"status"})
    assert refused.value.messages == ["转办的意见必须有答复期限。"]


def test_validate_changes_finds_what_must_be_unique(opinion):
    other = opinion_at(OpinionStatus.TRIAGED)
    opinion.jurisdiction, opinion.year, opinion.serial = other.jurisdiction, other.year, other.serial
    with pytest.raises(ValidationError) as refused:
        validate_changes(opinion, {"jurisdiction", "serial"})
    assert refused.value.messages == ["编号重复，请再试一次。"]


def test_validate_changes_asks_again_what_a_condition_lets_in():
    """A part that was cancelled comes back, while the unit has been given another of the same round."""
    opinion = opinion_at(OpinionStatus.REFERRED)
    given = opinion.referrals.get()
    again = Referral.objects.get(pk=given.pk)
    again.pk, again.status = None, HandlingStatus.CANCELLED
    again.save()
    again.status = HandlingStatus.ISSUED
    with pytest.raises(ValidationError) as refused:
        validate_changes(again, {"status"})
    assert refused.value.messages == ["这一轮已经转给该单位。"]
