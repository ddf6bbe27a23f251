"""The page of measures, counted and kept; and one team's dashboard of 36 months beside the same SQL written by hand.

    python -m benchmarks.measures [manager.harbour.team]

Cells are compared in the same run: with the same measures counted one by one without anything kept, and with the SQL by hand.
"""

from __future__ import annotations

import json
import statistics
import sys
from collections.abc import Callable
from datetime import date
from typing import Any

from benchmarks.pairs import PAIRS, compare, timed
from benchmarks.starting import start

EPISODES = """
  episode AS MATERIALIZED (
    SELECT e.*, coalesce(e.last_seen_at, e.reported_at) AS started_at,
           (coalesce(e.last_seen_at, e.reported_at) AT TIME ZONE 'Europe/London')::date AS started_on,
           (e.returned_at AT TIME ZONE 'Europe/London')::date AS over_on,
           extract(epoch FROM e.returned_at - coalesce(e.last_seen_at, e.reported_at)) / 3600 AS hours
      FROM missing_episode e JOIN record_entry n ON n.id = e.entry_id
     WHERE e.cancelled_at IS NULL AND n.struck_out_at IS NULL AND e.kind = 'M'),
  again AS MATERIALIZED (
    SELECT *, extract(epoch FROM started_at - lag(started_at, %(repeat)s) OVER theirs) AS since_repeat,
              extract(epoch FROM started_at - lag(started_at, %(prolific)s) OVER theirs) AS since_prolific
      FROM episode WINDOW theirs AS (PARTITION BY child_id ORDER BY started_at, entry_id)),
  clock AS MATERIALIZED (
    SELECT c.key, (c.due_at AT TIME ZONE 'Europe/London')::date AS due_on, c.stopped_at <= c.due_at AS in_numerator
      FROM clocks_clock c JOIN record_entry n ON n.id = c.entry_id
     WHERE c.key = ANY (%(clocks)s) AND n.struck_out_at IS NULL
       AND (c.cancelled_at IS NULL OR c.cancelled_at > c.due_at))"""
MONTH = "to_char({on}, 'YYYY-MM')"
PART = (
    "SELECT '{key}', " + MONTH + ", {counts} FROM {rows} WHERE {on} BETWEEN %(first)s AND %(last)s GROUP BY 2"
)
CHILDREN = "count(DISTINCT child_id)"
SHARE = "count(*) FILTER (WHERE {in_numerator}), count(*), count(*) FILTER (WHERE {in_numerator}) / count(*)::float8"
OF_CHILDREN = (
    f"{CHILDREN} FILTER (WHERE {{in_numerator}}), {CHILDREN}, "
    f"{CHILDREN} FILTER (WHERE {{in_numerator}}) / {CHILDREN}::float8"
)
BY_HAND = {
    "P01": ("episode", "started_on", "count(*), NULL::bigint, count(*)::float8"),
    "P02": ("episode", "started_on", f"{CHILDREN}, NULL::bigint, {CHILDREN}::float8"),
    "P04": ("episode", "started_on", f"count(*), {CHILDREN}, count(*) / {CHILDREN}::float8"),
    "P05": ("again", "started_on", OF_CHILDREN.format(in_numerator="since_repeat <= %(repeat_within)s")),
    "P06": ("again", "started_on", OF_CHILDREN.format(in_numerator="since_prolific <= %(prolific_within)s")),
    "P08": (
        "episode",
        "over_on",
        "NULL::bigint, count(hours), (percentile_cont(0.5) WITHIN GROUP (ORDER BY hours))::float8",
    ),
    "P08b": ("episode", "over_on", SHARE.format(in_numerator="hours > 24")),
    "P18": (
        (
            "episode e LEFT JOIN record_placement p ON p.child_id = e.child_id AND p.starts_on <= e.started_on"
            " AND (p.ends_on IS NULL OR p.ends_on > e.started_on)"
        ),
        "started_on",
        SHARE.format(in_numerator="p.out_of_area"),
    ),
    "P35": (
        "record_track t",
        "starts_on",
        SHARE.format(
            in_numerator="EXISTS (SELECT FROM record_track b WHERE b.child_id = t.child_id AND b.kind = t.kind"
            " AND b.starts_on < t.starts_on)"
        ),
    ),
}
ONLY = {"P35": "kind = 'child_protection' AND "}


def standards() -> dict[str, tuple[str, ...]]:
    from kittiwake.practice.meetings import rules as meetings
    from kittiwake.practice.plans import rules as plans

    of = {
        "P27": (meetings.STRATEGY_HELD, meetings.COMPLEX_HELD),
        "P32": (meetings.FIRST_CORE_GROUP,),
        "P33": (meetings.FIRST_REVIEW, meetings.LATER_REVIEW),
        "P33b": (plans.FIRST_REVIEW, plans.NEXT_REVIEW),
        "P42": (meetings.PANEL_HELD,),
        "P47": (meetings.FIRST_IN_CARE, meetings.SECOND_IN_CARE, meetings.LATER_IN_CARE),
    }
    return {key: tuple(one.key for one in several) for key, several in of.items()}


