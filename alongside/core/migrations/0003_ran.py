from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('core', '0002_tally'),
    ]

    operations = [
        migrations.CreateModel(
            name='Ran',
            fields=[
                ('name', models.CharField(max_length=32, primary_key=True, serialize=False)),
                ('began_at', models.DateTimeField()),
                ('ended_at', models.DateTimeField(null=True)),
            ],
        ),
    ]
