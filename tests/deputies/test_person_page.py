"""A person's page: seats, rolls, leave, groups, stations, photo, and who sees which."""

import pytest
from django.urls import reverse
from PIL import Image

from deputies.enums import GroupPost, LeaveStatus, Mark
from deputies.models import Deputy
from tests.factories.activities import photo_file
from tests.factories.congress import LeaderFactory, LocalOfficeFactory
from tests.factories.deputies import DelegationFactory, DeputyGroupFactory, SeatFactory, StationFactory
from tests.factories.leaves import leave_at
from tests.factories.seats import EmploymentFactory, SeatPostFactory, ended
from tests.factories.sessions import line_of, marked, meeting_of
from tests.factories.structure import GroupMembershipFactory


QUERIES = 20


def page_of(client, seat):
    return client.get(seat.get_absolute_url())


def shown(client, seat):
    """The seat as the page tells of it."""
    return next(one for one in page_of(client, seat).context["seats"] if one.pk == seat.pk)


@pytest.fixture
def session(seat):
    """Two meetings, the deputy present at the first and absent from the second."""
    first = meeting_of(seat.term)
    marked(line_of(seat, first), Mark.PRESENT)
    marked(line_of(seat, meeting_of(seat.term, session=first.session)), Mark.ABSENT)
    return first.session


def furnished(seat, office):
    """The seat with all that a page may tell of it."""
    DelegationFactory(term=seat.term, head=seat)
    seat.group = DeputyGroupFactory(term=seat.term)
    seat.save()
    GroupMembershipFactory(seat=seat)
    StationFactory(jurisdiction=office.jurisdiction).seats.add(seat)
    SeatPostFactory(seat=seat)
    marked(line_of(seat, meeting_of(seat.term)), Mark.PRESENT)
    ended(seat)


def test_rolls_are_told_by_session(client, seat, office, session):
    client.force_login(office)
    told = [
        (one.session, one.due, one.present, one.excused, one.absent, one.unrecorded)
        for one in shown(client, seat).turnouts
    ]
    assert told == [(session, 2, 1, 0, 1, 0)]


def test_colleagues_see_no_rolls(client, seat, town, session):
    colleague = SeatFactory(jurisdiction=town, with_user=True)
    client.force_login(colleague.deputy.user)
    assert shown(client, seat).turnouts == []


def test_missed_sessions_are_for_the_office(client, seat, town, office, session):
    client.force_login(LeaderFactory(jurisdiction=town))
    assert shown(client, seat).missed == []
    client.force_login(office)
    assert [one.absent for one in shown(client, seat).missed] == [1]


def test_groups_name_posts_and_what_is_over(client, seat, office):
    area = DeputyGroupFactory(term=seat.term, name="第一小组", order=1)
    seat.group = area
    seat.save()
    core = GroupMembershipFactory(seat=seat, group__name="骨干组", group__order=2)
    GroupMembershipFactory(seat=seat, group=area, post=GroupPost.CONVENER)
    GroupMembershipFactory(seat=seat, group__name="旧组", ends_on="2024-01-01")
    client.force_login(office)
    told = shown(client, seat)
    assert told.groups == [(area, "召集人"), (core.group, "")]
    assert [row.group.name for row in told.past_groups] == ["旧组"]


def test_head_of_the_delegation_is_named_so(client, seat, office):
    seat.delegation = DelegationFactory(term=seat.term, deputy_head=seat)
    seat.save()
    client.force_login(office)
    assert shown(client, seat).leads == "副团长"


def test_leave_is_shown_to_the_office_and_to_himself_alone(client, in_march, town, seat, deputy, office):
    leave = leave_at(LeaveStatus.SUBMITTED, seat, office)
    colleague = SeatFactory(jurisdiction=town, with_user=True).deputy.user
    people = [office, deputy, LeaderFactory(jurisdiction=town), colleague]
    told = []
    for person in people:
        client.force_login(person)
        told.append(list(page_of(client, seat).context["leaves"]))
    assert told == [[leave], [leave], [], []]


@pytest.mark.parametrize("seats", [1, 3])
def test_page_costs_no_more_with_all_there_is(client, town, office, seats, django_assert_num_queries):
    first = SeatFactory(jurisdiction=town)
    EmploymentFactory(deputy=first.deputy)
    later = range(10, 9 + seats)
    held = [first, *(SeatFactory(jurisdiction=town, deputy=first.deputy, term__number=n) for n in later)]
    for seat in held:
        furnished(seat, office)
    client.force_login(office)
    with django_assert_num_queries(QUERIES):
        page_of(client, first)


def test_buttons_are_for_who_may(client, seat, office, deputy):
    certificate = reverse("deputies:certificate", args=[seat.pk])
    duty = reverse("deputies:duty", args=[seat.pk])
    told = {}
    for person in (office, deputy, LocalOfficeFactory(jurisdiction=seat.term.jurisdiction)):
        client.force_login(person)
        page = page_of(client, seat).content.decode()
        told[person.role] = (certificate in page, duty in page)
    assert told == {office.role: (True, True), deputy.role: (False, True)}


def test_duty_page_leads_a_deputy_to_his_own(client, seat, deputy):
    client.force_login(deputy)
    page = client.get(reverse("deputies:duty", args=[seat.pk]))
    assert f'href="{seat.get_absolute_url()}"' in page.content.decode()
    assert page_of(client, seat).context["own"] is True


# The photo


def sent_photo(client, seat, **fields):
    url = reverse("deputies:deputy_edit", args=[seat.deputy.pk])
    return client.post(url, {"name": seat.deputy.name} | fields)


def test_photo_is_shrunk_and_bare(client, seat, office):
    client.force_login(office)
    sent_photo(client, seat, photo=photo_file((3200, 1600), gps=True))
    with Deputy.objects.get().photo.open() as photo, Image.open(photo) as stored:
        assert (stored.size, dict(stored.getexif())) == ((1600, 800), {})


def test_photo_stays_when_nothing_is_sent_and_goes_on_request(client, seat, office):
    client.force_login(office)
    sent_photo(client, seat, photo=photo_file())
    sent_photo(client, seat)
    kept = bool(Deputy.objects.get().photo)
    sent_photo(client, seat, drop_photo="on")
    assert (kept, bool(Deputy.objects.get().photo)) == (True, False)


def test_what_is_no_photo_is_refused(client, seat, office):
    client.force_login(office)
    answer = sent_photo(client, seat, photo=photo_file(name="名单.jpg", image_format="GIF"))
    assert answer.context["form"].errors == {
        "photo": ["“名单.jpg”不是照片或者已损坏，请选JPG、PNG格式的照片。"]
    }


def test_photo_is_served_to_who_sees_the_person(client, seat, office, deputy):
    url = reverse("deputies:portrait", args=[seat.deputy.pk])
    client.force_login(office)
    assert client.get(url).status_code == 404
    sent_photo(client, seat, photo=photo_file())
    told = []
    for person in (office, deputy, LocalOfficeFactory()):
        client.force_login(person)
        answer = client.get(url)
        told.append(answer.status_code)
        b"".join(answer)
    assert told == [200, 200, 404]
