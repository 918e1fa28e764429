from django.db import migrations, models
from django.db.models.functions import Coalesce, TruncDate


class Migration(migrations.Migration):
    dependencies = [("deputies", "0013_event_moments")]

    operations = [
        migrations.AlterModelOptions(
            name="vacancy",
            options={
                "ordering": [
                    models.OrderBy(
                        Coalesce("seat__ends_on", TruncDate("seat__status_since")), descending=True
                    ),
                    "pk",
                ],
                "verbose_name": "出缺",
                "verbose_name_plural": "出缺",
            },
        ),
    ]
