from django.db import migrations, models

SHOWN = ("restricted", False)


class Migration(migrations.Migration):
    """What waits, what one unit among many was told and answered, and what was taken back after a day: counted in an
    index, and no row is read."""

    dependencies = [
        ("voice", "0018_answered_reads_no_row"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="contribution",
            name="contribution_owed",
        ),
        migrations.AddIndex(
            model_name="contribution",
            index=models.Index(
                condition=models.Q(("owed", True), SHOWN),
                fields=["organisation", "received_on", "id", "answered_on"],
                name="contribution_owed",
            ),
        ),
        migrations.RemoveIndex(
            model_name="contribution",
            name="contribution_unit_new",
        ),
        migrations.AddIndex(
            model_name="contribution",
            index=models.Index(
                fields=["organisation", "unit", "-received_on", "-id", "restricted"], name="contribution_unit_new"
            ),
        ),
        migrations.AddIndex(
            model_name="contribution",
            index=models.Index(
                condition=models.Q(("answered_on__isnull", False), SHOWN),
                fields=["unit", "answered_on", "answer_days", "answer_kind", "received_on"],
                name="contribution_answered_of",
            ),
        ),
        migrations.AddIndex(
            model_name="contribution",
            index=models.Index(
                condition=models.Q(SHOWN, ("state", "withdrawn")),
                fields=["withdrawn_on", "organisation", "unit", "received_on", "answered_on"],
                name="contribution_taken_back",
            ),
        ),
    ]
