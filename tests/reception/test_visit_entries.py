"""What the page of a visit demands of what is typed, and what becomes of it."""

import pytest

from reception.enums import VisitorKind
from reception.models import Opinion, Visit
from tests.factories.visit_page import URL, errors_of, typed


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


def test_all_errors_are_told_in_one_round(client, who):
    client.force_login(who.liaison)
    name = typed()["visitor-name"]
    changes = {"visit-date": "2099-01-01", "visitor-consented": None, "visit-party_size": "0"}

    response = client.post(URL, typed((f"{name}家路灯不亮", "", {}), ("", "坏了", {}), **changes))

    assert sorted(errors_of(response)) == [
        "matters-0-title",
        "matters-0-words",
        "matters-1-title",
        "visit-date",
        "visit-party_size",
        "visitor-consented",
    ]
    assert [which for which, form in response.context["registration"].told if which] == ["第1件", "第2件"]


def test_phone_in_a_title_is_refused(client, who):
    client.force_login(who.liaison)

    response = client.post(URL, typed(("路灯不亮13900001111", "坏了", {})))

    assert errors_of(response) == {"matters-0-title": ["这里不写电话号码，请删去“13900001111”。"]}


def test_phone_in_the_voters_words_is_refused_before_they_stand(client, who):
    client.force_login(who.liaison)

    response = client.post(URL, typed(("路灯不亮", "坏了，打13900001111找我", {})))

    told = "原话里有电话号码“13900001111”，登记后不能修改，承办单位都看得到；请删去，填到“联系电话”里。"
    assert (errors_of(response), Visit.objects.count()) == ({"matters-0-words": [told]}, 0)


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


def test_settling_on_the_spot_says_what_is_missing(client, who):
    client.force_login(who.office)

    response = client.post(URL, typed(("路灯", "坏了", {"outcome": "explained"})))

    assert errors_of(response) == {
        "matters-0-category": ["当场处理的，请选择类别。"],
        "matters-0-nature": ["当场处理的，请选择性质。"],
        "matters-0-outcome_note": ["请写明怎样解释或者解决的。"],
    }


@pytest.mark.parametrize(
    ("count", "sentence"),
    [("0", "请至少登记1件事项。"), ("11", "一次最多登记10件事项，多出来的请另行登记。")],
)
def test_visit_with_too_few_or_too_many_matters_is_told_in_a_sentence(count, sentence, client, who):
    client.force_login(who.liaison)

    response = client.post(URL, typed(**{"matters-TOTAL_FORMS": count}))

    assert sentence in response.context["registration"].matters.non_form_errors()


def test_title_that_names_the_visitor_is_refused(client, who):
    client.force_login(who.liaison)

    response = client.post(URL, typed(("张三丰家门口路灯不亮", "我叫张三丰，路灯坏了。", {})))

    told = "事由里有来访人的姓名“张三丰”，看到的人多，请删去；选民原话照写。"
    assert errors_of(response) == {"matters-0-title": [told]}
    assert not Visit.objects.exists()


def test_words_may_name_the_visitor(client, who):
    client.force_login(who.liaison)

    client.post(URL, typed(("路灯不亮", "我叫张三丰，路灯坏了。", {})))

    assert Opinion.objects.get().words == "我叫张三丰，路灯坏了。"
