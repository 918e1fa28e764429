"""Write the roll of a session into a workbook."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from congress import clock
from congress.management.places import add_jurisdiction_argument, jurisdiction_named
from congress.management.values import number_of
from congress.models import Session, Term
from deputies.papers.roll_sheet import roll_workbook


class Command(BaseCommand):
    help = "把一次人代会的考勤表写成 Excel 文件，格式与导入的考勤表相同，改好后可以再导入。"

    def add_arguments(self, parser):
        add_jurisdiction_argument(parser)
        parser.add_argument("--session", required=True, metavar="次", help="第几次会议，如 4")
        parser.add_argument("--term", metavar="届", help="第几届，缺省为本届")
        parser.add_argument("--out", type=Path, required=True, metavar="文件", help="写入哪个 .xlsx 文件")

    def handle(self, *args, **options):
        place = jurisdiction_named(options["jurisdiction"])
        term = number_of(options["term"], "--term")
        session = self._session(place, term, number_of(options["session"], "--session"))
        try:
            options["out"].write_bytes(roll_workbook(session))
        except OSError as error:
            raise CommandError(f"“{options['out']}”写不进去，请检查文件夹是否存在、是否有权限。") from error
        self.stdout.write(f"{session}考勤表已写入{options['out']}。")

    def _session(self, place, term, number):
        terms = Term.objects.filter(jurisdiction=place)
        terms = terms.filter(number=term) if term else terms.current(clock.today())
        sessions = Session.objects.of_congress().filter(term__in=terms)
        found = sessions.filter(number=number).order_by("-starts_on").first()
        if found is None:
            known = "、".join(session.short_name for session in sessions)
            raise CommandError(f"{place}没有这次会议。现有：{known or '（空）'}。")
        return found
