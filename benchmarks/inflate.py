"""The made-up council at full size: rows written by the owner of the tables, in SQL."""

from __future__ import annotations

import argparse
import time

import psycopg

from kittiwake.config import engine

TEAM_OF = 300  # children a team
STEPS = {
    "teams": """
        INSERT INTO record_team (name, kind, parent_id)
        SELECT 'Large team ' || n, 'social_work', (SELECT id FROM record_team WHERE kind = 'service' LIMIT 1)
          FROM generate_series(1, {children} / {team}) n""",
    "workers": """
        INSERT INTO record_worker (name, swe_number, phone)
        SELECT 'Large worker ' || n, '', '' FROM generate_series(1, {children} / 25) n""",
    "children": """
        INSERT INTO record_child (forenames, surname, called, born_on, birth_is, sex, gender, ethnicity, disabilities,
               language, communication, restricted, restricted_reason, recorded_at, version, recorded_by_id)
        SELECT 'Large' || n % 997, 'Child' || n, '', date '2008-01-01' + n % 4000, 'known', 'M', '00', 'WBRI', '{{}}',
               '', '', n % 500 = 0, CASE WHEN n % 500 = 0 THEN 'A relative' ELSE '' END, now() - interval '3 years', 1,
               (SELECT min(id) FROM accounts_user)
          FROM generate_series(1, {children}) n""",
    "allocations": """
        INSERT INTO record_allocation (role, is_cover, starts_on, reason, recorded_at, child_id, team_id, worker_id)
        SELECT 'lead', false, current_date - 400, '', now() - interval '400 days', c.id, t.id, w.id
          FROM (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM record_child WHERE surname LIKE 'Child%') c
          JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM record_team WHERE name LIKE 'Large team%') t
            ON t.n = c.n / {team}
          JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM record_worker WHERE name LIKE 'Large worker%') w
            ON w.n = c.n / 25""",
    "entries": """
        INSERT INTO record_entry (kind, summary, happened_at, recorded_at, struck_out_reason, by_id, child_id)
        SELECT 'missing.episode', 'Reported missing', now() - make_interval(days => 30 + 600 * k + (c.id % 500)::int),
               now() - make_interval(days => 29 + 600 * k + (c.id % 500)::int), '',
               (SELECT min(id) FROM accounts_user), c.id
          FROM record_child c, generate_series(0, 4) k WHERE c.surname LIKE 'Child%'""",
    "episodes": """
        INSERT INTO missing_episode (entry_id, kind, last_seen_at, last_seen_time_known, last_seen_source, last_seen_by,
               reported_at, reported_time_known, reported_source, reported_by, located_time_known, located_source,
               located_where, located_how, returned_at, returned_time_known, returned_source, returned_how, missing_from,
               circumstances, cancelled_reason, closed_reason, version, is_counted, child_id)
        SELECT e.id, 'M', e.happened_at, true, '', '', e.happened_at + interval '1 hour', true, 'police', '', true, '',
               '', '', e.happened_at + interval '9 hours', true, 'carer', '', 'Home', '', '', '', 2, true,
               e.child_id
          FROM record_entry e JOIN record_child c ON c.id = e.child_id WHERE c.surname LIKE 'Child%'""",
    "clocks": """
        INSERT INTO clocks_clock (key, rule_version, started_at, time_known, due_soon_at, due_at, stopped_at,
               cancelled_reason, holidays_known, put_off_reason, entry_id, stopped_by_id)
        SELECT 'return_interview', date '2014-01-16', x.returned_at, true, x.returned_at + interval '48 hours',
               x.returned_at + interval '72 hours', x.returned_at + interval '60 hours', '', true, '', x.entry_id, x.entry_id
          FROM missing_episode x JOIN record_child c ON c.id = x.child_id WHERE c.surname LIKE 'Child%'""",
    "log of reading": """
        INSERT INTO access_reading (id, at, user_id, role, what, page, child_id, entry_id, shown, why, address, hash)
        OVERRIDING SYSTEM VALUE
        SELECT (SELECT coalesce(max(id), 0) FROM access_reading) + n, now() - make_interval(secs => ({log} - n) * 60),
               2 + n % 40, 'social_worker', 'view', 'desk:child',
               (SELECT min(id) FROM record_child WHERE surname LIKE 'Child%') + n % {children}, NULL, '{{}}', 'team',
               '127.0.0.1', '\\x00'
          FROM generate_series(1, {log}) n""",
    # The next line is numbered after the last there is.
    "length of the log": "UPDATE access_chain SET lines = (SELECT max(id) FROM access_reading)",
}


def main() -> None:
    words = argparse.ArgumentParser(description=__doc__)
    words.add_argument("--children", type=int, default=60_000)
    words.add_argument("--log", type=int, default=5_000_000)
    size = words.parse_args()
    with psycopg.connect(engine.ensure().owner, autocommit=True) as owner:
        for name, statement in STEPS.items():
            began = time.perf_counter()
            rows = owner.execute(
                statement.format(children=size.children, log=size.log, team=TEAM_OF)
            ).rowcount
            print(f"{name}: {rows:,} rows in {time.perf_counter() - began:.0f} s", flush=True)
        owner.execute("ANALYZE")


if __name__ == "__main__":
    main()
