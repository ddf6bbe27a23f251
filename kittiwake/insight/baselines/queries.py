"""The baselines that stand."""

from __future__ import annotations

from collections.abc import Sequence

from kittiwake.insight.models import Baseline


def rows_of(measure: str) -> list[Baseline]:
    """All that was ever set or taken back, the oldest first."""
    return list(Baseline.objects.filter(measure=measure).select_related("by").order_by("number"))


def standing(measure: str) -> list[Baseline]:
    """By their months: of each month what was said last, where that was not that it is taken back."""
    last = {row.starts_on: row for row in rows_of(measure)}
    return sorted((row for row in last.values() if row.stands), key=lambda row: row.starts_on)


def months_set(baselines: Sequence[Baseline]) -> list[str]:
    """As figures are grouped: 2026-03."""
    return [f"{baseline.starts_on:%Y-%m}" for baseline in baselines]
