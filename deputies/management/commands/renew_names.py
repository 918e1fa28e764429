"""Make the stored keys of names new, after the table of strokes or the readings of surnames has changed."""

from django.core.management.base import BaseCommand
from django.db import transaction

from deputies.models import Deputy


KEYS = ["stroke_key", "pinyin_key", "search_text"]
BATCH = 1000


class Command(BaseCommand):
    help = "按现在的笔画表和读音，重新生成代表姓名的排序和查找用字；可以反复运行。"

    @transaction.atomic
    def handle(self, *args, **options):
        changed = []
        for deputy in Deputy.objects.order_by("pk").iterator(chunk_size=BATCH):
            before = [getattr(deputy, key) for key in KEYS]
            deputy.set_keys()
            if [getattr(deputy, key) for key in KEYS] != before:
                changed.append(deputy)
        Deputy.objects.bulk_update(changed, KEYS, batch_size=BATCH)
        if changed:
            Deputy.objects.mark_namesakes()
        self.stdout.write(f"共{Deputy.objects.count()}名，更新{len(changed)}名。")
