"""Row security and foreign keys that cannot cross a workspace."""

from django.db import migrations

from recruit.tenancy.schema import bind, identify, protect


class Migration(migrations.Migration):
    dependencies = [("api", "0001_initial"), ("accounts", "0002_row_security")]
    operations = [
        protect("api_answer"),
        identify("accounts_apikey"),
        bind("api_answer", "api_key_id", "accounts_apikey"),
    ]
