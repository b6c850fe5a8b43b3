"""Row security and foreign keys that cannot cross a workspace."""

from django.db import migrations

from recruit.tenancy.schema import bind, identify, protect


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]
    operations = [
        protect("accounts_member", or_visible="user_id = NULLIF(current_setting('strata.user', true), '')::uuid"),
        protect("accounts_company"),
        protect("accounts_apikey", or_visible="prefix = NULLIF(current_setting('strata.key_prefix', true), '')"),
        identify("accounts_member"),
        identify("accounts_company"),
        bind("accounts_apikey", "company_id", "accounts_company"),
    ]
