"""Row security and foreign keys that cannot cross a workspace."""

from django.db import migrations

from recruit.tenancy.schema import protect


class Migration(migrations.Migration):
    dependencies = [("jobs", "0001_initial")]
    operations = [
        protect("jobs_job", or_visible="current_setting('strata.jobs', true) = 'all'"),
    ]
