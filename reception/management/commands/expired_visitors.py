"""List the visitors whose data are over their time, and make them anonymous when somebody confirms it."""

from django.core.exceptions import PermissionDenied
from django.core.management.base import BaseCommand, CommandError

from congress.management.places import add_jurisdiction_argument, jurisdiction_named
from congress.models import Jurisdiction, User
from congress.workflow import whole
from reception import personal_data
from reception.enums import DataChangeKind


class Command(BaseCommand):
    help = (
        "列出某个区划（含下级）保存期满的来访人，姓名、电话遮盖；加 --erase 的，输入人数确认后"
        "删去姓名、电话、住址，事项和原话保留。"
    )

    def add_arguments(self, parser):
        add_jurisdiction_argument(parser)
        parser.add_argument("--erase", action="store_true", help="确认后删去")
        parser.add_argument("--by", metavar="账号", help="以谁的名义删去，须是镇街人大、区人大的账号")

    def handle(self, *args, **options):
        place = jurisdiction_named(options["jurisdiction"])
        places = list(Jurisdiction.objects.within(place).select_related("parent__parent"))
        found = list(personal_data.over_time(places).select_related("jurisdiction").order_by("pk"))
        for visitor in found:
            self.stdout.write(f"{visitor.pk}\t{visitor.jurisdiction}\t{visitor}\t{visitor.masked_phone}")
        self.stdout.write(f"保存期满{len(found)}人。")
        if options["erase"] and found:
            self._erase(found, _account(options["by"]))

    def _erase(self, found, user):
        if input(f"要删去这{len(found)}人的个人信息，请输入人数确认：").strip() != str(len(found)):
            raise CommandError("没有确认，什么也没有删。")
        try:
            _erase_all(found, by=user)
        except PermissionDenied as error:
            raise CommandError(f"{error}{user}不能删，什么也没有删。") from error
        self.stdout.write(f"已删去{len(found)}人的个人信息。")


@whole
def _erase_all(found, *, by):
    for visitor in found:
        personal_data.erase(visitor, by=by, kind=DataChangeKind.EXPIRED, reason="保存期满，命令行核对后删除")


def _account(name):
    user = User.objects.filter(username=name, is_active=True).select_related("jurisdiction").first()
    if user is None:
        raise CommandError("请用 --by 写明以哪个账号的名义删去。")
    return user
