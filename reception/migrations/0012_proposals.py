"""Link a matter with the motion or suggestion that it became."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("proposals", "0002_categories"),
        ("reception", "0011_notices"),
    ]

    operations = [
        migrations.AddField(
            model_name="opinion",
            name="proposal",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="opinions",
                to="proposals.proposal",
                verbose_name="转成的议案建议",
            ),
        ),
    ]
