"""What people state beside a document, where it begins and whose word it is; and the links behind a document's words."""

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
            name='told',
            field=models.JSONField(default=list, help_text="Text of people behind the document's: where each begins, and whose word it is."),
        ),
    ]
