"""What people state beside a document, the links behind its words, and resumes that wait for a mail's link."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('candidates', '0007_withdrawn_addresses'),
    ]

    operations = [
        migrations.AddField(
            model_name='resume',
            name='links',
            field=models.JSONField(default=list, help_text='An address behind words each: start, end, address.'),
        ),
        migrations.AddField(
            model_name='resume',
            name='pending',
            field=models.BooleanField(default=False, help_text='Waits until the person follows the link in a mail: shown to nobody, ranked nowhere.'),
        ),
        migrations.AddField(
            model_name='resume',
            name='told',
            field=models.JSONField(default=list, help_text="Text of people behind the document's: where each begins, and whose word it is."),
        ),
    ]
