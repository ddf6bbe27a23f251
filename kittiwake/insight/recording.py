"""Keeping figures, and clearing them away."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from django.db import connection

from kittiwake.access.identity import acting_as_system
from kittiwake.insight.models import Counting, KeptFigures, PublishedQuarter
from kittiwake.insight.rules import Figure

# Only where they see the same as before: in between, the hour may have ended what let them see a child.
KEEP = """
  INSERT INTO insight_keptfigures (user_id, asked, measure, grouped_by, sees, judged_by, snapshot, made_in, made_at, figures)
  SELECT access_me(), %(asked)s, made.measure, made.grouped_by, %(sees)s, made.judged_by, %(snapshot)s,
         pg_current_xact_id()::text::bigint, %(made_at)s, made.figures
    FROM jsonb_to_recordset(%(made)s::jsonb) AS made (measure text, grouped_by text, judged_by text, figures jsonb)
   WHERE access_me() IS NOT NULL AND insight_sees() = %(sees)s
   ORDER BY made.measure, made.grouped_by
  ON CONFLICT (user_id, asked, measure, grouped_by) DO UPDATE
     SET sees = excluded.sees, judged_by = excluded.judged_by, snapshot = excluded.snapshot,
         made_in = excluded.made_in, made_at = excluded.made_at, figures = excluded.figures"""


def keep(asked: str, judged: dict[str, str], made: dict[tuple[str, str], list[Figure]], **when: Any) -> None:
    """Under whoever asks. `when`: the snapshot they were counted by, what was seen in it (`sees`), and `made_at`."""
    rows = [
        {
            "measure": key,
            "grouped_by": group,
            "judged_by": judged[key],
            "figures": [_plain(figure) for figure in figures],
        }
        for (key, group), figures in made.items()
    ]
    with connection.cursor() as cursor:
        cursor.execute(KEEP, {"asked": asked, "made": json.dumps(rows), **when})


def _plain(figure: Figure) -> list[Any]:
    return [figure.group, figure.numerator, figure.denominator, figure.value]


def publish(first: date, figures: Mapping[tuple[str, str], Sequence[Figure]], *, at: datetime) -> None:
    """The figures of the quarter that begins on that day, already protected. What was published first stays."""
    plain: dict[str, dict[str, list[list[Any]]]] = defaultdict(dict)
    for (key, group), protected in figures.items():
        plain[key][group] = [[*_plain(figure), figure.is_hidden] for figure in protected]
    quarter = PublishedQuarter(first_on=first, known_at=at, figures=plain)
    PublishedQuarter.objects.bulk_create([quarter], ignore_conflicts=True)


def clear_away(at: datetime) -> None:
    """The figures first: a note of a change is needed for as long as anything counted before it is kept."""
    with acting_as_system(), connection.cursor() as cursor:
        KeptFigures.objects.filter(made_at__lt=at - timedelta(days=1)).delete()
        Counting.objects.filter(asked_at__lt=at - timedelta(days=1)).delete()
        cursor.execute("SELECT insight_forget()")
