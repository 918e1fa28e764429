"""A suggestion from the draft on a phone to the promise that is kept, as the seven who walk it."""

import pytest

from proposals.models import ProposalCategory
from tests.browser import suggestion
from tests.factories.congress import ResultClassFactory
from tests.factories.deputies import SeatFactory
from tests.factories.proposals import session_of


pytestmark = pytest.mark.browser

PHONE = 390


def test_suggestion_from_draft_to_kept_promise(who, enter, tmp_path):
    district = who.town.district
    seat = SeatFactory(jurisdiction=district, with_user=True, deputy__name="诸葛垚")
    session_of(seat.term)
    # Another test in a browser may have emptied the tables that migrations fill.
    group, _ = ProposalCategory.objects.get_or_create(name="工业交通")
    ProposalCategory.objects.get_or_create(name="交通出行", defaults={"parent": group})
    result = ResultClassFactory(jurisdiction=district, code="B", label="计划解决", promises=True)
    names = ["沈雨", "韩岳"]
    others = [SeatFactory(jurisdiction=district, with_user=True, deputy__name=name) for name in names]
    proof = tmp_path / "通车照片.pdf"
    proof.write_bytes(b"%PDF-1.4")

    suggestion.draft(enter(seat.deputy.user, PHONE), names)
    for one in others:
        suggestion.sign(enter(one.deputy.user, PHONE))
    suggestion.hand_in(enter(seat.deputy.user, PHONE))
    suggestion.accept(enter(who.district_office))
    suggestion.assign(enter(who.gov_office), who.unit, who.co_unit)
    suggestion.join(enter(who.co_clerk))
    suggestion.take_on(enter(who.clerk))
    suggestion.promise(enter(who.clerk), result)
    for one in (seat, *others):
        suggestion.rate(enter(one.deputy.user, PHONE))
    suggestion.file(enter(who.district_office))
    suggestion.tell_progress(enter(who.clerk))
    suggestion.report_kept(enter(who.clerk), proof)
    suggestion.confirm_kept(enter(who.district_office))
    suggestion.ending(enter(seat.deputy.user, PHONE))
