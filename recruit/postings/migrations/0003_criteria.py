"""What was read beside what is asked, rows that stood before, and what members changed; behind the workspace's walls."""

import uuid

import django.db.models.deletion
from django.db import migrations, models

from recruit.tenancy.schema import bind, identify, protect


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0002_row_security'),
        ('postings', '0002_row_security'),
        ('tenancy', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='posting',
            name='as_read',
            field=models.JSONField(default=list, help_text='The requirements as read, before anybody changed them.'),
        ),
        migrations.RemoveConstraint(
            model_name='requirement',
            name='requirement_position',
        ),
        migrations.AddField(
            model_name='requirement',
            name='current',
            field=models.BooleanField(default=True),
        ),
        migrations.AddConstraint(
            model_name='requirement',
            constraint=models.UniqueConstraint(condition=models.Q(('current', True)), fields=('posting', 'position'), name='requirement_position'),
        ),
        migrations.CreateModel(
            name='CriteriaEdit',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveIntegerField()),
                ('act', models.CharField(max_length=10)),
                ('key', models.CharField(blank=True, max_length=40)),
                ('before', models.JSONField(null=True)),
                ('after', models.JSONField(null=True)),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('member', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.member')),
                ('posting', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='edits', to='postings.posting')),
                ('workspace', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='tenancy.workspace')),
            ],
            options={
                'ordering': ['posting_id', 'number'],
                'constraints': [models.UniqueConstraint(fields=('posting', 'number'), name='criteria_edit_number')],
            },
        ),
        protect("postings_criteriaedit"),
        identify("postings_criteriaedit"),
        bind("postings_criteriaedit", "posting_id", "postings_posting"),
        bind("postings_criteriaedit", "member_id", "accounts_member"),
    ]
