import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations

HISTORY = """
    ALTER TABLE history_event DISABLE TRIGGER USER;
    UPDATE history_event SET subject = 'supervision.supervisionagreement' WHERE subject = 'supervision.agreement';
    ALTER TABLE history_event ENABLE TRIGGER USER;
    ALTER TABLE history_version DISABLE TRIGGER USER;
    UPDATE history_version SET table_name = 'supervision_supervisionagreement' WHERE table_name = 'supervision_agreement';
    ALTER TABLE history_version ENABLE TRIGGER USER;
"""


class Migration(migrations.Migration):
    """What was kept of an agreement is kept of a supervision agreement."""

    dependencies = [
        ("supervision", "0002_cover_is_kept_in_allocation"),
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
        migrations.RenameModel("Agreement", "SupervisionAgreement"),
        pgtrigger.migrations.AddTrigger(
            model_name='supervisionagreement',
            trigger=pgtrigger.compiler.Trigger(name='no_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='e7cc32a8272f3f75f13ad51380c8b32189d3358f', operation='DELETE', pgid='pgtrigger_no_delete_a387e', table='supervision_supervisionagreement', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='supervisionagreement',
            trigger=pgtrigger.compiler.Trigger(name='keep_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func="\n            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)\n            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),\n                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);\n            RETURN NULL;\n            ", hash='cdbe58c96b248547e6f490b36a4b29ad9660a2ae', operation='UPDATE', pgid='pgtrigger_keep_version_b71ec', table='supervision_supervisionagreement', when='AFTER')),
        ),
        migrations.RunSQL(HISTORY, migrations.RunSQL.noop),
    ]
