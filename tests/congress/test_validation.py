import pytest
from django.core.exceptions import ValidationError

from congress.handling import HandlingStatus
from congress.validation import validate_changes, validate_new
from reception.enums import OpinionStatus
from reception.models import Referral
from tests.factories.congress import UnitFactory
from tests.factories.reception import opinion_at


pytestmark = pytest.mark.django_db


@pytest.fixture
def opinion():
    return opinion_at(OpinionStatus.TRIAGED)


def test_validate_changes_of_a_valid_record_costs_the_checks_together(opinion, django_assert_num_queries):
    # The words are read for clean(); the constraints are asked together.
    with django_assert_num_queries(2):
        validate_changes(opinion, {"status", "step_due_on"})


def test_validate_new_asks_for_bare_keys_only(opinion, django_assert_num_queries):
    part = {"round": 1, "status_since": opinion.status_since, "issued_on": opinion.received_on}
    days = {"accept_by": opinion.received_on, "due_on": opinion.received_on}
    told = {"accept_sentence": "五日内", "due_sentence": "三十日内"}
    unit = UnitFactory(jurisdiction=opinion.jurisdiction.district)
    with django_assert_num_queries(1):
        validate_new(Referral(opinion=opinion, unit=unit, **part, **days, **told))
    with pytest.raises(ValidationError) as refused:
        validate_new(Referral(opinion=opinion, unit_id=unit.pk + 1, **part, **days, **told))
    assert set(refused.value.message_dict) == {"unit"}


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
