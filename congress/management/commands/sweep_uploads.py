"""Delete the uploads that nobody has confirmed for a week; deploy/ runs it every day."""

from django.core.management.base import BaseCommand

from congress.registers import upload


class Command(BaseCommand):
    help = "删除上传满七天还没有确认导入的登记表。每天运行一次。"

    def handle(self, *args, **options):
        self.stdout.write(f"已删除{upload.sweep()}批没有确认的登记表。")
