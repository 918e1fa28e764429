import congress.clock
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("deputies", "0014_vacant_since")]

    operations = [
        migrations.AddField(
            model_name=name,
            name="taken_over",
            field=models.BooleanField(
                default=congress.clock.is_taken_over, editable=False, verbose_name="补录"
            ),
        )
        for name in (
            "activityevent",
            "credentialscaseevent",
            "leaveevent",
            "libertycaseevent",
            "participationevent",
            "seatevent",
            "vacancyevent",
        )
    ]
