"""Find a matter's first answer and last survey by an index: the statistics ask for them of each matter."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("reception", "0012_proposals"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="answer",
            index=models.Index(fields=["opinion", "answered_on"], name="answer_first_of_opinion"),
        ),
        migrations.AddIndex(
            model_name="survey",
            index=models.Index(
                fields=["opinion", "-round", "surveyed_on", "handling_rating"], name="survey_last_of_opinion"
            ),
        ),
    ]
