"""Password rules of the office (domain.md D9), and Django's own in the house's words."""

from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError


class NotTheUserValidator(password_validation.UserAttributeSimilarityValidator):
    """Not what is known of the person anyway."""

    def get_error_message(self):
        return "密码与您的%(verbose_name)s太相似，请换一个。"

    def get_help_text(self):
        return "密码不能与您的姓名、用户名等太相似。"


class LongEnoughValidator(password_validation.MinimumLengthValidator):
    """Not short."""

    def get_error_message(self):
        return f"密码太短，至少要有{self.min_length}个字符。"

    def get_help_text(self):
        return f"密码至少要有{self.min_length}个字符。"


class NotCommonValidator(password_validation.CommonPasswordValidator):
    """Not on the list of those that everybody tries."""

    def get_error_message(self):
        return "密码太常见，容易被猜到，请换一个。"

    def get_help_text(self):
        return "密码不能是常见的密码。"


class ThreeKindsValidator:
    """At least three of: lower case, upper case, digits, other characters."""

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
