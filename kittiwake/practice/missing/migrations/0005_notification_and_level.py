import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

HISTORY = """
    ALTER TABLE history_event DISABLE TRIGGER USER;
    UPDATE history_event SET subject = 'missing.notification' WHERE subject = 'missing.telling';
    ALTER TABLE history_event ENABLE TRIGGER USER;
    ALTER TABLE history_version DISABLE TRIGGER USER;
    UPDATE history_version SET table_name = 'missing_notification' WHERE table_name = 'missing_telling';
    UPDATE history_version SET "row" = ("row" - 'rung') || jsonb_build_object('level', "row"->'rung')
     WHERE table_name = 'missing_acknowledgement' AND "row" ? 'rung';
    ALTER TABLE history_version ENABLE TRIGGER USER;
"""


class Migration(migrations.Migration):
    """Who was told is a notification, and who took notice did at a level; what was kept of them says so too."""

    dependencies = [
        ("missing", "0004_withdrawn_grades"),
        ("history", "0002_import"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='telling',
            name='no_delete',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='telling',
            name='keep_version',
        ),
        migrations.RemoveConstraint("telling", "telling_once_a_duty"),
        migrations.RemoveConstraint("acknowledgement", "rung_acknowledged_once"),
        migrations.RenameModel("Telling", "Notification"),
        migrations.RenameField("acknowledgement", "rung", "level"),
        migrations.AddConstraint(
            "notification", models.UniqueConstraint(fields=["episode", "duty"], name="notification_once_a_duty")
        ),
        migrations.AddConstraint(
            "acknowledgement", models.UniqueConstraint(fields=["episode", "level"], name="level_acknowledged_once")
        ),
        migrations.AlterField(
            model_name='notification',
            name='episode',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='notifications', to='missing.episode'),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='notification',
            trigger=pgtrigger.compiler.Trigger(name='no_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='309c2bc08945fc4b486e0b6b2226ff921a6bf217', operation='DELETE', pgid='pgtrigger_no_delete_87acb', table='missing_notification', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='notification',
            trigger=pgtrigger.compiler.Trigger(name='keep_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func="\n            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)\n            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),\n                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);\n            RETURN NULL;\n            ", hash='7d1d7d28ff344e82a068757a154daadac63304b2', operation='UPDATE', pgid='pgtrigger_keep_version_71d7f', table='missing_notification', when='AFTER')),
        ),
        migrations.RunSQL(HISTORY, migrations.RunSQL.noop),
    ]
