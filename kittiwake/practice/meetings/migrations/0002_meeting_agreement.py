import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations

HISTORY = """
    ALTER TABLE history_event DISABLE TRIGGER USER;
    UPDATE history_event SET subject = 'meetings.meetingagreement' WHERE subject = 'meetings.agreement';
    ALTER TABLE history_event ENABLE TRIGGER USER;
    ALTER TABLE history_version DISABLE TRIGGER USER;
    UPDATE history_version SET table_name = 'meetings_meetingagreement' WHERE table_name = 'meetings_agreement';
    ALTER TABLE history_version ENABLE TRIGGER USER;
"""


class Migration(migrations.Migration):
    """What was kept of an agreement is kept of an agreement of a meeting."""

    dependencies = [
        ("meetings", "0001_initial"),
        ("history", "0002_import"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='agreement',
            name='no_delete',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='agreement',
            name='keep_version',
        ),
        migrations.RenameModel("Agreement", "MeetingAgreement"),
        pgtrigger.migrations.AddTrigger(
            model_name='meetingagreement',
            trigger=pgtrigger.compiler.Trigger(name='no_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='465feb122e321f8feabb40d6efa40b8f4da74b11', operation='DELETE', pgid='pgtrigger_no_delete_ce198', table='meetings_meetingagreement', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='meetingagreement',
            trigger=pgtrigger.compiler.Trigger(name='keep_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func="\n            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)\n            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),\n                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);\n            RETURN NULL;\n            ", hash='cb00b7ba64899106b7ff0513bca040f600713035', operation='UPDATE', pgid='pgtrigger_keep_version_135c3', table='meetings_meetingagreement', when='AFTER')),
        ),
        migrations.RunSQL(HISTORY, migrations.RunSQL.noop),
    ]
