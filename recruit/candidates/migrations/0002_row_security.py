"""Row security and foreign keys that cannot cross a workspace."""

from django.db import migrations

from recruit.tenancy.schema import bind, identify, protect


class Migration(migrations.Migration):
    dependencies = [("candidates", "0001_initial")]
    operations = [
        protect("candidates_candidate"),
        protect("candidates_consent"),
        protect("candidates_resume"),
        protect("candidates_passage"),
        identify("candidates_candidate"),
        identify("candidates_resume"),
        bind("candidates_consent", "candidate_id", "candidates_candidate"),
        bind("candidates_resume", "candidate_id", "candidates_candidate"),
        bind("candidates_passage", "resume_id", "candidates_resume"),
        bind("candidates_passagevector", "resume_id", "candidates_resume"),
        bind("candidates_candidatevector", "candidate_id", "candidates_candidate"),
        bind("candidates_lexeme", "candidate_id", "candidates_candidate"),
    ]
