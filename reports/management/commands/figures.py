"""Print the figures of an office."""

import json

from django.core.management.base import BaseCommand, CommandError

from congress import figures
from congress.management.places import add_jurisdiction_argument, jurisdiction_named
from congress.management.values import day_of, year_of
from reports.yearbook import yearbook


class Command(BaseCommand):
    help = "打印一个区一年的全部数据：全区合计、区本级、各镇街、每名代表。"

    def add_arguments(self, parser):
        add_jurisdiction_argument(parser)
        parser.add_argument("--year", metavar="年度", help="如 2025，缺省为今年")
        parser.add_argument("--until", metavar="日期", help="统计截止日，如 2025-12-31，缺省为年末")
        parser.add_argument(
            "--format", choices=["json", "table"], default="table", help="json 供程序读，table 供人看"
        )

    def handle(self, *args, **options):
        district = jurisdiction_named(options["jurisdiction"])
        year, until = year_of(options["year"]), day_of(options["until"])
        if until and until.year != year:
            raise CommandError(f"统计截止日{until}不在{year}年，请改正 --year 或 --until。")
        book = yearbook(district, figures.Period.of_year(year, until))
        if options["format"] == "json":
            self.stdout.write(json.dumps(book, ensure_ascii=False, indent=1))
        else:
            self._write_table(book)

    def _write_table(self, book):
        """A row a figure, a column a place; then a row a deputy."""
        places = {"全区合计": book["office"], "区本级": book["district_level"]}
        places |= {name: town["figures"] for name, town in book["towns"].items()}
        self._write_row(f"{book['district']} {'至'.join(book['period'])}", "单位", *places)
        for figure in figures.registered("place"):
            section, key = figure.key.split(".", 1)
            values = [_shown(found[section][key]) for found in places.values()]
            self._write_row(figure.label, figure.unit, *values)
        columns = figures.registered("seat")
        self._write_row("\n代表", "所属人大", "选区", *(figure.label for figure in columns))
        for deputy in book["deputies"]:
            keys = [figure.key.split(".", 1) for figure in columns]
            values = [_shown(deputy["figures"][section][key]) for section, key in keys]
            self._write_row(deputy["name"], deputy["body"], deputy["constituency"] or "", *values)

    def _write_row(self, *cells):
        self.stdout.write("\t".join(map(str, cells)))


def _shown(value):
    """Of a split figure the sum; nothing as a dash."""
    if isinstance(value, dict):
        return sum(value.values())
    return "—" if value is None else value
