"""Years, days and numbers on the command line; a wrong one is told in a sentence, not by argparse."""

from datetime import date

from django.core.management.base import CommandError

from congress import clock
from congress.figures.figure import FIRST_YEAR, is_known


def year_of(text):
    """The year of ``--year``; this year without one."""
    if text is None:
        return clock.today().year
    if not (str(text).isdecimal() and is_known(int(text))):
        raise CommandError(
            f"年度“{text}”不对，请写{FIRST_YEAR}年至{clock.today().year}年之间的四位数字，如 2025。"
        )
    return int(text)


def day_of(text):
    """The day of an option, such as 2025-12-31; None without one."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError as error:
        raise CommandError(f"日期“{text}”不对，请写成 2025-12-31 的样子，并核对有没有这一天。") from error


def number_of(text, option):
    """The number of an option; None without one."""
    if text is None:
        return None
    if not str(text).isdecimal():
        raise CommandError(f"{option} 要写数字，现在是“{text}”，请改正。")
    return int(text)
