"""The engine, tried with the roster and the activities; and what holds for every figure."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from congress import figures
from congress.figures import Figure, Period, Rate
from deputies import participation_workflow
from deputies.enums import ParticipationStatus
from tests.factories.activities import entry_at, planned
from tests.factories.congress import LocalOfficeFactory, TownFactory
from tests.factories.deputies import SeatFactory


YEAR = Period.of_year(2025)
FIGURES = {figure.key: figure for lens in ("seat", "place") for figure in figures.registered(lens)}


def all_values(lens, ids, **options):
    compute = figures.for_seats if lens == "seat" else figures.for_places
    return compute(ids, YEAR, **options)


def test_year_is_cut_off():
    assert [
        Period.of_year(2025),
        Period.of_year(2025, date(2025, 6, 30)),
        Period.of_year(2025, date(2026, 1, 31)),
    ] == [
        Period(date(2025, 1, 1), date(2025, 12, 31)),
        Period(date(2025, 1, 1), date(2025, 6, 30)),
        Period(date(2025, 1, 1), date(2025, 12, 31)),
    ]


def test_key_is_declared_once():
    figure = next(iter(FIGURES.values()))
    with pytest.raises(ValueError, match="is declared twice"):
        figures.register(figure)


@pytest.mark.parametrize("figure", FIGURES.values(), ids=FIGURES)
def test_figure_says_what_it_counts(figure):
    assert figure.key.count(".") == 1
    assert figure.lenses <= {"seat", "place"}
    assert (figure.label != "", figure.unit != "", figure.rule[-1:]) == (True, True, "。")


@pytest.mark.parametrize("figure", FIGURES.values(), ids=FIGURES)
def test_figure_has_the_paths_of_its_lenses(figure):
    if isinstance(figure, Figure):
        assert all(getattr(figure.source, lens) for lens in figure.lenses)
    else:
        assert {*figure.parts, figure.whole} - set(FIGURES) == set()


@pytest.mark.parametrize(
    ("parts", "whole", "value"), [((2, 1), 7, 42.9), ((1, 0), 8, 12.5), ((0, 0), 3, 0.0), ((0, 0), 0, None)]
)
def test_rate_has_one_decimal(parts, whole, value):
    rate = Rate("a.rate", "率", "规则。", ("a.one", "a.two"), "a.whole")
    assert rate.value({"a.one": parts[0], "a.two": parts[1], "a.whole": whole}) == value


def test_rate_rounds_half_up():
    rate = Rate("a.rate", "率", "规则。", ("a.part",), "a.whole")
    assert rate.value({"a.part": 1, "a.whole": 16}) == 6.3


@pytest.mark.django_db
@pytest.mark.parametrize("lens", ["seat", "place"])
def test_nothing_counted_is_still_every_key(lens):
    values = all_values(lens, [1])[1]
    assert list(values) == [figure.key for figure in figures.registered(lens)]


@pytest.mark.django_db
def test_keys_narrow_what_is_computed():
    assert figures.for_places([1], YEAR, {"roster.women"}) == {1: {"roster.women": 0}}


@pytest.mark.django_db
def test_rate_is_computed_without_naming_its_parts():
    assert figures.for_seats([1], YEAR, {"reception.opinions_rate"}) == {1: {"reception.opinions_rate": None}}


@pytest.mark.django_db
def test_parts_of_breakdowns_are_named_by_their_figure():
    labels = figures.part_labels("seat")
    assert list(labels) == ["activities.by_type", "proposals.led_by_class"]
    assert labels["activities.by_type"]["study"] == "专题调研"


@pytest.mark.django_db
def test_total_counts_each_row_once():
    office = LocalOfficeFactory()
    seats = [SeatFactory(jurisdiction=office.jurisdiction, with_user=True) for _ in range(2)]
    activity = planned(office, *seats)
    for entry in activity.participations.all():
        participation_workflow.log(
            entry, by=entry.seat.deputy.user, sentence="查看了河堤和泵站，提出清淤的意见。"
        )
        participation_workflow.verify(entry, by=office)
    total = figures.total([office.jurisdiction.pk], YEAR)
    assert (total["activities.total"], total["activities.participations"]) == (1, 2)


@pytest.mark.django_db
def test_value_equals_its_evidence():
    office = LocalOfficeFactory()
    seat = SeatFactory(jurisdiction=office.jurisdiction, with_user=True)
    entry = entry_at(ParticipationStatus.VERIFIED, seat, office)
    figure = figures.get("activities.total")
    assert figures.for_seats([seat.pk], YEAR)[seat.pk][figure.key] == 1
    assert list(figures.evidence(figure, YEAR, seats=[seat.pk])) == [entry.activity]


@pytest.mark.django_db
def test_breakdown_adds_up_to_the_whole():
    office = LocalOfficeFactory()
    seat = SeatFactory(jurisdiction=office.jurisdiction, with_user=True)
    entry_at(ParticipationStatus.VERIFIED, seat, office)
    values = figures.for_seats([seat.pk], YEAR)[seat.pk]
    assert sum(values["activities.by_type"].values()) == values["activities.total"]


@pytest.mark.django_db
@pytest.mark.parametrize("lens", ["seat", "place"])
def test_cost_does_not_grow(lens):
    costs = []
    for count in (1, 3):
        ids = [SeatFactory().pk if lens == "seat" else TownFactory().pk for _ in range(count)]
        with CaptureQueriesContext(connection) as queries:
            all_values(lens, ids)
        costs.append(len(queries))
    assert costs[0] == costs[1]


@pytest.mark.django_db
def test_evidence_ends_at_the_border():
    mine, _ = SeatFactory(), SeatFactory()
    figure = figures.get("roster.seats_listed")
    assert list(figures.evidence(figure, YEAR, places=[mine.jurisdiction.pk])) == [mine]
