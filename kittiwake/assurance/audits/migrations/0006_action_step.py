import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations

HISTORY = """
    ALTER TABLE history_event DISABLE TRIGGER USER;
    UPDATE history_event SET subject = 'audits.actionstep' WHERE subject = 'audits.step';
    ALTER TABLE history_event ENABLE TRIGGER USER;
    ALTER TABLE history_version DISABLE TRIGGER USER;
    UPDATE history_version SET table_name = 'audits_actionstep' WHERE table_name = 'audits_step';
    ALTER TABLE history_version ENABLE TRIGGER USER;
"""


class Migration(migrations.Migration):
    """What was kept of a step is kept of an action’s step."""

    dependencies = [
        ("audits", "0005_blind_marks_are_kept_by_the_database"),
        ("history", "0002_import"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='step',
            name='append_only',
        ),
        migrations.RenameModel("Step", "ActionStep"),
        pgtrigger.migrations.AddTrigger(
            model_name='actionstep',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='814ae96a4b6f507864dca534532d2f16f739ad2f', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_74a91', table='audits_actionstep', when='BEFORE')),
        ),
        migrations.RunSQL(HISTORY, migrations.RunSQL.noop),
    ]
