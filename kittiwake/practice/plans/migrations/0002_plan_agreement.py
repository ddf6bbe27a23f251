import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations

HISTORY = """
    ALTER TABLE history_event DISABLE TRIGGER USER;
    UPDATE history_event SET subject = 'plans.planagreement' WHERE subject = 'plans.agreement';
    ALTER TABLE history_event ENABLE TRIGGER USER;
    ALTER TABLE history_version DISABLE TRIGGER USER;
    UPDATE history_version SET table_name = 'plans_planagreement' WHERE table_name = 'plans_agreement';
    ALTER TABLE history_version ENABLE TRIGGER USER;
"""


class Migration(migrations.Migration):
    """What was kept of an agreement is kept of an agreement to a plan."""

    dependencies = [
        ("plans", "0001_initial"),
        ("history", "0002_import"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='agreement',
            name='append_only',
        ),
        migrations.RenameModel("Agreement", "PlanAgreement"),
        pgtrigger.migrations.AddTrigger(
            model_name='planagreement',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='8716eb2586e19f9ae1cd9de16b2ae2c81769bf6a', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_6439b', table='plans_planagreement', when='BEFORE')),
        ),
        migrations.RunSQL(HISTORY, migrations.RunSQL.noop),
    ]
