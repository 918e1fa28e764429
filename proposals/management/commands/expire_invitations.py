"""Let invitations to sign motions expire at the session's cut-off; deploy/ runs it every day.

Nobody can confirm after the cut-off in any case; this puts it down and tells who asked.
"""

from django.core.management.base import BaseCommand

from proposals.workflow import expire_invitations


class Command(BaseCommand):
    help = "过了本次会议议案截止时间的联名邀请记为逾期未确认。每天运行一次。"

    def handle(self, *args, **options):
        self.stdout.write(f"{expire_invitations()}份邀请逾期未确认。")
