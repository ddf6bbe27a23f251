"""Figures kept for whoever asked, and counted again when they may not be what they were.

They are kept for one person each: row-level security shows nobody another's, and what one person sees is never taken for
what another does. Kept.sql says when they are still right. What fails in the middle keeps nothing: the figures and their
keeping are one transaction, which is the reader's own.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from contextlib import nullcontext
from datetime import date, datetime
from typing import Any, NamedTuple

from django.db import connection

from kittiwake.insight import counting, recording
from kittiwake.insight.rules import Figure
from kittiwake.primitives.measures import statements
from kittiwake.primitives.measures.code import fingerprint
from kittiwake.primitives.measures.definition import Measure
from kittiwake.ui.deadline import tried_for

# As plpgsql is asked once for each time they were made, and not for each measure.
KEPT = """
  WITH mine AS (
         SELECT measure, grouped_by, judged_by, snapshot, made_in, made_at, figures FROM insight_keptfigures
          WHERE user_id = access_me() AND asked = %(asked)s AND measure = ANY (%(measures)s)
            AND grouped_by = ANY (%(groups)s) AND sees = (SELECT insight_sees())),
       made AS (
         SELECT snapshot, made_in, NOT insight_changed_since(snapshot, made_in) AS unchanged
           FROM (SELECT DISTINCT snapshot, made_in FROM mine) times)
  SELECT measure, grouped_by, judged_by, made_at, figures, unchanged FROM mine JOIN made USING (snapshot, made_in)
   WHERE (unchanged OR made_at >= %(waited_since)s)"""
BEFORE = "SELECT pg_current_snapshot()::text, insight_sees(), statement_timestamp()"


class Counted(NamedTuple):
    """Figures, when they were counted, and whether nothing that they are counted from has changed since."""

    figures: list[Figure]
    as_of: datetime
    unchanged: bool = True


def figures_of(
    measures: Sequence[Measure],
    first: date,
    last: date,
    groups: Sequence[str] = ("none",),
    known_at: datetime | None = None,
    waited_since: datetime | None = None,
    patience: float | None = None,
) -> dict[tuple[str, str], Counted]:
    """By the measure's key and the group: as kept, or else as counted now, and kept from now on.

    Whoever has waited for a worker to count them is shown what was counted since they asked, though something has changed
    in the meantime. Raises deadline.TakesLonger for what is not counted within `patience`, in seconds.
    """
    asked = f"{first} {last} {known_at.isoformat() if known_at else 'now'}"
    judged = {measure.key: _judged_by(measure, first, last) for measure in measures}
    counted = _kept(asked, judged, groups, waited_since)
    missing = [
        measure for measure in measures if any((measure.key, group) not in counted for group in groups)
    ]
    if missing:
        with nullcontext() if patience is None else tried_for(patience):
            snapshot, sees, made_at = _ask(BEFORE, {})[0]
            made = counting.figures_of(missing, first, last, groups, known_at)
            recording.keep(asked, judged, made, snapshot=snapshot, sees=sees, made_at=made_at)
        counted |= {which: Counted(figures, made_at) for which, figures in made.items()}
    return counted


def _judged_by(measure: Measure, first: date, last: date) -> str:
    """By which code, and by which limits: those are among what a measure is given."""
    given = sorted(statements.values(statements.of(measure).given, first, last).items())
    return hashlib.blake2b(f"{fingerprint()} {given}".encode(), digest_size=16).hexdigest()


def _kept(
    asked: str, judged: dict[str, str], groups: Sequence[str], waited_since: datetime | None
) -> dict[tuple[str, str], Counted]:
    params = {"asked": asked, "measures": list(judged), "groups": list(groups), "waited_since": waited_since}
    return {
        (key, group): Counted([Figure(*figure) for figure in json.loads(figures)], made_at, unchanged)
        for key, group, judged_by, made_at, figures, unchanged in _ask(KEPT, params)
        if judged_by == judged[key]
    }


def _ask(sql: str, params: dict[str, Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows
