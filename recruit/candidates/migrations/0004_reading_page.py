"""Boxes of lines, drawn pages, and what people say of a reading; each table behind the workspace's walls."""

import django.db.models.deletion
import uuid
from django.db import migrations, models

from recruit.tenancy.schema import bind, identify, protect


class Migration(migrations.Migration):

    dependencies = [
        ('accounts', '0002_row_security'),
        ('candidates', '0003_stated'),
        ('tenancy', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='resume',
            name='anchors',
            field=models.JSONField(default=list, help_text='What names each entry, as read, before corrections.'),
        ),
        migrations.AddField(
            model_name='resume',
            name='boxes',
            field=models.JSONField(default=list, help_text='A line each: start, end, page, left, bottom, right, top.'),
        ),
        migrations.CreateModel(
            name='Correction',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('number', models.PositiveIntegerField()),
                ('field', models.CharField(blank=True, max_length=40)),
                ('value', models.TextField(blank=True)),
                ('anchor', models.JSONField(null=True)),
                ('at', models.DateTimeField(auto_now_add=True)),
                ('candidate', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='corrections', to='candidates.candidate')),
                ('member', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='accounts.member')),
                ('resume', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='corrections', to='candidates.resume')),
                ('undoes', models.OneToOneField(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='undone_by', to='candidates.correction')),
                ('workspace', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='tenancy.workspace')),
            ],
            options={
                'ordering': ['candidate_id', 'number'],
                'constraints': [models.UniqueConstraint(fields=('candidate', 'number'), name='correction_number')],
            },
        ),
        migrations.CreateModel(
            name='DrawnPage',
            fields=[
                ('id', models.BigAutoField(primary_key=True, serialize=False)),
                ('number', models.PositiveSmallIntegerField()),
                ('width', models.FloatField(help_text='Points.')),
                ('height', models.FloatField(help_text='Points.')),
                ('whole', models.CharField(max_length=200)),
                ('covered', models.CharField(max_length=200)),
                ('covers', models.CharField(max_length=64)),
                ('words', models.JSONField(default=list, help_text="A word each: its line's box, start, end, left, right.")),
                ('resume', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='drawn', to='candidates.resume')),
                ('workspace', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='tenancy.workspace')),
            ],
            options={
                'ordering': ['resume_id', 'number'],
                'constraints': [models.UniqueConstraint(fields=('resume', 'number'), name='drawn_page_number')],
            },
        ),
        protect("candidates_correction"),
        protect("candidates_drawnpage"),
        identify("candidates_correction"),
        bind("candidates_correction", "candidate_id", "candidates_candidate"),
        bind("candidates_correction", "resume_id", "candidates_resume"),
        bind("candidates_correction", "member_id", "accounts_member"),
        bind("candidates_correction", "undoes_id", "candidates_correction"),
        bind("candidates_drawnpage", "resume_id", "candidates_resume"),
    ]
