"""A row of a roster is taken over as a whole or not at all."""

from datetime import date, timedelta

import pytest
from django.db import DataError, IntegrityError

from congress import clock
from congress.models import Term
from congress.workflow import StepNotAvailable
from deputies.models import Constituency, Delegation, Deputy, Seat
from deputies.registers.ends import Ends
from tests.factories.congress import DistrictFactory
from tests.factories.registers import book_of, defects_of, roster_row, roster_rows, take


pytestmark = pytest.mark.django_db


@pytest.fixture
def district():
    return DistrictFactory(name="云山区")


def row(name, **cells):
    return roster_row(name, sex="男", constituency="8", **cells)


def test_row_that_does_not_fit_leaves_nothing(district):
    report = take(book_of({"区代表": roster_rows(row("张三", delegation="团" * 51))}))
    told = "第3行：代表团名称最多50个字，现在是51个，请压缩，本行不导入"
    assert defects_of(report) == [("error", "value_invalid", told)]
    assert [model.objects.count() for model in (Term, Constituency, Delegation, Deputy, Seat)] == [0] * 5


def test_row_after_one_that_did_not_fit_is_taken(district):
    rows = row("张三", delegation="望云代表团", group="组" * 99), row("李四", delegation="望云代表团")
    take(book_of({"区代表": roster_rows(*rows)}))
    seat = Seat.objects.get()
    assert (seat.deputy.name, seat.constituency.number, str(seat.delegation)) == ("李四", 8, "望云代表团")


def test_second_row_of_the_same_person_makes_no_constituency(district):
    rows = [roster_row("张三", sex="男", phone="13900000001", constituency=number) for number in ("8", "9")]
    take(book_of({"区代表": roster_rows(*rows)}))
    assert [place.number for place in Constituency.objects.all()] == [8]


@pytest.mark.parametrize(
    ("error", "topic", "told"),
    [
        (StepNotAvailable("现在不能终止资格。"), "step_refused", "现在不能终止资格"),
        (IntegrityError("UNIQUE"), "record_conflict", "与已有的记录冲突，如同名、同号或者重复登记，请核对"),
        (DataError("value too long"), "value_invalid", "有的内容太长，或者有不能保存的字符，请核对"),
    ],
)
def test_row_that_the_database_or_a_step_refuses_leaves_nothing(district, monkeypatch, error, topic, told):
    def end(self, *args, **kwargs):
        raise error

    monkeypatch.setattr(Ends, "end", end)
    report = take(book_of({"区代表": roster_rows(row("张三"))}))
    assert defects_of(report) == [("error", topic, f"第3行：{told}，本行不导入")]
    assert not Deputy.objects.exists()


def test_row_of_the_army_leaves_a_seat_in_its_constituency(district):
    """选举法第六条: the army elects on its own; a constituency that is on record is not taken away."""
    born = "1980年5月17日"
    take(book_of({"区代表": roster_rows(row("张三", born=born))}))
    rows = [roster_row(name, sex="男", born=born, constituency="驻区解放军") for name in ("张三", "李四")]
    report = take(book_of({"区代表": roster_rows(*rows)}))
    assert defects_of(report) == [
        (
            "warning",
            "army_in_constituency",
            "第3行：张三已登记由第8选区选出，没有改为驻军选举；登记错了的请先更正选区",
        )
    ]
    assert {seat.deputy.name: seat.elected_by for seat in Seat.objects.all()} == {
        "张三": "第8选区",
        "李四": "驻军",
    }


def test_roster_of_a_term_to_come_names_what_was_drawn_for_it(district):
    begins = clock.today() + timedelta(days=60)
    for number, starts_on in ((9, date(2021, 11, 1)), (10, begins)):
        Term.objects.create(jurisdiction=district, number=number, starts_on=starts_on)
    old = Constituency.objects.create(jurisdiction=district, number=8, name="望云", abolished_on=begins)
    new = Constituency.objects.create(jurisdiction=district, number=8, name="望云", drawn_on=begins)
    rows = [roster_row(name, sex="男", constituency=told) for name, told in (("张三", "8"), ("李四", "望云"))]
    for ordinal in "九十":
        book = roster_rows(*rows, title=f"云山区第{ordinal}届人大代表名册")
        assert defects_of(take(book_of({"区代表": book}))) == []
    found = Seat.objects.order_by("term__number", "deputy__name").values_list("term__number", "constituency")
    assert list(found) == [(9, old.pk), (9, old.pk), (10, new.pk), (10, new.pk)]
