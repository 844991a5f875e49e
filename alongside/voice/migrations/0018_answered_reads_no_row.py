from django.db import migrations, models


class Migration(migrations.Migration):
    """Counting what was answered after a day needs to know when it had come: with that in the index no row is read."""

    dependencies = [
        ("voice", "0017_together_marks"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="contribution",
            name="contribution_answered",
        ),
        migrations.AddIndex(
            model_name="contribution",
            index=models.Index(
                condition=models.Q(("answered_on__isnull", False), ("restricted", False)),
                fields=["organisation", "answered_on", "answer_days", "answer_kind", "received_on", "unit"],
                name="contribution_answered",
            ),
        ),
    ]
