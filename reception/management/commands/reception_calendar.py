"""Print the reception days of a year by an office's rules."""

import csv

from django.core.management.base import BaseCommand, CommandError

from congress import clock
from congress.calendar import WEEKDAYS, Calendar
from congress.management.places import add_jurisdiction_argument, jurisdiction_named
from reception import planning


class Command(BaseCommand):
    help = (
        "按接待日规则和放假安排推算某个镇街一年的接待日，打印为CSV：日期、星期、应接待日期、顺延原因、地点。"
        "不改动数据。"
    )

    def add_arguments(self, parser):
        add_jurisdiction_argument(parser)
        parser.add_argument("--year", metavar="年度", help="如 2025，缺省为今年")

    def handle(self, *args, **options):
        jurisdiction = jurisdiction_named(options["jurisdiction"])
        year = _year(options["year"])
        calendar = Calendar()
        days = planning.days_of(jurisdiction, year, calendar)
        if not days:
            raise CommandError(
                f"{jurisdiction}没有适用于{year}年的接待日规则，请先在“接待”的“年度安排”页登记。"
            )
        if planning.is_provisional(year, calendar):
            self.stderr.write(f"{year}年放假安排尚未公布，暂按法定节日推算。")
        sheet = csv.writer(self.stdout, lineterminator="\n")
        sheet.writerow(["日期", "星期", "应接待日期", "原因", "地点"])
        for day in days:
            weekday = f"周{WEEKDAYS[day.date.weekday()]}"
            sheet.writerow([day.date, weekday, day.rule_date, day.why, day.place])


def _year(text):
    if text is None:
        return clock.today().year
    if not (str(text).isdecimal() and planning.is_plannable(int(text))):
        last = clock.today().year + planning.YEARS_AHEAD
        raise CommandError(
            f"年度“{text}”不对，请写{planning.FIRST_YEAR}年至{last}年之间的四位数字，如 2025。"
        )
    return int(text)
