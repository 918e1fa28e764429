import congress.clock
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reception", "0003_event_moments")]

    operations = [
        migrations.AddField(
            model_name=name,
            name="taken_over",
            field=models.BooleanField(
                default=congress.clock.is_taken_over, editable=False, verbose_name="补录"
            ),
        )
        for name in (
            "opinionevent",
            "receptiondayevent",
            "referralevent",
        )
    ]
