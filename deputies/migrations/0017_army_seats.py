from django.db import migrations, models
from django.db.models import Q


FIELD = models.BooleanField(
    default=False,
    help_text="人民解放军单独进行选举，不划选区（选举法第六条）；由驻军选举的代表才勾选。",
    verbose_name="驻军选举",
)


class Migration(migrations.Migration):
    dependencies = [("deputies", "0016_subsidy")]

    operations = [
        migrations.AddField("historicalseat", "by_army", FIELD),
        migrations.AddField("seat", "by_army", FIELD),
        migrations.AddConstraint(
            "seat",
            models.CheckConstraint(
                condition=Q(by_army=False) | Q(constituency__isnull=True),
                name="seat_army_without_constituency",
                violation_error_message="驻军选举的代表不在选区选出，选区和“驻军选举”只能填一项。",
            ),
        ),
    ]
