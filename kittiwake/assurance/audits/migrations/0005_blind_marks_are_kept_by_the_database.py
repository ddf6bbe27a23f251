"""Who was asked for a blind mark and has not made it: as for assessments, one way for both."""

from django.db import migrations

KEEP = """
    INSERT INTO instruments_blindmark
           (entry_id, child_id, kind, instrument, version, marker_id, asked_by_id, asked_at)
    SELECT made.entry_id, made.child_id, 'audits.audit', done.instrument, done.version,
           again.moderator_id, again.asked_by_id, again.asked_at
      FROM audits_moderation again
      JOIN audits_audit made ON made.entry_id = again.audit_id
      JOIN audits_mark first ON first.audit_id = made.entry_id AND first.kind = 'first'
      JOIN instruments_completion done ON done.id = first.completion_id
      JOIN record_entry entry ON entry.id = made.entry_id
     WHERE again.is_blind AND again.marked_at IS NULL AND entry.struck_out_at IS NULL
"""


class Migration(migrations.Migration):
    dependencies = [
        ("audits", "0004_settled_by_a_third_and_why_another_sample"),
        ("instruments", "0002_kept_until_marked"),
    ]

    operations = [migrations.RunSQL(KEEP, migrations.RunSQL.noop)]
