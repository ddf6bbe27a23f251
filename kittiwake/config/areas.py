"""The areas, the lowest first, as in .importlinter."""

from __future__ import annotations

PRACTICE = ["risk", "missing", "placements", "return_interviews", "direct_work", "meetings"]
PRACTICE += ["disruption", "plans", "transitions", "replies"]

AREAS = [f"kittiwake.practice.{area}" for area in PRACTICE]
