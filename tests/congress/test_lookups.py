"""Lookups that stand up to what is typed into an address or a form."""

import pytest
from django import forms

from congress.forms import ChineseForm
from congress.models import Unit
from tests.factories.congress import UnitFactory


pytestmark = pytest.mark.django_db

HUGE = 10**30


def test_numbers_beyond_the_range_are_passed_over():
    unit = UnitFactory()
    assert list(Unit.objects.filter(pk__in=[HUGE, unit.pk, -HUGE, None])) == [unit]
    assert list(Unit.objects.filter(pk__in=[HUGE])) == []
    assert list(Unit.objects.filter(pk__in=Unit.objects.values("pk"))) == [unit]
    assert list(Unit.objects.exclude(pk__in=[HUGE])) == [unit]


class Form(ChineseForm, forms.Form):
    units = forms.ModelMultipleChoiceField(Unit.objects.all(), label="会办单位")
    lead = forms.ModelChoiceField(Unit.objects.all(), label="主办单位")


def test_crafted_choice_of_many_is_one_that_does_not_exist():
    form = Form({"units": [UnitFactory().pk, str(HUGE)], "lead": str(HUGE)})
    assert form.errors == {
        "units": ["会办单位中选的这一项已经不能选，请重新选择。"],
        "lead": ["主办单位中选的这一项已经不能选，请重新选择。"],
    }
