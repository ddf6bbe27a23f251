"""What a child's page shows of their risks. Reads only."""

from __future__ import annotations

from typing import Any

from kittiwake.access.viewer import Viewer
from kittiwake.practice.risk import rules
from kittiwake.practice.risk.models import PresentingRisk
from kittiwake.practice.risk.presenting.showing import level_tag
from kittiwake.record.models import Child
from kittiwake.ui.dates import long_date


def risks_of(viewer: Viewer, child: Child) -> list[dict[str, Any]]:
    """Those that stand, highest first, each with how it has moved."""
    found = viewer.see(PresentingRisk).standing().filter(child=child)
    rows = found.highest_first().select_related("entry").prefetch_related("movements")
    return [
        {"title": str(one), "href": one.get_absolute_url(), "level": level_tag(one), "moved": _moved(one)}
        for one in rows
    ]


def _moved(one: PresentingRisk) -> str:
    """Up to significant on 3 March 2026, from moderate."""
    steps = sorted(one.movements.all(), key=lambda step: (step.at, step.pk))
    if not steps:
        return ""
    last, before = steps[-1], steps[-2].level if len(steps) > 1 else None
    said = f"{rules.movement(before, last.level)} {last.get_level_display().lower()} on {long_date(last.at)}"
    return f"{said}, from {dict(rules.LEVELS)[before].lower()}" if before and before != last.level else said
