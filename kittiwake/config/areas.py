"""The areas, the lowest first, as in .importlinter."""

from __future__ import annotations

PRACTICE = ["duties", "risk", "missing", "placements", "return_interviews", "direct_work", "meetings"]
PRACTICE += ["disruption", "plans", "transitions", "replies"]
ASSURANCE = ["workforce", "allocation", "supervision", "audits"]

AREAS = [f"kittiwake.practice.{area}" for area in PRACTICE]
AREAS += [f"kittiwake.assurance.{area}" for area in ASSURANCE]
