"""What tells of somebody goes with them, and a page says where words stood that are gone: also of those who have left
before. And why the other side leaves a closed period closed."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import alongside.core.codes
import alongside.core.fields
import alongside.core.migrating


def forget_what_tells_of_them(apps, schema_editor):
    """How they were chosen, and what those who were asked said of them: they have left, and it named them."""
    gone = apps.get_model("reports", "PeriodSigner").objects.filter(person__isnull=True)
    apps.get_model("reports", "AskedSigner").objects.filter(signer__in=gone.values("pk")).update(said="")
    gone.update(how_chosen="")


def say_where_words_stood(apps, schema_editor):
    """A no always had words; of the rest the event log knows what was erased."""
    signatures = apps.get_model("reports", "CloseSignature").objects.filter(side="contributors", words="")
    signatures.filter(says="declined").update(words_gone=True)
    contents = apps.get_model("audit", "Content").objects.filter(
        event__name="erased", event__target_type="reports.closesignature"
    )
    erased = {code for facts in contents.values_list("facts", flat=True) for code in facts.get("targets", ())}
    signatures.filter(code__in=erased).update(words_gone=True)


class Migration(migrations.Migration):

    dependencies = [
        ('audit', '0001_initial'),
        ('reports', '0006_taken_down'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        alongside.core.migrating.WholeTables(
            creations=[
                migrations.CreateModel(
                    name='ReopeningNo',
                    fields=[
                        ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                        ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                        ('by_kind', models.CharField(default='user', max_length=10)),
                        ('medium', models.CharField(blank=True, choices=[('paper', 'paper'), ('phone', 'phone'), ('in_person', 'in_person'), ('email', 'email'), ('letter', 'letter')], default='', max_length=10)),
                        ('code', alongside.core.fields.CodeField(default=alongside.core.codes.new_code, editable=False, max_length=10, unique=True)),
                        ('words', models.TextField(blank=True)),
                        ('salt', models.CharField(blank=True, max_length=32)),
                        ('recorded_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                        ('reopening', models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name='no', to='reports.periodreopening')),
                    ],
                    options={
                        'constraints': [models.CheckConstraint(condition=models.Q(models.Q(('salt', ''), ('words', '')), models.Q(models.Q(('words', ''), _negated=True), models.Q(('salt', ''), _negated=True)), _connector='OR'), name='reopening_no_salted')],
                    },
                ),
                migrations.RemoveConstraint(model_name='periodsigner', name='period_signer_says_how'),
                migrations.AlterField(
                    model_name='periodsigner', name='how_chosen', field=models.TextField(blank=True)
                ),
                migrations.AddConstraint(
                    model_name='periodsigner',
                    constraint=models.CheckConstraint(condition=models.Q(('person__isnull', True), models.Q(('how_chosen', ''), _negated=True), _connector='OR'), name='period_signer_says_how'),
                ),
                migrations.AddField(
                    model_name='closesignature', name='words_gone', field=models.BooleanField(default=False)
                ),
            ],
        ),
        migrations.AddField(
            model_name='closesignature', name='for_all_here', field=models.BooleanField(default=False)
        ),
        migrations.RunPython(forget_what_tells_of_them, migrations.RunPython.noop, elidable=True),
        migrations.RunPython(say_where_words_stood, migrations.RunPython.noop, elidable=True),
    ]
