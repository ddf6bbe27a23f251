import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations

HISTORY = """
    ALTER TABLE history_event DISABLE TRIGGER USER;
    UPDATE history_event SET subject = 'workforce.supportedyearstep' WHERE subject = 'workforce.step';
    ALTER TABLE history_event ENABLE TRIGGER USER;
    ALTER TABLE history_version DISABLE TRIGGER USER;
    UPDATE history_version SET table_name = 'workforce_supportedyearstep' WHERE table_name = 'workforce_step';
    ALTER TABLE history_version ENABLE TRIGGER USER;
"""


class Migration(migrations.Migration):
    """What was kept of a step is kept of a step of the supported year."""

    dependencies = [
        ("workforce", "0006_withdrawn"),
        ("history", "0002_import"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='step',
            name='no_delete',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='step',
            name='keep_version',
        ),
        migrations.RenameModel("Step", "SupportedYearStep"),
        pgtrigger.migrations.AddTrigger(
            model_name='supportedyearstep',
            trigger=pgtrigger.compiler.Trigger(name='no_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='f73ac9042c98932d84a0440a798f585a7ca0f90b', operation='DELETE', pgid='pgtrigger_no_delete_bde87', table='workforce_supportedyearstep', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='supportedyearstep',
            trigger=pgtrigger.compiler.Trigger(name='keep_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func="\n            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)\n            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),\n                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);\n            RETURN NULL;\n            ", hash='38f1d5921eb5b1ca98cd56e6147f9a8a72482c9c', operation='UPDATE', pgid='pgtrigger_keep_version_19def', table='workforce_supportedyearstep', when='AFTER')),
        ),
        migrations.RunSQL(HISTORY, migrations.RunSQL.noop),
    ]
