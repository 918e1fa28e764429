"""Registering visits on the page."""

from datetime import timedelta

import pytest

from congress import clock
from reception.enums import DayStatus, VisitorKind
from reception.enums import OpinionStatus as Status
from reception.models import Opinion, Visit
from tests.factories.congress import LocalOfficeFactory
from tests.factories.deputies import SeatFactory
from tests.factories.reception import OpinionCategoryFactory, day_at, visit_of


URL = "/reception/visits/new/"


def typed(*matters, **changes):
    """The page as it is sent; ``matters`` are (title, words, {more})."""
    rows = matters or [("路灯不亮", "村口路灯坏了半个月。", {})]
    data = {
        "visit-channel": "walk_in",
        "visit-date": clock.today().isoformat(),
        "visit-party_size": "1",
        "visitor-kind": "person",
        "visitor-name": "张三丰",
        "visitor-phone": "13800001234",
        "visitor-is_voter": "on",
        "visitor-consented": "on",
        "matters-TOTAL_FORMS": str(len(rows)),
        "matters-INITIAL_FORMS": "0",
    }
    for place, (title, words, more) in enumerate(rows):
        row = {"title": title, "words": words, "urgency": "normal", **more}
        data |= {f"matters-{place}-{name}": value for name, value in row.items()}
    return {name: value for name, value in (data | changes).items() if value is not None}


def errors_of(response):
    forms = response.context["registration"].forms
    return {form.add_prefix(name): list(found) for form in forms for name, found in form.errors.items()}


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
        ["channel", "date", "party_size"],
        ["kind", "name", "phone", "is_voter", "consented"],
        ["title", "words", "wish"],
    ]


def test_deputy_is_the_receiving_deputy(client, who):
    client.force_login(who.deputy)

    client.post(URL, typed())

    assert list(Visit.objects.get().deputies.all()) == [who.seat]


def test_unit_clerk_may_not_register(client, who):
    client.force_login(who.clerk)

    assert client.get(URL).status_code == 403


@pytest.mark.parametrize(
    ("changes", "errors"),
    [
        (
            {"visitor-name": ""},
            {"visitor-name": ["请填写来访人姓名或单位；不愿留名的，类别选“不留姓名”。"]},
        ),
        (
            {"visitor-phone": "1380"},
            {"visitor-phone": ["“1380”只有4位，请填手机号，或者带区号的座机号。"]},
        ),
        (
            {"visitor-name": "长" * 101},
            {"visitor-name": ["姓名或单位最多100个字，现在是101个，请压缩。"]},
        ),
        (
            {"matters-0-words": "长" * 5001},
            {"matters-0-words": ["选民原话最多5000个字，现在是5001个，请压缩。"]},
        ),
        ({"visit-date": "1900-01-01"}, None),
        (
            {"visitor-consented": None},
            {"visitor-consented": ["请先向来访人说明个人信息的用途，再勾选。"]},
        ),
        ({"visit-party_size": "0"}, {"visit-party_size": ["来访人数不能小于1。"]}),
        ({"matters-0-words": ""}, {"matters-0-words": ["请填写选民原话。"]}),
        ({"visit-date": "2099-01-01"}, None),
    ],
)
def test_wrong_visit_is_refused_and_nothing_lost(changes, errors, client, who):
    client.force_login(who.liaison)

    response = client.post(URL, typed(**changes))

    found = errors_of(response)
    assert (response.status_code, Visit.objects.count()) == (200, 0)
    assert found == errors if errors else sorted(found) == ["visit-date"]
    assert response.context["registration"].matters[0]["title"].value() == "路灯不亮"


def test_phone_in_a_title_is_refused(client, who):
    client.force_login(who.liaison)

    response = client.post(URL, typed(("路灯不亮13900001111", "坏了", {})))

    assert errors_of(response) == {"matters-0-title": ["这里不写电话号码，请删去“13900001111”。"]}


def test_phone_in_the_voters_words_stays_and_is_told_of(client, who):
    client.force_login(who.liaison)

    response = client.post(URL, typed(("路灯不亮", "坏了，打13900001111找我", {})), follow=True)

    assert [str(message) for message in response.context["messages"]][1:] == [
        "“路灯不亮”的选民原话里有电话号码，承办单位看得到；转办前请与选民说明。"
    ]


def test_phone_is_kept_as_everywhere(client, who):
    client.force_login(who.liaison)

    client.post(URL, typed(**{"visitor-phone": "１３８ ００００ １２３４"}))

    assert Visit.objects.get().visitor.phone == "13800001234"


def test_nobody_is_called_a_voter_unasked(client, who):
    client.force_login(who.liaison)

    form = client.get(URL).context["registration"].visitor
    client.post(URL, typed(**{"visitor-kind": "anonymous"}))

    assert (form["is_voter"].value(), Visit.objects.get().visitor.is_voter) == (False, False)


def test_visit_without_a_matter_is_refused(client, who):
    client.force_login(who.liaison)

    client.post(URL, typed(**{"matters-TOTAL_FORMS": "0"}))

    assert Visit.objects.count() == 0


def test_letter_needs_no_notice(client, who):
    client.force_login(who.liaison)

    client.post(URL, typed(**{"visit-channel": "letter", "visitor-consented": None}))

    assert Visit.objects.get().visitor.consented is False


def test_anonymous_visitor_leaves_nothing(client, who):
    client.force_login(who.liaison)

    client.post(URL, typed(**{"visitor-kind": "anonymous"}))

    visitor = Visit.objects.get().visitor
    assert (visitor.kind, visitor.name, visitor.phone) == (VisitorKind.ANONYMOUS, "", "")


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


def test_settling_on_the_spot_says_what_is_missing(client, who):
    client.force_login(who.office)

    response = client.post(URL, typed(("路灯", "坏了", {"outcome": "explained"})))

    assert errors_of(response) == {
        "matters-0-category": ["当场处理的，请选择类别。"],
        "matters-0-nature": ["当场处理的，请选择性质。"],
        "matters-0-outcome_note": ["请写明怎样解释或者解决的。"],
    }


def test_district_office_chooses_the_place(client, who):
    client.force_login(who.district_office)

    client.post(URL, typed(**{"visit-jurisdiction": who.town.pk}))

    assert Visit.objects.get().jurisdiction == who.town


@pytest.mark.parametrize(
    ("count", "sentence"),
    [("0", "请至少登记1件事项。"), ("11", "一次最多登记10件事项，多出来的请另行登记。")],
)
def test_visit_with_too_few_or_too_many_matters_is_told_in_a_sentence(count, sentence, client, who):
    client.force_login(who.liaison)

    response = client.post(URL, typed(**{"matters-TOTAL_FORMS": count}))

    assert sentence in response.context["registration"].matters.non_form_errors()