def by_hand(first: date, last: date) -> tuple[str, dict[str, Any]]:
    """One statement for all of them, with what they share fetched once."""
    from kittiwake.practice.missing import settings

    repeat, prolific, clocks = settings.repeat(last), settings.prolific(last), standards()
    parts = [
        PART.format(key=key, rows=rows, on=f"{ONLY.get(key, '')}{on}", counts=counts).replace(
            MONTH.format(on=f"{ONLY.get(key, '')}{on}"), MONTH.format(on=on)
        )
        for key, (rows, on, counts) in BY_HAND.items()
    ]
    parts += [
        f"SELECT '{key}', {MONTH.format(on='due_on')}, {SHARE.format(in_numerator='in_numerator')} FROM clock"
        f" WHERE key = ANY (%(of_{key})s) AND due_on BETWEEN %(first)s AND %(last)s GROUP BY 2"
        for key in clocks
    ]
    params = {
        "first": first,
        "last": last,
        "repeat": repeat.times - 1,
        "prolific": prolific.times - 1,
        "repeat_within": repeat.within.total_seconds(),
        "prolific_within": prolific.within.total_seconds(),
        "clocks": [key for several in clocks.values() for key in several],
        **{f"of_{key}": list(several) for key, several in clocks.items()},
    }
    return f"WITH {EPISODES} {' UNION ALL '.join(parts)}", params


def main() -> None:
    start()
    from django.db import connection
    from django.test import Client
    from django.utils.timezone import now

    from kittiwake.access.identity import acting_as, acting_as_system
    from kittiwake.accounts.models import User
    from kittiwake.insight import counting, keeping
    from kittiwake.insight.models import KeptFigures
    from kittiwake.insight.showing import YEAR
    from kittiwake.primitives.measures import catalogue
    from kittiwake.record.models import Child
    from kittiwake.time.moments import local_date

    login = sys.argv[1] if len(sys.argv) > 1 else "manager.harbour.team"
    with acting_as_system():
        user, children = User.objects.get(email=f"{login}@saltmere.example"), Child.objects.count()
    client, today = Client(), local_date(now())
    client.force_login(user)

    def forget() -> None:
        with acting_as(user):
            KeptFigures.objects.all().delete()

    def page() -> None:
        assert client.get("/measures/").status_code == 200

    def report(name: str, work: Callable[[], object], before: Callable[[], object], target: float) -> None:
        times = []
        for _ in range(PAIRS + 1):
            before()
            times.append(timed(work))
        walls = sorted(took.wall for took in times[1:])
        line = {
            "name": name,
            "ms": round(statistics.median(walls) * 1000, 1),
            "most_ms": round(walls[-1] * 1000, 1),
            "ours_cpu_ms": round(statistics.median(took.cpu for took in times[1:]) * 1000, 1),
            "target_ms": target,
            "verdict": "met" if walls[-1] * 1000 <= target else "missed",
            "children": children,
        }
        print(json.dumps(line), flush=True)

    every = list(catalogue.measures().values())
    with acting_as(user):
        found = keeping.figures_of(every, today - YEAR, today)
        slow = {measure.key: counting.figures(measure, today - YEAR, today) for measure in every}
    differ = [key for key, figures in slow.items() if found[key, "none"].figures != figures]
    assert not differ, f"another figure than counted alone: {differ}"
    report("measures page, counted", page, forget, 300)
    report("measures page, kept", page, lambda: None, 30)

    first = date(today.year - 3, today.month, 1)
    sql, params = by_hand(first, today)
    some = [catalogue.measures()[key] for key in (*BY_HAND, *standards())]

    def ours() -> set[tuple[Any, ...]]:
        with acting_as(user):
            counted = keeping.figures_of(some, first, today, ["month"])
        return {
            (key, f.group, f.numerator, f.denominator, f.value and round(f.value, 6))
            for (key, _), one in counted.items()
            for f in one.figures
        }

    def hand() -> set[tuple[Any, ...]]:
        with acting_as(user), connection.cursor() as cursor:
            cursor.execute(sql, params)
            return {(*row[:4], row[4] and round(row[4], 6)) for row in cursor.fetchall()}

    def anew() -> set[tuple[Any, ...]]:
        with acting_as(user):
            KeptFigures.objects.all().delete()
        return ours()

    assert anew() == hand(), sorted(anew() ^ hand())[:10]
    size = {"measures": len(some), "months": 36, "cells": len(hand()), "children": children}
    compare("B9 dashboard counted, beside its SQL by hand", anew, hand, target=1.3, **size)
    report("B9 dashboard, counted", ours, forget, 300)
    report("B9 dashboard, kept", ours, lambda: None, 30)


if __name__ == "__main__":
    main()
