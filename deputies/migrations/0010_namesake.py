"""Who shares a name with another deputy of the district."""

from django.db import migrations, models
from django.db.models import Exists, OuterRef


def mark(apps, schema_editor):
    Deputy = apps.get_model("deputies", "Deputy")
    same = Deputy.objects.filter(name=OuterRef("name"), district=OuterRef("district"))
    same = same.filter(stroke_key=OuterRef("stroke_key")).exclude(pk=OuterRef("pk"))
    Deputy.objects.update(has_namesake=Exists(same))


class Migration(migrations.Migration):
    dependencies = [("deputies", "0009_credentials_and_liberty")]

    operations = [
        migrations.AddField(
            model_name="deputy",
            name="has_namesake",
            field=models.BooleanField(default=False, editable=False, verbose_name="有同名代表"),
        ),
        migrations.RunPython(mark, migrations.RunPython.noop),
    ]
