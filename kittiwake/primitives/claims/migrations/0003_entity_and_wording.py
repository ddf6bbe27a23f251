import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models

HISTORY = """
    ALTER TABLE history_event DISABLE TRIGGER USER;
    UPDATE history_event SET subject = 'claims.entity' WHERE subject = 'claims.thing';
    ALTER TABLE history_event ENABLE TRIGGER USER;
    ALTER TABLE history_version DISABLE TRIGGER USER;
    UPDATE history_version SET table_name = 'claims_entity' WHERE table_name = 'claims_thing';
    UPDATE history_version SET "row" = ("row" - 'as_said') || jsonb_build_object('wording', "row"->'as_said')
     WHERE table_name = 'claims_claim' AND "row" ? 'as_said';
    UPDATE history_version SET "row" = ("row" - 'thing_id') || jsonb_build_object('entity_id', "row"->'thing_id')
     WHERE table_name = 'claims_claim' AND "row" ? 'thing_id';
    ALTER TABLE history_version ENABLE TRIGGER USER;
"""


class Migration(migrations.Migration):
    """What a claim is about is an entity, what was said its wording; what was kept of them says so too."""

    dependencies = [
        ("claims", "0002_somebody_who_may_see_both_is_asked"),
        ("history", "0002_import"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name='thing',
            name='no_delete',
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name='thing',
            name='keep_version',
        ),
        migrations.RemoveConstraint("thing", "thing_once_a_number"),
        migrations.RenameModel("Thing", "Entity"),
        migrations.AddConstraint(
            "entity",
            models.UniqueConstraint(
                fields=["kind", "match_key"],
                condition=models.Q(kind__in=["handle", "phone", "vehicle"]) & ~models.Q(match_key=""),
                name="entity_once_a_number",
            ),
        ),
        migrations.RenameField("claim", "thing", "entity"),
        migrations.RenameField("claim", "as_said", "wording"),
        pgtrigger.migrations.AddTrigger(
            model_name='entity',
            trigger=pgtrigger.compiler.Trigger(name='no_delete', sql=pgtrigger.compiler.UpsertTriggerSql(func="RAISE EXCEPTION 'pgtrigger: Cannot delete rows from % table', TG_TABLE_NAME;", hash='f9fae43f8c248d568267e56193226f99127c7b47', operation='DELETE', pgid='pgtrigger_no_delete_d465b', table='claims_entity', when='BEFORE')),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name='entity',
            trigger=pgtrigger.compiler.Trigger(name='keep_version', sql=pgtrigger.compiler.UpsertTriggerSql(condition='WHEN (OLD.* IS DISTINCT FROM NEW.*)', func="\n            INSERT INTO history_version (table_name, row_id, row, replaced_at, replaced_by_id)\n            VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), clock_timestamp(),\n                    NULLIF(current_setting('kittiwake.user_id', true), '')::bigint);\n            RETURN NULL;\n            ", hash='99639ae61078f6ec3d323a13612dadad884d059c', operation='UPDATE', pgid='pgtrigger_keep_version_eb353', table='claims_entity', when='AFTER')),
        ),
        migrations.RunSQL(HISTORY, migrations.RunSQL.noop),
    ]
