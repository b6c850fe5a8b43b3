"""Row security and foreign keys that cannot cross a workspace."""

from django.db import migrations

from recruit.tenancy.schema import bind, identify, protect


class Migration(migrations.Migration):
    dependencies = [("outreach", "0001_initial")]
    operations = [
        protect("outreach_draft"),
        protect("outreach_draftstep"),
        protect("outreach_approval"),
        protect("outreach_message"),
        protect("outreach_suppression"),
        identify("outreach_draft"),
        identify("outreach_approval"),
        bind("outreach_draft", "posting_id", "postings_posting"),
        bind("outreach_draft", "candidate_id", "candidates_candidate"),
        bind("outreach_draft", "requested_by_id", "accounts_member"),
        bind("outreach_draftstep", "draft_id", "outreach_draft"),
        bind("outreach_approval", "draft_id", "outreach_draft"),
        bind("outreach_approval", "member_id", "accounts_member"),
        bind("outreach_message", "approval_id", "outreach_approval"),
        bind("outreach_message", "candidate_id", "candidates_candidate"),
    ]
