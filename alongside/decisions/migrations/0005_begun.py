from django.db import migrations, models


class Migration(migrations.Migration):
    """Who began the decisions of some days is counted in an index, and no row is read."""

    dependencies = [
        ("decisions", "0004_elections"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="decision",
            index=models.Index(
                fields=["organisation", "opened_on", "state", "raised_by", "trigger", "unit"], name="decision_begun"
            ),
        ),
    ]
