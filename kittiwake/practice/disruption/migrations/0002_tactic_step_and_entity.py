import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

HISTORY = """
    ALTER TABLE history_event DISABLE TRIGGER USER;
    UPDATE history_event SET subject = 'disruption.tacticstep' WHERE subject = 'disruption.step';
    ALTER TABLE history_event ENABLE TRIGGER USER;
    ALTER TABLE history_version DISABLE TRIGGER USER;
    UPDATE history_version SET table_name = 'disruption_tacticstep' WHERE table_name = 'disruption_step';
    UPDATE history_version SET "row" = ("row" - 'thing_id') || jsonb_build_object('entity_id', "row"->'thing_id')
     WHERE table_name = 'disruption_tactic' AND "row" ? 'thing_id';
    ALTER TABLE history_version ENABLE TRIGGER USER;
"""


class Migration(migrations.Migration):
    """A step is a step of a tactic, and what a tactic is about an entity; what was kept of them says so too."""

    dependencies = [
        ("disruption", "0001_initial"),
        ("claims", "0003_entity_and_wording"),
        ("history", "0002_import"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='step',
            name='append_only',
        ),
        migrations.RenameModel("Step", "TacticStep"),
        migrations.RenameField("tactic", "thing", "entity"),
        migrations.AlterField(
            model_name='tactic',
            name='entity',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='tactics', to='claims.entity'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='tacticstep',
            trigger=pgtrigger.compiler.Trigger(name='append_only', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;", hash='c1e76255704f7789b7b548a2ab9d7d3f0fe5f4da', operation='UPDATE OR DELETE', pgid='pgtrigger_append_only_a9439', table='disruption_tacticstep', when='BEFORE')),
        ),
        migrations.RunSQL(HISTORY, migrations.RunSQL.noop),
    ]
