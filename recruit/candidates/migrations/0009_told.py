"""What is known of somebody beside their resume, and whether an import's ground allows writing to them."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("candidates", "0008_statements")]

    operations = [
        migrations.AddField(
            model_name="candidate",
            name="told",
            field=models.JSONField(
                default=dict,
                help_text="Who they are by what a form or a list says beside the resume, by the names of fields.",
            ),
        ),
        migrations.AddField(
            model_name="import",
            name="contact",
            field=models.BooleanField(
                default=False, help_text="The ground allows writing to these people about roles."
            ),
        ),
        migrations.AddIndex(
            model_name="resume",
            index=models.Index(
                condition=models.Q(("current", True)),
                fields=["workspace", "-received_at", "id"],
                name="resume_current_newest",
            ),
        ),
        migrations.AddIndex(
            model_name="candidate",
            index=models.Index(
                condition=models.Q(("withdrawn_at__isnull", False)),
                fields=["workspace", "email"],
                name="candidate_withdrawn",
            ),
        ),
    ]
