

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('candidates', '0002_row_security'),
        ('matches', '0002_row_security'),
        ('postings', '0002_row_security'),
        ('tenancy', '0001_initial'),
    ]

    operations = [
        migrations.AlterModelOptions(
            name='match',
            options={'ordering': ['posting_id', '-judged', '-score', '-first_stage', '-musts_met', 'tie', 'id']},
        ),
        migrations.RemoveIndex(
            model_name='match',
            name='match_list',
        ),
        migrations.AddField(
            model_name='match',
            name='first_stage',
            field=models.FloatField(default=0.0, help_text='Similarity to the posting where not judged, else 0.'),
        ),
        migrations.AddField(
            model_name='match',
            name='judged',
            field=models.BooleanField(default=True, help_text='False: beyond the shortlist, ordered by first_stage alone.'),
        ),
        migrations.AlterField(
            model_name='match',
            name='score',
            field=models.FloatField(help_text='0 where not judged.'),
        ),
        migrations.AddIndex(
            model_name='match',
            index=models.Index(condition=models.Q(('last_run', None)), fields=['posting', '-judged', '-score', '-first_stage', '-musts_met', 'tie'], name='match_list'),
        ),
    ]
