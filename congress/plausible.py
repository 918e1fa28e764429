"""Days that can be meant: neither in a future that has not come nor out of every reach."""

from django.core.exceptions import ValidationError

from congress import clock
from congress.calendar import chinese_date


def check_day(field, label, day, *, not_before=None, start=""):
    """Refuse a recorded date in the future or before ``not_before``, which ``start`` names."""
    if day > clock.today():
        raise ValidationError({field: f"{label}不能晚于今天（{chinese_date(clock.today())}）。"})
    if not_before is not None and day < not_before:
        raise ValidationError({field: f"{label}不能早于{start}{chinese_date(not_before)}。"})


def check_near(field, label, day, *, years):
    """Refuse a date more than ``years`` years before or after today: somebody mistyped it."""
    if abs((day - clock.today()).days) > years * 366:
        raise ValidationError({field: f"{label}离今天不能超过{years}年，请核对年份。"})


def check_born(field, day, *, youngest=18, oldest=100):
    """Refuse the birth date of nobody who can stand for election (宪法第三十四条: 18 years)."""
    age = clock.today().year - day.year - ((clock.today().month, clock.today().day) < (day.month, day.day))
    if not youngest <= age <= oldest:
        raise ValidationError({field: f"出生年月应使代表满{youngest}岁、不超过{oldest}岁，请核对年份。"})
