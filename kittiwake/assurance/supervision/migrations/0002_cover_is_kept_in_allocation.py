"""Who is away was kept twice; from here on it is kept in allocation alone. What supervision knew of it goes there."""

import django.db.models.deletion
from django.db import migrations, models

# Each time away that allocation does not know of, as it was, and the places in teams that whoever covers had by it.
MOVE = """
INSERT INTO allocation_away (worker_id, covered_by_id, starts_on, ends_on, words, recorded_at, by_id)
SELECT supervisor_id, cover_id, starts_on, ends_on, '', recorded_at, recorded_by_id FROM supervision_away s
 WHERE NOT EXISTS (SELECT FROM allocation_away a WHERE a.worker_id = s.supervisor_id
                      AND daterange(a.starts_on, a.ends_on) && daterange(s.starts_on, s.ends_on));

INSERT INTO allocation_coveredteam (away_id, place_id)
SELECT DISTINCT ON (mine.id) a.id, mine.id
  FROM supervision_away s
  JOIN allocation_away a ON a.worker_id = s.supervisor_id AND a.covered_by_id = s.cover_id AND a.starts_on = s.starts_on
  JOIN record_membership theirs ON theirs.worker_id = s.supervisor_id AND theirs.manages
  JOIN record_membership mine ON mine.worker_id = s.cover_id AND mine.team_id = theirs.team_id AND NOT mine.manages
   AND mine.starts_on >= s.starts_on AND mine.ends_on IS NOT DISTINCT FROM s.ends_on
 ORDER BY mine.id, a.id;

UPDATE supervision_supervision held SET covering_in_allocation_id = a.id
  FROM supervision_away s
  JOIN allocation_away a ON a.worker_id = s.supervisor_id
   AND daterange(a.starts_on, a.ends_on) && daterange(s.starts_on, s.ends_on)
 WHERE held.covering_id = s.id;

SET CONSTRAINTS ALL IMMEDIATE;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("allocation", "0002_one_way_of_being_away"),
        ("supervision", "0001_initial"),
    ]

    operations = [
        migrations.AddField(
            model_name="supervision",
            name="covering_in_allocation",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="allocation.away",
            ),
        ),
        migrations.RunSQL(MOVE, migrations.RunSQL.noop),
        migrations.RemoveField(model_name="supervision", name="covering"),
        migrations.RenameField(
            model_name="supervision", old_name="covering_in_allocation", new_name="covering"
        ),
        migrations.DeleteModel(name="Away"),
    ]
