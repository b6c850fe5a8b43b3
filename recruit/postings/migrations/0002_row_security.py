"""Row security and foreign keys that cannot cross a workspace."""

from django.db import migrations

from recruit.tenancy.schema import bind, identify, protect


class Migration(migrations.Migration):
    dependencies = [("postings", "0001_initial")]
    operations = [
        protect("postings_posting"),
        protect("postings_requirement"),
        identify("postings_posting"),
        identify("postings_requirement"),
        bind("postings_posting", "company_id", "accounts_company"),
        bind("postings_requirement", "posting_id", "postings_posting"),
        bind("postings_postingvector", "posting_id", "postings_posting"),
    ]
