"""The rules for passwords, and how they speak."""

import pytest
from django.contrib.auth.password_validation import password_validators_help_texts, validate_password
from django.core.exceptions import ValidationError
from django.urls import reverse

from tests.factories.congress import UserFactory


@pytest.mark.parametrize(
    ("password", "sentences"),
    [
        ("Wu-T9", ["密码太短，至少要有8个字符。"]),
        ("zhangzhuxi-9", ["密码与您的用户名太相似，请换一个。"]),
        (
            "1234567890",
            [
                "密码太常见，容易被猜到，请换一个。",
                "密码应包含大写字母、小写字母、数字、其他符号中的至少三种。",
            ],
        ),
    ],
)
def test_password_is_refused_in_the_houses_words(password, sentences):
    user = UserFactory.build(username="zhangzhuxi")
    with pytest.raises(ValidationError) as refusal:
        validate_password(password, user)
    assert refusal.value.messages == sentences


def test_rules_address_the_person_politely():
    assert password_validators_help_texts() == [
        "密码不能与您的姓名、用户名等太相似。",
        "密码至少要有8个字符。",
        "密码不能是常见的密码。",
        "密码应包含大写字母、小写字母、数字、其他符号中的至少三种。",
    ]


def test_wrong_old_password_is_told_politely(client, db):
    client.force_login(UserFactory())
    sent = {"old_password": "x", "new_password1": "Qinghe-2025-yun", "new_password2": "Qinghe-2025-yin"}
    errors = client.post(reverse("password_change"), sent).context["form"].errors
    assert errors == {
        "old_password": ["旧密码不对，请重新输入。"],
        "new_password2": ["两次输入的新密码不一样，请重新输入。"],
    }
