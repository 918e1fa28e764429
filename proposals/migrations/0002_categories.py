"""Fill in the categories: the groups of session statistics, and what lies in each (domain.md F)."""

from django.db import migrations


CATEGORIES = [
    ("城建环保", ["城乡建设与管理", "住房拆迁安置", "自然资源", "生态环境", "水电气网"]),
    ("社会事业", ["教育", "医疗卫生", "民政养老残疾", "就业社保", "文化体育旅游"]),
    ("财政商贸", ["财政金融", "市场监管", "产业与营商"]),
    ("工业交通", ["工业和信息化", "交通出行"]),
    ("农业农村", ["农业水利", "村居治理"]),
    ("政治法律", ["人大工作", "社会治安与司法", "政务服务", "民族宗教"]),
    ("综合", ["其他"]),
]


def fill(apps, schema_editor):
    ProposalCategory = apps.get_model("proposals", "ProposalCategory")
    for place, (name, parts) in enumerate(CATEGORIES, 1):
        group = ProposalCategory.objects.create(name=name, order=place * 100)
        ProposalCategory.objects.bulk_create(
            ProposalCategory(name=part, parent=group, order=place * 100 + number)
            for number, part in enumerate(parts, 1)
        )


class Migration(migrations.Migration):
    dependencies = [("proposals", "0001_squashed_2026_11")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
