"""Row security and foreign keys that cannot cross a workspace."""

from django.db import migrations

from recruit.tenancy.schema import protect

_REFUSE = """
CREATE FUNCTION events_are_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'Events are append-only: % is refused.', TG_OP;
END $$;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON events_event
    FOR EACH ROW EXECUTE FUNCTION events_are_append_only();
CREATE TRIGGER append_only_table BEFORE TRUNCATE ON events_event
    FOR EACH STATEMENT EXECUTE FUNCTION events_are_append_only();
"""
_ALLOW = "DROP FUNCTION events_are_append_only CASCADE"


class Migration(migrations.Migration):
    dependencies = [("events", "0001_initial")]
    operations = [
        protect("events_event"),
        migrations.RunSQL(_REFUSE, _ALLOW),
    ]
