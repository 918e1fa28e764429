"""The turnover to the next term (代表法第二条): what goes over, and what stays as it is."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from congress.models import Term
from congress.registers.area import Area
from deputies import seat_workflow
from deputies.enums import GroupKind, GroupPost, SeatStatus, Tie
from deputies.forms.activity import constituencies_of
from deputies.forms.seat import ElectForm
from deputies.models import Constituency, Delegation, DeputyGroup, GroupMembership, Seat
from deputies.registers.divisions import Constituencies
from deputies.turnover import Choice, Redraw, turn_over
from tests.factories.congress import DistrictOfficeFactory, LocalOfficeFactory, TermFactory
from tests.factories.deputies import (
    ConstituencyFactory,
    DelegationFactory,
    DeputyFactory,
    DeputyGroupFactory,
    SeatFactory,
)
from tests.factories.structure import GroupMembershipFactory


pytestmark = pytest.mark.usefixtures("in_march")
FIRST_DAY = date(2027, 1, 12)
MOST_QUERIES = 120  # of 300 seats: rows go in by the batch


@pytest.fixture
def term(town):
    return TermFactory(jurisdiction=town, seat_quota=45, population=1_500)


@pytest.fixture
def place(town):
    return ConstituencyFactory(jurisdiction=town, number=3, seat_quota=1, area="三组")


@pytest.fixture
def seat(town, term, place):
    return SeatFactory(
        jurisdiction=town,
        deputy__name="丁一",
        constituency=place,
        delegation=DelegationFactory(term=term, name="第一代表团"),
        group=DeputyGroupFactory(term=term, name="第二代表小组"),
        tie=Tie.LIVES,
    )


def over(seat, office, redraw=Redraw.KEEP, number=3):
    return turn_over(seat.term, by=office, first_day=FIRST_DAY, redraw=redraw, chosen=[Choice(seat, number)])


def test_new_term_begins_the_day_after_the_old_one_ends(seat, office):
    done = over(seat, office)
    new, old = Term.objects.get(number=10), Term.objects.get(number=9)
    assert (old.ends_on, new.starts_on, new.ends_on) == (date(2027, 1, 11), FIRST_DAY, None)
    assert (new.seat_quota, new.population) == (45, 1_500)
    assert done.sentence == (
        "石坎镇第十届自2027年1月12日开始，第九届到2027年1月11日为止；复制代表团1个、代表小组1个；"
        "沿用选区1个；1名代表连任，待代表资格审查后确认。"
    )


def test_who_is_carried_over_is_elected_and_not_confirmed(seat, office):
    over(seat, office)
    new = Seat.objects.get(term__number=10)
    assert (new.deputy, new.status, new.reelected, new.starts_on) == (
        seat.deputy,
        SeatStatus.ELECTED,
        True,
        None,
    )
    assert (new.constituency, str(new.delegation), str(new.group), new.tie) == (
        seat.constituency,
        "第一代表团",
        "第二代表小组",
        Tie.LIVES,
    )
    assert new.delegation.term == new.group.term == new.term
    assert [event.label for event in new.events.all()] == ["换届选举当选"]
    assert new.history.count() == 1


def test_the_armys_deputy_is_the_armys_again(district):
    seat = SeatFactory(jurisdiction=district, by_army=True)
    keeper = DistrictOfficeFactory(jurisdiction=district)
    chosen = [Choice(seat)]
    turn_over(seat.term, by=keeper, first_day=FIRST_DAY, redraw=Redraw.KEEP, chosen=chosen)
    assert [row.by_army for row in Seat.objects.order_by("pk")] == [True, True]


@pytest.mark.parametrize("carried", [True, False])
def test_core_groups_with_their_posts_go_over_where_one_says_so(seat, office, carried):
    core = DeputyGroupFactory(term=seat.term, name="中心组", kind=GroupKind.CORE)
    gone = SeatFactory(jurisdiction=seat.term.jurisdiction, term=seat.term, deputy__name="马强")
    for row in ((core, seat, GroupPost.MEMBER), (core, gone, GroupPost.CONVENER)):
        GroupMembershipFactory(group=row[0], seat=row[1], post=row[2])
    GroupMembershipFactory(group=seat.group, seat=seat, post=GroupPost.CONVENER)
    choice = [Choice(seat, 3)]
    done = turn_over(
        seat.term, by=office, first_day=FIRST_DAY, redraw=Redraw.KEEP, chosen=choice, memberships=carried
    )
    new = GroupMembership.objects.filter(group__term__number=10).order_by("pk")
    expected = {("中心组", GroupPost.MEMBER), ("第二代表小组", GroupPost.CONVENER)} if carried else set()
    assert {(row.group.name, row.post) for row in new} == expected
    assert {row.seat.deputy for row in new} <= {seat.deputy}
    assert done.memberships == len(expected)
    assert ("其小组成员和召集人身份2项一并转入" in done.sentence) == carried


def test_old_term_stays_as_it_is(seat, office):
    before = Seat.objects.filter(pk=seat.pk).values().get()
    over(seat, office)
    assert Seat.objects.filter(pk=seat.pk).values().get() == before
    assert [Delegation.objects.count(), DeputyGroup.objects.count()] == [2, 2]


def test_redrawn_constituencies_are_copied_and_the_old_abolished(seat, office, place):
    over(seat, office, Redraw.COPY)
    place.refresh_from_db()
    new = Constituency.objects.standing(FIRST_DAY).get()
    assert (place.abolished_on, new.number, new.area, new.seat_quota) == (FIRST_DAY, 3, "三组", 1)
    assert Seat.objects.get(term__number=10).constituency == new


def test_old_constituencies_are_in_use_until_the_new_term_begins(client, seat, office, place):
    over(seat, office, Redraw.COPY)
    eve = FIRST_DAY - timedelta(days=1)
    new = Constituency.objects.get(drawn_on=FIRST_DAY)
    assert list(Constituency.objects.standing()) == list(Constituency.objects.standing(eve)) == [place]
    assert list(constituencies_of(office)) == [place]
    town = place.jurisdiction
    assert Constituencies(Area(town.district, report=None)).numbered(town, 3) == place
    client.force_login(office)
    states = {"": [place], "coming": [new], "abolished": []}
    for state, expected in states.items():
        page = client.get(reverse("deputies:constituency_list"), {"state": state, "q": "3"})
        assert (state, list(page.context["object_list"])) == (state, expected)
    form = ElectForm(user=office, term=new.seats.get().term)
    assert list(form.fields["constituency"].queryset) == [new]


def test_nobody_is_elected_into_a_constituency_before_it_is_in_use(seat, office, place):
    over(seat, office, Redraw.EMPTY, number=7)
    new = Constituency.objects.get(drawn_on=FIRST_DAY)
    with pytest.raises(ValidationError, match="第7选区2027年1月12日才启用，请另选"):
        seat_workflow.elect(by=office, deputy=DeputyFactory(), term=seat.term, constituency=new)


def test_redrawn_without_copies_leaves_bare_ones_of_the_elected(seat, office, place):
    ConstituencyFactory(jurisdiction=place.jurisdiction, number=4)
    over(seat, office, Redraw.EMPTY, number=7)
    new = Constituency.objects.standing(FIRST_DAY).get()
    assert (new.number, new.area, Seat.objects.get(term__number=10).tie) == (7, "", "")


@pytest.mark.parametrize(
    ("number", "sentence"), [(9, "没有第9选区，请改正选区号。"), (3, "第3选区应选代表1名，选了2名，请改正。")]
)
def test_wrong_constituencies_are_refused_and_nothing_happens(seat, office, town, number, sentence):
    other = SeatFactory(jurisdiction=town, deputy__name="马强")
    with pytest.raises(ValidationError, match=sentence):
        turn_over(
            seat.term,
            by=office,
            first_day=FIRST_DAY,
            redraw=Redraw.KEEP,
            chosen=[Choice(seat, 3), Choice(other, number)],
        )
    assert [term.ends_on for term in Term.objects.all()] == [None]


def test_turnover_twice_is_refused(seat, office):
    over(seat, office)
    with pytest.raises(ValidationError, match="已有石坎镇第十届，第九届不能再办理换届"):
        over(seat, office)


def test_turnover_before_the_term_began_is_refused(seat, office):
    with pytest.raises(ValidationError, match="新一届应在第九届开始（2022年1月12日）之后"):
        turn_over(seat.term, by=office, first_day=date(2022, 1, 12), redraw="keep", chosen=[])


def test_turnover_by_another_office_is_refused(seat):
    with pytest.raises(PermissionDenied):
        over(seat, LocalOfficeFactory())


def test_turnover_of_a_large_congress_takes_few_queries(town, office, term):
    seats = [SeatFactory(jurisdiction=town, term=term) for _ in range(300)]
    chosen = [Choice(seat) for seat in Seat.objects.select_related("deputy").filter(term=term)]
    with CaptureQueriesContext(connection) as queries:
        turn_over(term, by=office, first_day=FIRST_DAY, redraw=Redraw.KEEP, chosen=chosen)
    assert Seat.objects.filter(term__number=10).count() == len(seats)
    assert len(queries) <= MOST_QUERIES


# The pages


def post(client, seat, **more):
    values = {"first_day": "2027-01-12", "redraw": "keep", "carry": seat.pk, f"place-{seat.pk}": "3"}
    return client.post(reverse("deputies:turnover", args=[seat.term_id]), values | more)


def test_preview_tells_what_would_happen_and_does_nothing(client, seat, office):
    client.force_login(office)
    page = post(client, seat)
    assert page.context["preview"].reelected == 1
    assert [Term.objects.count(), Seat.objects.count()] == [1, 1]


def test_preview_names_who_is_not_carried_over(client, seat, office):
    client.force_login(office)
    page = post(client, seat, carry="")
    assert f"不连任1名：{seat.deputy.name}。" in page.content.decode()


def test_confirm_does_it(client, seat, office):
    client.force_login(office)
    page = post(client, seat, confirm="1")
    assert page.url == Term.objects.get(number=10).get_absolute_url()
    assert Seat.objects.filter(term__number=10).count() == 1


def test_back_from_the_preview_keeps_what_was_chosen(client, seat, office):
    client.force_login(office)
    rows = list(post(client, seat, back="1").context["form"].rows)
    assert [(row["carried"], row["number"]) for row in rows] == [(True, "3")]


def test_form_refuses_what_is_no_number(client, seat, office):
    client.force_login(office)
    page = post(client, seat, **{f"place-{seat.pk}": "三"})
    assert page.context["form"].non_field_errors() == ["丁一的选区号“三”不是数字，请改正。"]


@pytest.mark.parametrize("count", [1, 3])
def test_form_costs_the_same_with_more_seats(client, town, office, term, count, django_assert_num_queries):
    for _ in range(count):
        SeatFactory(jurisdiction=town, term=term)
    client.force_login(office)
    with django_assert_num_queries(8):
        client.get(reverse("deputies:turnover", args=[term.pk]))
