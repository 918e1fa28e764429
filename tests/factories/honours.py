"""Factories of what deputies are honoured for."""

from datetime import date

import factory
from factory.django import DjangoModelFactory

from deputies.enums import HonourKind, HonourLevel
from deputies.models import Honour
from tests.factories.deputies import DeputyFactory


class HonourFactory(DjangoModelFactory):
    """An honour of the district, with its proof."""

    class Meta:
        model = Honour

    deputy = factory.SubFactory(DeputyFactory)
    kind = HonourKind.AWARD
    on = date(2025, 1, 8)
    title = "优秀人大代表"
    awarded_by = "云渚区人大常委会"
    level = HonourLevel.DISTRICT
    proof = factory.django.FileField(data=b"%PDF-1.4", filename="proof.pdf")
