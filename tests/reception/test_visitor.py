"""Visitors as pages show them: masked."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reception.enums import VisitorKind
from reception.models import Visitor


@pytest.mark.parametrize(
    ("phone", "masked"),
    [
        ("13800001234", "138****1234"),
        ("138 0000 1234", "138****1234"),
        ("+86 13800001234", "138****1234"),
        ("62345678", "****678"),
        ("0471-6234567", "****567"),
        ("6234567", "****567"),
        ("12345", "****"),
        ("13800001234转801", "****801"),
    ],
)
def test_phone_is_masked(phone, masked):
    assert Visitor(phone=phone).masked_phone == masked


@given(st.text(alphabet="0123456789+-() （）转", max_size=50))
def test_at_least_four_digits_of_a_phone_are_hidden(phone):
    digits = len(re.findall(r"\d", phone))
    shown = len(re.findall(r"\d", Visitor(phone=phone).masked_phone))
    assert shown == 0 or digits - shown >= 4


@pytest.mark.parametrize(
    ("kind", "name", "masked"),
    [
        (VisitorKind.PERSON, "张三", "张某"),
        (VisitorKind.PERSON, "张三丰", "张某某"),
        (VisitorKind.PERSON, "欧阳修", "欧阳某"),
        (VisitorKind.PERSON, "欧阳修远先生", "欧阳某某"),
        (VisitorKind.PERSON, "阿里木·买买提", "阿某某"),
        (VisitorKind.UNIT, "石坎村委会", "石坎村委会"),
        (VisitorKind.ANONYMOUS, "", "不留姓名"),
    ],
)
def test_name_is_masked(kind, name, masked):
    assert Visitor(kind=kind, name=name).masked_name == masked


@pytest.mark.parametrize(
    ("kind", "name", "named"),
    [
        (VisitorKind.PERSON, "王测试", True),
        (VisitorKind.PERSON, "王 测试", True),
        (VisitorKind.PERSON, "王", False),
        (VisitorKind.PERSON, "李测试", False),
        (VisitorKind.UNIT, "王测试", False),
        (VisitorKind.ANONYMOUS, "", False),
    ],
)
def test_name_in_a_text(kind, name, named):
    assert Visitor(kind=kind, name=name).is_named_in("王测试家门口路灯") is named
