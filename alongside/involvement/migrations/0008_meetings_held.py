from django.db import migrations, models


class Migration(migrations.Migration):
    """What belongs to the sessions of some days is found by them, and not by reading all of it."""

    dependencies = [
        ("involvement", "0007_clearance"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="meeting",
            index=models.Index(fields=["organisation", "held_on", "cancelled_on"], name="meeting_held"),
        ),
    ]
