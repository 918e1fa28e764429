from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reception", "0005_plans")]

    operations = [
        migrations.AlterField(
            model_name="survey",
            name="deputy_rating",
            field=models.CharField(
                blank=True,
                choices=[
                    ("satisfied", "满意"),
                    ("basically", "基本满意"),
                    ("dissatisfied", "不满意"),
                ],
                help_text="登记表没有这一栏的，补录时为空。",
                max_length=20,
                verbose_name="对代表作用",
            ),
        )
    ]
