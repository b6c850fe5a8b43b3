"""Row security and foreign keys that cannot cross a workspace."""

from django.db import migrations

from recruit.tenancy.schema import protect


class Migration(migrations.Migration):
    dependencies = [("governance", "0001_initial")]
    operations = [
        protect("governance_provider"),
        protect("governance_modelcall"),
    ]
