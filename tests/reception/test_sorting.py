"""Sorting all matters of a reception day on one page."""

import pytest
from django.urls import reverse

from reception.enums import Channel, Competence, DayStatus
from reception.enums import OpinionStatus as Status
from reception.models import OpinionCategory, WordHint
from tests.factories.congress import UnitFactory
from tests.factories.reception import day_at, visit_of


pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("in_march")]


@pytest.fixture
def day(who):
    return day_at(DayStatus.OPEN, who)


def matters(who, day, count):
    visit = visit_of(who, opinions=count, day=day, channel=Channel.RECEPTION)
    return list(visit.opinions.order_by("pk"))


def page_of(day):
    return reverse("reception:day_sorting", args=[day.pk])


def line(opinion, **fields):
    told = {"nature": "demand", "competence": "local", "urgency": "normal", "chosen": "on", **fields}
    return {f"opinion{opinion.pk}-{name}": value for name, value in told.items()}


@pytest.mark.parametrize("count", [1, 3])
def test_sorting_queries_and_suggestions(count, client, who, day, django_assert_num_queries):
    category = OpinionCategory.objects.get_or_create(name="路灯类", defaults={"examples": "路灯"})[0]
    WordHint.objects.all().delete()
    WordHint.objects.create(words="路灯", units="本镇街")
    matters(who, day, count)
    client.force_login(who.office)
    with django_assert_num_queries(17):
        response = client.get(page_of(day))
    lines = response.context["lines"]
    assert len(lines) == count
    # A unit is suggested, never chosen: the one submit would refer the matter to it.
    assert (lines[0].initial["category"], lines[0]["unit"].value()) == (category.pk, None)
    assert lines[0].fields["unit"].choices[:2] == [("", "先不转办"), (who.unit.pk, f"{who.unit}（推荐）")]
    assert (lines[0].because, lines[0].initial["competence"]) == ("路灯", Competence.LOCAL)
    WordHint.objects.update(units=UnitFactory(jurisdiction=who.town.district).name)
    first = client.get(page_of(day)).context["lines"][0]
    assert (first.suggested_unit, first.initial["competence"]) == (None, Competence.DISTRICT)


def test_chosen_lines_are_sorted_and_referred_the_rest_waits(client, who, day):
    sorted_one, referred, left = matters(who, day, 3)
    category = OpinionCategory.objects.first()
    client.force_login(who.office)
    data = line(sorted_one, category=category.pk, competence="district")
    data |= line(referred, category=category.pk, unit=who.unit.pk)
    data |= line(left, category="", chosen="")
    response = client.post(page_of(day), data, follow=True)
    for opinion in (sorted_one, referred, left):
        opinion.refresh_from_db()
    assert [sorted_one.status, referred.status, left.status] == ["triaged", "referred", "registered"]
    assert (sorted_one.competence, sorted_one.category) == (Competence.DISTRICT, category)
    assert referred.referrals.get().unit == who.unit
    assert "已分类2件，其中1件已转办。" in response.content.decode()
    assert response.context["groups"] == [(category, [sorted_one, referred])]


def test_errors_stand_at_their_line_and_nothing_is_sorted_or_lost(client, who, day):
    good, bad = matters(who, day, 2)
    category = OpinionCategory.objects.first()
    client.force_login(who.office)
    data = line(good, category=category.pk) | line(bad, category="", nature="praise")
    first, second = client.post(page_of(day), data).context["lines"]
    assert (dict(first.errors), list(second.errors)) == ({}, ["category"])
    assert second["nature"].value() == "praise"
    # Beyond the place's power it cannot be handed to the place's own unit.
    data = line(good, category=category.pk)
    data |= line(bad, category=category.pk, competence="district", unit=who.unit.pk)
    second = client.post(page_of(day), data).context["lines"][1]
    assert "请报区协调" in str(second.errors["unit"])
    good.refresh_from_db()
    assert good.status == Status.REGISTERED


def test_nothing_chosen_says_so(client, who, day):
    [opinion] = matters(who, day, 1)
    client.force_login(who.office)
    response = client.post(page_of(day), line(opinion, chosen=""))
    assert "没有选中要分类的事项" in response.content.decode()


def test_day_leads_the_office_to_the_page(client, who, day):
    matters(who, day, 1)
    for user, offered in ((who.office, True), (who.liaison, False)):
        client.force_login(user)
        assert (page_of(day) in client.get(day.get_absolute_url()).content.decode()) == offered
