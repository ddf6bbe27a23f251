"""Posts by team, and how much of them nobody employed fills. Reads only."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from decimal import Decimal
from typing import Any

from kittiwake.assurance.workforce import codes, rules
from kittiwake.assurance.workforce.models import Engagement, Post

COLUMNS = ("Posts, FTE", "Vacant, FTE", "Covered by agency, FTE")


def table(on: date) -> tuple[list[dict[str, Any]], list[list[str]]]:
    """A row a team."""
    filled, covered = _by_post(codes.PERMANENT, on), _by_post(codes.AGENCY, on)
    found: dict[str, list[Decimal]] = defaultdict(lambda: [Decimal(0)] * 3)
    for post in Post.objects.on(on).select_related("team"):  # type: ignore[attr-defined]
        numbers = (post.fte, rules.vacant_fte(post.fte, filled[post.pk]), covered[post.pk])
        found[post.team.name] = [had + more for had, more in zip(found[post.team.name], numbers, strict=True)]
    columns: list[dict[str, Any]] = [
        {"text": "Team"},
        *({"text": text, "is_number": True} for text in COLUMNS),
    ]
    return columns, [[team, *(f"{number:.1f}" for number in found[team])] for team in sorted(found)]


def _by_post(kind: str, on: date) -> dict[int, Decimal]:
    found: dict[int, Decimal] = defaultdict(Decimal)
    standing = Engagement.objects.on(on).filter(kind=kind, post__isnull=False)  # type: ignore[attr-defined]
    for post_id, fte in standing.values_list("post_id", "fte"):
        found[post_id] += fte
    return found
