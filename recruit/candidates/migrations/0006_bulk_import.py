"""Bulk imports and their rows, behind the same walls as the people they bring."""

import django.db.models.deletion
import uuid
from django.db import migrations, models

from recruit.tenancy.schema import bind, identify, protect


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0002_row_security'),
        ('candidates', '0005_people_are_one'),
        ('tenancy', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Import',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('folder', 'Folder'), ('zip', 'Zip'), ('csv', 'Csv')], max_length=6)),
                ('source_name', models.CharField(max_length=200)),
                ('digest', models.CharField(max_length=64)),
                ('file', models.CharField(blank=True, help_text='Our own name under MEDIA_ROOT while it is needed.', max_length=200)),
                ('state', models.CharField(choices=[('draft', 'Draft'), ('running', 'Running'), ('stopped', 'Stopped'), ('finished', 'Finished'), ('discarded', 'Discarded')], default='draft', max_length=10)),
                ('refusal', models.TextField(blank=True)),
                ('agreed', models.BooleanField(default=False, help_text='The statement is the wording to which the people agreed.')),
                ('statement', models.TextField()),
                ('importer', models.CharField(help_text='Who started it, by the name of that day.', max_length=120)),
                ('dialect', models.JSONField(default=dict, help_text='Of a CSV: encoding, delimiter, where the header starts.')),
                ('columns', models.JSONField(default=list, help_text='Of a CSV: [header, field] in the order of the file.')),
                ('listed_at', models.DateTimeField(null=True)),
                ('created_at', models.DateTimeField(auto_now_add=True)),
                ('finished_at', models.DateTimeField(null=True)),
                ('member', models.ForeignKey(null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='accounts.member')),
                ('workspace', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='tenancy.workspace')),
            ],
            options={
                'ordering': ['-created_at', 'id'],
            },
        ),
        migrations.CreateModel(
            name='ImportRow',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('position', models.PositiveIntegerField()),
                ('place', models.BigIntegerField(default=0)),
                ('name', models.CharField(max_length=500)),
                ('state', models.CharField(choices=[('waiting', 'Waiting'), ('received', 'Received'), ('refused', 'Refused'), ('duplicate', 'Duplicate')], default='waiting', max_length=9)),
                ('reason', models.TextField(blank=True)),
                ('batch', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='rows', to='candidates.import')),
                ('resume', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='import_rows', to='candidates.resume')),
                ('workspace', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='tenancy.workspace')),
            ],
            options={
                'ordering': ['batch_id', 'position'],
            },
        ),
        migrations.AddConstraint(
            model_name='import',
            constraint=models.UniqueConstraint(condition=models.Q(('state__in', ('draft', 'running', 'stopped'))), fields=('workspace', 'digest'), name='one_unfinished_import'),
        ),
        migrations.AddIndex(
            model_name='importrow',
            index=models.Index(condition=models.Q(('state', 'waiting')), fields=['batch', 'position'], name='import_row_waiting'),
        ),
        migrations.AddConstraint(
            model_name='importrow',
            constraint=models.UniqueConstraint(fields=('batch', 'position'), name='import_row_position'),
        ),
        protect("candidates_import"),
        protect("candidates_importrow"),
        identify("candidates_import"),
        bind("candidates_import", "member_id", "accounts_member"),
        bind("candidates_importrow", "batch_id", "candidates_import"),
        bind("candidates_importrow", "resume_id", "candidates_resume"),
    ]
