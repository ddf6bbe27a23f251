"""Caseloads of workers on a day. What every other area asks: caseload_of and over_cap."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import connection
from django.db.models import QuerySet

from kittiwake.assurance.workforce.caseloads.rules import START, Agreed, Caseload
from kittiwake.assurance.workforce.models import CaseloadRule
from kittiwake.queries.kept import kept
from kittiwake.queries.together import together
from kittiwake.record.models import Child, Track, Worker


def agreed_on(on: date) -> Agreed:
    rule = next(iter(_latest(on)), None)
    if rule is None:
        return START
    return Agreed(
        rule.starts_on, rule.usual, rule.protected_share, rule.weights, rule.source, rule.most_managed
    )


@kept
def _latest(on: date) -> QuerySet[CaseloadRule]:
    return CaseloadRule.objects.filter(starts_on__lte=on).order_by("-starts_on")[:1]


def caseloads(workers: Iterable[Worker], on: date) -> dict[int, Caseload]:
    """By worker, in three statements however many. Named workers only: who covers has a child on top of their own."""
    keys = [worker.pk for worker in workers]
    agreed, known = together(lambda: agreed_on(on), lambda: _ask("workforce_standing(%s, %s)", keys, on))
    tracks: dict[int, dict[str, int]] = defaultdict(dict)
    weights = json.dumps(dict(agreed.weights))
    for worker, track, children in _ask("workforce_caseload(%s, %s, %s::jsonb)", keys, on, weights):
        tracks[worker][track] = children
    standing = {worker: (fte, new) for worker, fte, new in known}
    return {key: Caseload(tracks[key], agreed, *standing.get(key, (None, False))) for key in keys}


def _ask(function: str, *given: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {function}", given)
        return list(cursor.fetchall())


def weight_of(child: Child, on: date) -> Decimal:
    """What one more child adds to whoever gets them."""
    tracks = Track.objects.on(on).filter(child=child).values_list("kind", flat=True)
    return agreed_on(on).heaviest(tracks)


def hours(workers: Iterable[int], on: date) -> dict[int, Decimal]:
    """FTE by worker, of those it is known of."""
    standing = _ask("workforce_standing(%s, %s)", list(workers), on)
    return {worker: fte for worker, fte, _ in standing if fte is not None}


def caseload_of(worker: Worker, on: date) -> Caseload:
    return caseloads([worker], on)[worker.pk]


def over_cap(worker: Worker, on: date, adding: int = 0) -> bool:
    """Whether a newly qualified worker's protected caseload is passed, or would be with so many more children."""
    return caseload_of(worker, on).over(adding)
