from django.db import migrations, models


class Migration(migrations.Migration):
    """What is brought in from a file may say when somebody was told, and not how."""

    dependencies = [
        ("voice", "0019_counted_in_an_index"),
    ]

    operations = [
        migrations.AlterField(
            model_name="telling",
            name="channel",
            field=models.CharField(
                choices=[
                    ("email", "by e-mail"),
                    ("phone", "by phone"),
                    ("text", "by text message"),
                    ("post", "by letter"),
                    ("in_person", "face to face"),
                    ("on_page", "on the page where they follow it"),
                    ("group", "in the group"),
                    ("not_said", "nobody wrote down how"),
                ],
                max_length=10,
            ),
        ),
    ]
