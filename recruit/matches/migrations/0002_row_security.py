"""Row security and foreign keys that cannot cross a workspace."""

from django.db import migrations

from recruit.tenancy.schema import bind, identify, protect


class Migration(migrations.Migration):
    dependencies = [("matches", "0001_initial")]
    operations = [
        protect("matches_run"),
        protect("matches_match"),
        protect("matches_evidence"),
        protect("matches_standing"),
        protect("matches_decision"),
        identify("matches_match"),
        identify("matches_standing"),
        bind("matches_run", "posting_id", "postings_posting"),
        bind("matches_match", "posting_id", "postings_posting"),
        bind("matches_match", "candidate_id", "candidates_candidate"),
        bind("matches_match", "resume_id", "candidates_resume"),
        bind("matches_evidence", "match_id", "matches_match"),
        bind("matches_evidence", "requirement_id", "postings_requirement"),
        bind("matches_standing", "posting_id", "postings_posting"),
        bind("matches_standing", "candidate_id", "candidates_candidate"),
        bind("matches_decision", "standing_id", "matches_standing"),
        bind("matches_decision", "member_id", "accounts_member"),
    ]
