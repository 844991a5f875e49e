import alongside.core.codes
import alongside.core.fields
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('journey', '0002_stories'),
        ('organisation', '0006_reader_of_concerns'),
        ('people', '0003_being_told'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='RatingRound',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('by_kind', models.CharField(default='user', max_length=10)),
                ('medium', models.CharField(blank=True, choices=[('paper', 'paper'), ('phone', 'phone'), ('in_person', 'in_person'), ('email', 'email'), ('letter', 'letter')], default='', max_length=10)),
                ('code', alongside.core.fields.CodeField(default=alongside.core.codes.new_code, editable=False, max_length=10, unique=True)),
                ('least', models.PositiveSmallIntegerField()),
                ('opened_on', models.DateField()),
                ('closes_on', models.DateField()),
                ('closed_on', models.DateField(blank=True, null=True)),
                ('typed', models.PositiveIntegerField(default=0)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.organisation')),
                ('recorded_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('unit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.unit')),
            ],
        ),
        migrations.CreateModel(
            name='RatingMark',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('digest', models.CharField(max_length=32)),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='journey.ratinground')),
            ],
        ),
        migrations.CreateModel(
            name='Statement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('by_kind', models.CharField(default='user', max_length=10)),
                ('medium', models.CharField(blank=True, choices=[('paper', 'paper'), ('phone', 'phone'), ('in_person', 'in_person'), ('email', 'email'), ('letter', 'letter')], default='', max_length=10)),
                ('code', alongside.core.fields.CodeField(default=alongside.core.codes.new_code, editable=False, max_length=10, unique=True)),
                ('text', models.CharField(max_length=300)),
                ('number', models.PositiveSmallIntegerField(default=1)),
                ('position', models.PositiveSmallIntegerField()),
                ('written_on', models.DateField()),
                ('ended_on', models.DateField(blank=True, null=True)),
                ('ended_why', models.TextField(blank=True)),
                ('instead_of', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reworded_as', to='journey.statement')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.organisation')),
                ('recorded_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('unit', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.unit')),
            ],
        ),
        migrations.CreateModel(
            name='Rated',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', alongside.core.fields.CodeField(default=alongside.core.codes.new_code, editable=False, max_length=10, unique=True)),
                ('position', models.PositiveSmallIntegerField()),
                ('n4', models.PositiveIntegerField(default=0)),
                ('n3', models.PositiveIntegerField(default=0)),
                ('n2', models.PositiveIntegerField(default=0)),
                ('n1', models.PositiveIntegerField(default=0)),
                ('shown', models.JSONField(blank=True, null=True)),
                ('round', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rated', to='journey.ratinground')),
                ('statement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='rated', to='journey.statement')),
            ],
        ),
        migrations.CreateModel(
            name='StatementAgreement',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('by_kind', models.CharField(default='user', max_length=10)),
                ('medium', models.CharField(blank=True, choices=[('paper', 'paper'), ('phone', 'phone'), ('in_person', 'in_person'), ('email', 'email'), ('letter', 'letter')], default='', max_length=10)),
                ('code', alongside.core.fields.CodeField(default=alongside.core.codes.new_code, editable=False, max_length=10, unique=True)),
                ('side', models.CharField(choices=[('people', 'Somebody who takes part'), ('staff', 'Somebody who works here')], max_length=10)),
                ('agrees', models.BooleanField()),
                ('said_on', models.DateField()),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('recorded_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('statement', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='agreements', to='journey.statement')),
                ('user', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.CreateModel(
            name='Touchpoint',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('by_kind', models.CharField(default='user', max_length=10)),
                ('medium', models.CharField(blank=True, choices=[('paper', 'paper'), ('phone', 'phone'), ('in_person', 'in_person'), ('email', 'email'), ('letter', 'letter')], default='', max_length=10)),
                ('code', alongside.core.fields.CodeField(default=alongside.core.codes.new_code, editable=False, max_length=10, unique=True)),
                ('name', models.CharField(max_length=120)),
                ('about', models.CharField(blank=True, max_length=400)),
                ('side', models.CharField(choices=[('people', 'Somebody who takes part'), ('staff', 'Somebody who works here')], max_length=10)),
                ('position', models.PositiveSmallIntegerField()),
                ('begun_on', models.DateField()),
                ('ended_on', models.DateField(blank=True, null=True)),
                ('ended_why', models.TextField(blank=True)),
                ('instead_of', models.OneToOneField(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='reworded_as', to='journey.touchpoint')),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.organisation')),
                ('recorded_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('unit', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.unit')),
            ],
        ),
        migrations.CreateModel(
            name='TouchCount',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('by_kind', models.CharField(default='user', max_length=10)),
                ('medium', models.CharField(blank=True, choices=[('paper', 'paper'), ('phone', 'phone'), ('in_person', 'in_person'), ('email', 'email'), ('letter', 'letter')], default='', max_length=10)),
                ('code', alongside.core.fields.CodeField(default=alongside.core.codes.new_code, editable=False, max_length=10, unique=True)),
                ('first', models.DateField()),
                ('last', models.DateField()),
                ('of', models.PositiveIntegerField()),
                ('least', models.PositiveSmallIntegerField()),
                ('shown', models.JSONField()),
                ('recorded_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('touchpoint', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='counts', to='journey.touchpoint')),
            ],
        ),
        migrations.CreateModel(
            name='Telling',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('by_kind', models.CharField(default='user', max_length=10)),
                ('medium', models.CharField(blank=True, choices=[('paper', 'paper'), ('phone', 'phone'), ('in_person', 'in_person'), ('email', 'email'), ('letter', 'letter')], default='', max_length=10)),
                ('code', alongside.core.fields.CodeField(default=alongside.core.codes.new_code, editable=False, max_length=10, unique=True)),
                ('digest', models.CharField(blank=True, max_length=32)),
                ('felt', models.SmallIntegerField(blank=True, null=True)),
                ('words', models.TextField(blank=True)),
                ('audience', models.CharField(choices=[('team', 'Only those who run it'), ('here', 'Everybody who signs in here'), ('anyone', 'Anyone')], default='team', max_length=10)),
                ('named', models.BooleanField(default=False)),
                ('told_on', models.DateField()),
                ('read_on', models.DateField(blank=True, null=True)),
                ('held_why', models.TextField(blank=True)),
                ('taken_back_on', models.DateField(blank=True, null=True)),
                ('salt', models.CharField(blank=True, max_length=32)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.organisation')),
                ('person', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='people.person')),
                ('recorded_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('counted', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='journey.touchcount')),
                ('touchpoint', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='tellings', to='journey.touchpoint')),
            ],
        ),
        migrations.CreateModel(
            name='FeelingWords',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('recorded_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('by_kind', models.CharField(default='user', max_length=10)),
                ('medium', models.CharField(blank=True, choices=[('paper', 'paper'), ('phone', 'phone'), ('in_person', 'in_person'), ('email', 'email'), ('letter', 'letter')], default='', max_length=10)),
                ('code', alongside.core.fields.CodeField(default=alongside.core.codes.new_code, editable=False, max_length=10, unique=True)),
                ('effective_on', models.DateField()),
                ('very_good', models.CharField(max_length=60)),
                ('good', models.CharField(max_length=60)),
                ('both', models.CharField(max_length=60)),
                ('bad', models.CharField(max_length=60)),
                ('very_bad', models.CharField(max_length=60)),
                ('organisation', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organisation.organisation')),
                ('recorded_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['organisation', '-effective_on', '-id'], name='feeling_words_now')],
            },
        ),
        migrations.AddIndex(
            model_name='ratinground',
            index=models.Index(fields=['organisation', '-opened_on', '-id'], name='rating_newest'),
        ),
        migrations.AddConstraint(
            model_name='ratinground',
            constraint=models.UniqueConstraint(condition=models.Q(('closed_on__isnull', True)), fields=('organisation', 'unit'), name='rating_one_at_a_time'),
        ),
        migrations.AddConstraint(
            model_name='ratinground',
            constraint=models.UniqueConstraint(condition=models.Q(('closed_on__isnull', True), ('unit__isnull', True)), fields=('organisation',), name='rating_one_at_a_time_whole'),
        ),
        migrations.AddConstraint(
            model_name='ratingmark',
            constraint=models.UniqueConstraint(fields=('round', 'digest'), name='rating_turn_once'),
        ),
        migrations.AddIndex(
            model_name='statement',
            index=models.Index(fields=['organisation', 'unit', 'position', 'id'], name='statement_in_order'),
        ),
        migrations.AddConstraint(
            model_name='statement',
            constraint=models.CheckConstraint(condition=models.Q(('text', ''), _negated=True), name='statement_has_words'),
        ),
        migrations.AddConstraint(
            model_name='statement',
            constraint=models.CheckConstraint(condition=models.Q(('ended_on__isnull', True), models.Q(('ended_why', ''), _negated=True), _connector='OR'), name='statement_ended_has_reason'),
        ),
        migrations.AddConstraint(
            model_name='rated',
            constraint=models.UniqueConstraint(fields=('round', 'statement'), name='rated_once'),
        ),
        migrations.AddConstraint(
            model_name='statementagreement',
            constraint=models.UniqueConstraint(fields=('statement', 'person'), name='statement_agreement_of_person'),
        ),
        migrations.AddConstraint(
            model_name='statementagreement',
            constraint=models.UniqueConstraint(fields=('statement', 'user'), name='statement_agreement_of_user'),
        ),
        migrations.AddConstraint(
            model_name='statementagreement',
            constraint=models.CheckConstraint(condition=models.Q(('person__isnull', True), ('user__isnull', True), _connector='OR'), name='statement_agreement_one'),
        ),
        migrations.AddIndex(
            model_name='touchpoint',
            index=models.Index(fields=['unit', 'position', 'id'], name='touchpoint_of_unit'),
        ),
        migrations.AddIndex(
            model_name='touchpoint',
            index=models.Index(fields=['organisation', 'unit'], name='touchpoint_of_organisation'),
        ),
        migrations.AddConstraint(
            model_name='touchpoint',
            constraint=models.CheckConstraint(condition=models.Q(('name', ''), _negated=True), name='touchpoint_has_name'),
        ),
        migrations.AddConstraint(
            model_name='touchpoint',
            constraint=models.CheckConstraint(condition=models.Q(('ended_on__isnull', True), models.Q(('ended_why', ''), _negated=True), _connector='OR'), name='touchpoint_ended_has_reason'),
        ),
        migrations.AddConstraint(
            model_name='touchpoint',
            constraint=models.UniqueConstraint(condition=models.Q(('ended_on__isnull', True)), fields=('unit', 'name'), name='touchpoint_name_once'),
        ),
        migrations.AddConstraint(
            model_name='touchcount',
            constraint=models.UniqueConstraint(fields=('touchpoint', 'last'), name='touch_count_once'),
        ),
        migrations.AddConstraint(
            model_name='touchcount',
            constraint=models.CheckConstraint(condition=models.Q(('of__gte', models.F('least'))), name='touch_count_enough'),
        ),
        migrations.AddIndex(
            model_name='telling',
            index=models.Index(fields=['touchpoint', '-told_on', '-id'], name='telling_newest'),
        ),
        migrations.AddIndex(
            model_name='telling',
            index=models.Index(condition=models.Q(('counted__isnull', True), ('taken_back_on__isnull', True)), fields=['organisation', 'touchpoint', 'told_on'], name='telling_to_count'),
        ),
        migrations.AddIndex(
            model_name='telling',
            index=models.Index(condition=models.Q(('read_on__isnull', True), models.Q(('words', ''), _negated=True)), fields=['organisation', 'told_on', 'id'], name='telling_to_read'),
        ),
        migrations.AddConstraint(
            model_name='telling',
            constraint=models.CheckConstraint(condition=models.Q(('felt__isnull', True), ('felt__in', (2, 1, 0, -1, -2)), _connector='OR'), name='telling_on_the_scale'),
        ),
        migrations.AddConstraint(
            model_name='telling',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('felt__isnull', False), ('taken_back_on__isnull', True)), models.Q(('felt__isnull', True), ('held_why', ''), ('taken_back_on__isnull', False), ('words', '')), _connector='OR'), name='telling_taken_back_is_empty'),
        ),
        migrations.AddConstraint(
            model_name='telling',
            constraint=models.CheckConstraint(condition=models.Q(('person__isnull', True), ('digest', ''), _connector='OR'), name='telling_person_or_code'),
        ),
        migrations.AddConstraint(
            model_name='telling',
            constraint=models.UniqueConstraint(condition=models.Q(('counted__isnull', True), ('person__isnull', False), ('taken_back_on__isnull', True)), fields=('touchpoint', 'person'), name='telling_once_each'),
        ),
        migrations.AddConstraint(
            model_name='telling',
            constraint=models.UniqueConstraint(condition=models.Q(('digest', ''), _negated=True), fields=('digest',), name='telling_code_once'),
        ),
    ]
