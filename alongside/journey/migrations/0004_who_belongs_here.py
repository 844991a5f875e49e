"""What the audiences are called: nothing in the database is different, and nothing is rendered for it."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('journey', '0003_touchpoints'),
    ]

    operations = [
        migrations.SeparateDatabaseAndState(
            state_operations=[
                migrations.AlterField(
                    model_name='story',
                    name='audience',
                    field=models.CharField(choices=[('choosers', 'Only those who choose, and the coordinator. If it is chosen, others read why, not the story'), ('here', 'Everybody who belongs here')], max_length=10),
                ),
                migrations.AlterField(
                    model_name='telling',
                    name='audience',
                    field=models.CharField(choices=[('team', 'Only those who run it'), ('here', 'Everybody who belongs here'), ('anyone', 'Anyone')], default='team', max_length=10),
                ),
            ],
        ),
    ]
