"""What is written of whoever reads concerns is personal: it goes with them, and with others whom it names."""

from django.db import migrations

from alongside.core.fields import PersonalText


class Migration(migrations.Migration):

    dependencies = [
        ('candour', '0007_bids'),
    ]

    operations = [
        migrations.RemoveConstraint(model_name='concerncontact', name='concern_contact_says_how'),
        migrations.AlterField(model_name='concerncontact', name='how_chosen', field=PersonalText(blank=True)),
        migrations.AlterField(model_name='concerncontact', name='shown_as', field=PersonalText(blank=True)),
        migrations.AlterField(model_name='concerncontact', name='why_outside', field=PersonalText(blank=True)),
    ]
