"""Build the fictional district with a year of events, by walking real steps."""

from datetime import date, timedelta

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.db.models import F

from congress import clock
from congress.models import Jurisdiction, Message, User
from reception.models import Opinion, ReceptionDay
from reports.demo.appointments import ask_for_meetings
from reports.demo.chamber import build_chamber
from reports.demo.city import build_city
from reports.demo.duties import build_duties
from reports.demo.followed import build_followed
from reports.demo.papers import build_papers
from reports.demo.people import build_people
from reports.demo.places import build_places
from reports.demo.recess import build_recess, report_of_year
from reports.demo.sittings import build_sittings
from reports.demo.structure import build_structure
from reports.demo.telling import build_telling
from reports.demo.walk import YEAR, moment
from reports.demo.year import Year


class Command(BaseCommand):
    help = "在空数据库中建立虚构示例“澄岚市云渚区”：代表、单位、账号和一年的接待、办理、履职。"

    def add_arguments(self, parser):
        parser.add_argument(
            "--today",
            type=date.fromisoformat,
            metavar="YYYY-MM-DD",
            help="示例走到哪一天为止，缺省为今天；同一天建出的示例完全相同。",
        )
        parser.add_argument(
            "--size",
            choices=["district", "city"],
            default="district",
            help="district 只建云渚区；city 再建全市其余区县，共12个区县、150个镇街、9000个席位。",
        )

    def handle(self, *args, **options):
        if Jurisdiction.objects.exists() or User.objects.exists():
            raise CommandError("数据库里已有资料。示例只能建在空数据库里，以免与真实资料混在一起。")
        today = options["today"] or clock.today()
        if today < date(YEAR + 1, 3, 1):
            raise CommandError(f"示例包括{YEAR}年全年的办理过程，截止日期应在{YEAR + 1}年3月1日以后。")
        with transaction.atomic():
            district = build_places()
            build_people(district)
            build_structure()
            build_sittings(today)
            build_chamber(today)
            build_followed(today)
            build_recess(today)
            Year(today).build()
            report_of_year(today)
            ask_for_meetings(today)
            build_duties(today)
            build_papers()
            build_telling(today)
            if options["size"] == "city":
                build_city(district.parent)
        read_messages(today)
        self.stdout.write(
            f"已建立虚构示例“澄岚市云渚区”：接待日{ReceptionDay.objects.count()}个，"
            f"群众意见{Opinion.objects.count()}件。"
        )
        call_command("demo_accounts", stdout=self.stdout)


def read_messages(today):
    """Messages are written once the year is; everybody has read those of more than two weeks ago."""
    old = Message.objects.filter(sent_at__lt=moment(today - timedelta(days=14)))
    old.update(read_at=F("sent_at"))
