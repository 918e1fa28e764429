"""List the accounts of the demonstration district."""

from django.core.management.base import BaseCommand

from congress.enums import Role
from congress.models import User
from reports.demo.people import ACCOUNTS, DEPUTY_ACCOUNTS, PASSWORD


class Command(BaseCommand):
    help = "列出虚构示例的账号；数据库里没有示例时什么也不列。"

    def handle(self, *args, **options):
        names = [row[0] for row in ACCOUNTS] + list(DEPUTY_ACCOUNTS)
        users = User.objects.filter(username__in=names).select_related("jurisdiction", "unit")
        if not users:
            return
        self.stdout.write(f"示例账号（密码都是 {PASSWORD}）：")
        for role in Role:
            for user in (user for user in users if user.role == role):
                where = user.unit or user.jurisdiction or "全系统"
                self.stdout.write(f"  {user.username:<12}{role.label}：{user.name}（{where}）")
