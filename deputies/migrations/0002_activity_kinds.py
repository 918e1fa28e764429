"""The kinds of activity that the field knows; an office adds and renames its own in the admin."""

from django.db import migrations


# code, name, whether a deputy may log it himself
KINDS = [
    ("inspection", "视察", True),
    ("study", "专题调研", True),
    ("law_check", "执法检查", True),
    ("training", "学习培训", True),
    ("group", "小组活动", True),
    ("appraisal", "工作评议", True),
    ("nonvoting", "列席会议", True),
    ("forum", "座谈会", True),
    ("duty_report", "述职评议", True),
    ("care", "走访慰问", True),
    ("inquiry", "专题询问", True),
    ("visit", "走访选民", True),
    ("deed", "办实事", True),
    ("dispute", "化解矛盾", True),
    ("charity", "公益", True),
    ("other", "其他", True),
]


def add_kinds(apps, schema_editor):
    kind_model = apps.get_model("deputies", "ActivityKind")
    kinds = kind_model.objects.using(schema_editor.connection.alias)
    for order, (code, name, self_logged) in enumerate(KINDS, start=1):
        kinds.get_or_create(
            code=code, defaults={"name": name, "self_logged": self_logged, "order": order * 10}
        )


class Migration(migrations.Migration):
    dependencies = [("deputies", "0001_squashed_2026_11")]

    operations = [migrations.RunPython(add_kinds, migrations.RunPython.noop)]
