"""What is owed when a child's worker changes, how soon, and why it may change. Dates in, an answer out.

No law sets a number of days; the limits are `local`: defaults a council may change from a day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from kittiwake.primitives.clocks.rules import Standard, working_days

FINDINGS = "inspectors’ published findings on unallocated children, read November 2026"

NAMED_WORKER = Standard(
    key="allocation.named_worker",
    title="A named worker",
    within=working_days(5),
    source=f"Local: within 5 working days; {FINDINGS}",
    local=True,
)

NAMED_WORKER_SOONER = Standard(
    key="allocation.named_worker_sooner",
    title="A named worker, for a child in care or with a child protection plan",
    within=working_days(1),
    source=f"Local: within 1 working day; {FINDINGS}",
    local=True,
)

HANDED_OVER = Standard(
    key="allocation.handed_over",
    title="Handover signed by both workers",
    within=working_days(5),
    source="Local: within 5 working days of the change",
    local=True,
)

INTRODUCED = Standard(
    key="allocation.introduced",
    title="New worker introduced to the child",
    within=working_days(5),
    source="Local: within 5 working days of the change; published findings that children feel each change of worker",
    local=True,
)

STANDARDS = (NAMED_WORKER, NAMED_WORKER_SOONER, HANDED_OVER, INTRODUCED)

SOONER = {"child_protection", "in_care"}  # tracks

MANY_CHANGES = 3  # in 12 months; local

REASONS = [
    ("first", "Their first worker"),
    ("left", "The worker before left"),
    ("moved_job", "The worker before changed post or went on long leave"),
    ("sick", "The worker before is off sick"),
    ("moved_team", "The child moves to another team, as their plan says"),
    ("moved_area", "The child moved to another area of the council"),
    ("child_asked", "The child asked for another worker"),
    ("family_asked", "The family asked for another worker"),
    ("fits_better", "Somebody fits the child better: language, skill, whom they know"),
    ("caseload", "The worker before had too many children"),
    ("other", "Another reason"),
]

NEEDS_WORDS = {"fits_better", "other"}

TOLD = [
    ("by_old", "The worker they knew told them"),
    ("by_new", "The new worker told them"),
    ("together", "Both, together"),
    ("letter", "By letter or message"),
    ("carer", "Through a parent or carer"),
]


def limit_of(tracks: Iterable[str]) -> Standard:
    """How soon a child on these tracks has a named worker again."""
    return NAMED_WORKER_SOONER if SOONER & set(tracks) else NAMED_WORKER


def why_not_here(name: str, day: date, *, starts_on: date | None, left_on: date | None) -> str:
    """Why somebody cannot be a child's worker from a day; empty where they can."""
    if starts_on is not None and day < starts_on:
        return f"{name} does not work here yet on that day. Choose a later day, or somebody else."
    if left_on is not None and day >= left_on:
        return f"{name} has left by then. Choose somebody who works here."
    return ""
