from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reception", "0008_suggestions")]

    operations = [
        migrations.AddField(
            model_name="opinionevent",
            name="due_on",
            field=models.DateField(blank=True, editable=False, null=True, verbose_name="当时的期限"),
        ),
        migrations.AddField(
            model_name="opinionevent",
            name="due_sentence",
            field=models.CharField(blank=True, editable=False, max_length=300, verbose_name="当时的期限说明"),
        ),
    ]
