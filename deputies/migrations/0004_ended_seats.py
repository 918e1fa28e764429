"""Seats that had an end before they had a status."""

from django.db import migrations


def end_seats(apps, schema_editor):
    seats = apps.get_model("deputies", "Seat").objects.using(schema_editor.connection.alias)
    seats.filter(ends_on__isnull=False).update(status="ended")


class Migration(migrations.Migration):
    dependencies = [("deputies", "0003_seat_status_and_rolls")]

    operations = [migrations.RunPython(end_seats, migrations.RunPython.noop)]
