"""Print a roster as CSV."""

from django.core.management.base import BaseCommand
from import_export.formats.base_formats import CSV

from congress import clock
from congress.management.places import add_jurisdiction_argument, jurisdiction_named
from congress.management.values import day_of
from deputies.models import Seat
from deputies.resources import RosterResource


class Command(BaseCommand):
    help = (
        "按姓氏笔画或拼音打印某个区划及其镇街的代表名册（CSV，UTF-8）。"
        "缺省列出本届全部席位，含已离任的；加 --date 只列当日在任的。"
    )

    def add_arguments(self, parser):
        add_jurisdiction_argument(parser)
        parser.add_argument(
            "--order", choices=["stroke", "pinyin"], default="stroke", help="stroke 按姓氏笔画，pinyin 按拼音"
        )
        parser.add_argument("--date", metavar="日期", help="只列当日在任的，如 2025-12-31")

    def handle(self, *args, **options):
        seats = Seat.objects.within(jurisdiction_named(options["jurisdiction"]))
        day = day_of(options["date"])
        seats = seats.in_office(day) if day else seats.listed(clock.today())
        seats = seats.in_stroke_order() if options["order"] == "stroke" else seats.in_pinyin_order()
        sheet = RosterResource().export(RosterResource.rows(seats))
        self.stdout.write(CSV().export_data(sheet), ending="")
