"""Delete the papers that the worker printed more than a day ago; deploy/ runs it every day."""

from django.core.management.base import BaseCommand

from congress import press


class Command(BaseCommand):
    help = "删除后台打印满一天的文件。每天运行一次。"

    def handle(self, *args, **options):
        self.stdout.write(f"已删除{press.sweep()}份过期的打印文件。")
