from django.db import migrations

DRAFTS = """
    UPDATE drafts_draft
       SET fields = (SELECT jsonb_object_agg(replace(key, 'as_said', 'wording'), value) FROM jsonb_each(fields))
     WHERE fields::text LIKE '%as_said%'
"""


class Migration(migrations.Migration):
    """What somebody had begun to write down of an interview is asked for by the name that claims have now."""

    dependencies = [
        ("return_interviews", "0004_edits_and_versions_have_their_own_words"),
        ("claims", "0003_entity_and_wording"),
        ("drafts", "0001_initial"),
    ]

    operations = [migrations.RunSQL(DRAFTS, migrations.RunSQL.noop)]
