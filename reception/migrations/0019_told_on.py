"""Keep on each matter when its voter was first told what the unit replied: the statistics ask all of them."""

from django.db import migrations, models
from django.db.models import Min, OuterRef, Subquery


def fill(apps, schema_editor):
    answers = apps.get_model("reception", "Answer").objects.order_by()
    told = answers.filter(opinion=OuterRef("pk"), answered_on__gte=OuterRef("replied_on"))
    first = told.values("opinion").annotate(first=Min("answered_on")).values("first")
    matters = apps.get_model("reception", "Opinion").objects
    matters.filter(replied_on__isnull=False).update(told_on=Subquery(first))


class Migration(migrations.Migration):
    dependencies = [
        ("reception", "0018_undertakings"),
    ]

    operations = [
        migrations.AddField(
            model_name="opinion",
            name="told_on",
            field=models.DateField(
                blank=True, editable=False, null=True, verbose_name="首次有效答复选民日期"
            ),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop, elidable=True),
        migrations.RemoveIndex(
            model_name="answer",
            name="answer_first_of_opinion",
        ),
    ]
