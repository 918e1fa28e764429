"""Who read what: visitors' data, and copies of replies."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from congress import clock
from reception import reading
from reception.enums import OpinionStatus
from reception.models import Disclosure, ReplyCopy
from tests.factories.congress import LeaderFactory
from tests.factories.reception import NOON, opinion_at, visit_of


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]


def test_reveal_puts_down_who_when_and_why(who):
    disclosure = reading.reveal(visit_of(who).visitor, by=who.office, reason="电话答复")
    assert (disclosure.by, disclosure.at, disclosure.reason) == (who.office, NOON, "电话答复")


def test_reveal_needs_a_reason(who):
    with pytest.raises(ValidationError) as error:
        reading.reveal(visit_of(who).visitor, by=who.office, reason=" ")
    assert error.value.message_dict == {"reason": ["请写明为什么要看，至少4个字。"]}


def test_reveal_to_whom_does_not_need_it_is_refused(who):
    with pytest.raises(PermissionDenied, match="您不需要来访人的完整信息"):
        reading.reveal(visit_of(who).visitor, by=LeaderFactory(jurisdiction=who.town), reason="看看")
    assert Disclosure.objects.count() == 0


@pytest.mark.parametrize("verb", ["save", "delete"])
def test_disclosure_is_append_only(verb, who):
    disclosure = reading.reveal(visit_of(who).visitor, by=who.office, reason="电话答复")
    with pytest.raises(TypeError, match="append-only"):
        getattr(disclosure, verb)()


def test_copies_are_read_once(who, django_assert_num_queries):
    opinion = opinion_at(OpinionStatus.COPIED, who)
    with django_assert_num_queries(1):
        reading.note_read(opinion, by=who.deputy)
    with clock.at(NOON + timedelta(days=1)):
        reading.note_read(opinion, by=who.deputy)
    assert ReplyCopy.objects.get().read_at == NOON


def test_copies_of_the_main_matter_are_read_on_the_merged_one(who):
    merged = opinion_at(OpinionStatus.MERGED, who)
    reading.note_read(merged, by=who.deputy)
    assert ReplyCopy.objects.get().read_at == NOON


def test_nobody_reads_for_the_deputy(who):
    reading.note_read(opinion_at(OpinionStatus.COPIED, who), by=who.office)
    assert ReplyCopy.objects.get().read_at is None
