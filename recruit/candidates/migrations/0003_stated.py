"""What a structured file states itself is kept beside what was read from it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("candidates", "0002_row_security")]
    operations = [
        migrations.AddField(
            model_name="resume",
            name="stated",
            field=models.JSONField(
                default=list, help_text="What a structured file states itself, as the science's fields."
            ),
        ),
    ]
