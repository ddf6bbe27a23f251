"""Who was asked for a second mark and has not made it: the first is kept from them by the database from now on."""

from django.db import migrations

KEEP = """
    INSERT INTO instruments_blindmark
           (entry_id, child_id, kind, instrument, version, marker_id, asked_by_id, asked_at)
    SELECT made.entry_id, made.child_id, 'risk.assessment', done.instrument, done.version,
           again.marker_id, again.asked_by_id, again.asked_at
      FROM risk_secondmark again
      JOIN risk_riskassessment made ON made.entry_id = again.assessment_id
      JOIN instruments_completion done ON done.id = made.completion_id
      JOIN record_entry entry ON entry.id = made.entry_id
     WHERE again.marked_at IS NULL AND entry.struck_out_at IS NULL
"""


class Migration(migrations.Migration):
    dependencies = [
        ("risk", "0001_initial"),
        ("instruments", "0002_kept_until_marked"),
    ]

    operations = [migrations.RunSQL(KEEP, migrations.RunSQL.noop)]
