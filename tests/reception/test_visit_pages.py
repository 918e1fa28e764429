"""Registering visits on the page."""

from datetime import timedelta

from congress import clock, fonts
from reception.enums import DayStatus
from reception.enums import OpinionStatus as Status
from reception.models import Opinion, Visit
from tests.factories.congress import LocalOfficeFactory
from tests.factories.deputies import SeatFactory
from tests.factories.reception import OpinionCategoryFactory, day_at, visit_of
from tests.factories.visit_page import URL, errors_of, typed


def test_visit_with_two_matters(client, who):
    client.force_login(who.liaison)

    client.post(URL, typed(("路灯", "坏了", {}), ("栏杆", "松了", {}), **{"visit-deputies": [who.seat.pk]}))

    visit = Visit.objects.get()
    assert (
        [opinion.status for opinion in visit.opinions.all()],
        list(visit.deputies.all()),
        visit.visitor.name,
    ) == ([Status.REGISTERED, Status.REGISTERED], [who.seat], "张三丰")


def test_visit_leads_to_the_matter(client, who):
    client.force_login(who.liaison)

    response = client.post(URL, typed())

    assert response.url == Opinion.objects.get().get_absolute_url()


def test_visit_goes_on_with_the_next_of_the_day(client, who):
    day = day_at(DayStatus.OPEN, who)
    client.force_login(who.liaison)
    url = f"{URL}?day={day.pk}"

    response = client.post(url, typed(next="", **{"visit-deputies": [who.seat.pk]}))

    assert (response.url, Visit.objects.get().day) == (url, day)


def test_visit_of_a_day_keeps_the_deputies_of_the_last(client, who):
    day = day_at(DayStatus.OPEN, who)
    second = SeatFactory(jurisdiction=who.town)
    visit_of(who, day=day, seats=[second])
    client.force_login(who.liaison)

    visit = client.get(URL, {"day": day.pk}).context["registration"].visit

    assert visit["deputies"].value() == [second.pk]


def test_days_held_now_are_offered_to_who_sits_there(client, who):
    day = day_at(DayStatus.OPEN, who)
    elsewhere = SeatFactory(jurisdiction=who.town, with_user=True).deputy.user
    offered = {}
    for name, user in (("liaison", who.liaison), ("deputy", who.deputy), ("elsewhere", elsewhere)):
        client.force_login(user)
        offered[name] = list(client.get(URL).context["open_days"])
    assert offered == {"liaison": [day], "deputy": [day], "elsewhere": []}


def test_visit_of_a_day_called_off_leads_to_the_day(client, who):
    day = day_at(DayStatus.CANCELLED, who)
    client.force_login(who.liaison)

    response = client.get(URL, {"day": day.pk}, follow=True)

    assert response.redirect_chain == [(day.get_absolute_url(), 302)]
    assert [str(message) for message in response.context["messages"]] == [
        f"{day}现在是“已取消”，不能登记来访；不是接待日来的，请按实际渠道登记。"
    ]


def test_visit_of_a_day_that_ends_meanwhile_loses_nothing(client, who):
    day = day_at(DayStatus.SUMMARISED, who)
    client.force_login(who.liaison)

    response = client.post(f"{URL}?day={day.pk}", typed(**{"visit-deputies": [who.seat.pk]}))

    registration = response.context["registration"]
    assert (Visit.objects.count(), registration.matters[0]["title"].value()) == (0, "路灯不亮")
    assert registration.visit.non_field_errors() == [
        f"{day}现在是“已小结”，不能登记来访；不是接待日来的，请按实际渠道登记。"
    ]


def test_late_visit_names_who_was_in_office_then(client, who):
    today = clock.today()
    gone = SeatFactory(jurisdiction=who.town, ends_on=today - timedelta(days=10))
    client.force_login(who.liaison)
    day = (today - timedelta(days=20)).isoformat()

    client.post(URL, typed(**{"visit-date": day, "visit-deputies": [gone.pk]}))

    assert list(Visit.objects.get().deputies.all()) == [gone]


def test_visit_names_nobody_who_had_left(client, who):
    gone = SeatFactory(jurisdiction=who.town, ends_on=clock.today() - timedelta(days=10))
    client.force_login(who.liaison)

    response = client.post(URL, typed(**{"visit-deputies": [gone.pk]}))

    assert (Visit.objects.count(), list(errors_of(response))) == (0, ["visit-deputies"])


def test_visit_of_a_day_elsewhere_is_not_found(client, who):
    day = day_at(DayStatus.OPEN, who)
    client.force_login(LocalOfficeFactory())

    assert client.get(URL, {"day": day.pk}).status_code == 404


def test_visit_of_a_senseless_day_is_not_found(client, who):
    client.force_login(who.liaison)

    assert client.get(URL, {"day": "x"}).status_code == 404


def test_deputy_registers_with_fewer_fields(client, who):
    client.force_login(who.deputy)

    registration = client.get(URL).context["registration"]

    assert [list(form.fields) for form in registration.forms] == [
        ["channel", "date", "party_size", "occasion", "place", "written_on", "opened_by"],
        ["kind", "name", "phone", "is_voter", "consented"],
        ["title", "words", "wish", "outcome", "guidance", "outcome_note", "earlier"],
    ]


def test_deputy_is_the_receiving_deputy(client, who):
    client.force_login(who.deputy)

    client.post(URL, typed())

    assert list(Visit.objects.get().deputies.all()) == [who.seat]


def test_unit_clerk_may_not_register(client, who):
    client.force_login(who.clerk)

    assert client.get(URL).status_code == 403


def test_office_settles_on_the_spot(client, who):
    more = {
        "category": OpinionCategoryFactory().pk,
        "nature": "question",
        "outcome": "settled",
        "outcome_note": "当场打电话修好了",
    }
    client.force_login(who.office)

    client.post(URL, typed(("路灯", "坏了", more)))

    opinion = Opinion.objects.get()
    assert (opinion.status, opinion.outcome) == (Status.EXPLAINED, "settled")


def test_district_office_chooses_the_place(client, who):
    client.force_login(who.district_office)

    client.post(URL, typed(**{"visit-jurisdiction": who.town.pk}))

    assert Visit.objects.get().jurisdiction == who.town


def test_visitors_name_that_does_not_print_is_told(client, who):
    client.force_login(who.liaison)

    response = client.post(URL, typed(**{"visitor-name": "张\ue863"}), follow=True)

    [_, told] = map(str, response.context["messages"])
    assert told == fonts.advice("张\ue863", "来访人姓名") != ""
