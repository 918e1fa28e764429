"""Password rules of the office."""

from django.core.exceptions import ValidationError


class ThreeKindsValidator:
    """At least three of: lower case, upper case, digits, other characters (domain.md D9)."""

    message = "密码应包含大写字母、小写字母、数字、其他符号中的至少三种。"

    def validate(self, password, user=None):
        kinds = [
            any(char.islower() for char in password),
            any(char.isupper() for char in password),
            any(char.isdigit() for char in password),
            any(not char.isalnum() for char in password),
        ]
        if sum(kinds) < 3:
            raise ValidationError(self.message, code="password_too_few_kinds")

    def get_help_text(self):
        return self.message
