"""The tracks a child may be on. Most may run side by side; two may not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from kittiwake.record.codes.lists import Code, CodeList

TRACK = CodeList(
    "track",
    [
        Code("early_help", "Early help"),
        Code("child_in_need", "Child in need"),
        Code("child_protection", "Child protection"),
        Code("in_care", "In care"),
        Code("care_leaver", "Care leaver"),
    ],
    source="Children Act 1989 sections 17, 20, 23C, 31 and 47; Working Together",
)

# A child in need plan and a child protection plan for one child do not run together: census rules 4001 and 4016.
UNLAWFUL_TOGETHER = frozenset({frozenset({"child_in_need", "child_protection"})})


@dataclass(frozen=True, slots=True)
class Span:
    """A track from a day, up to but not including the day it ended; no end while it is open."""

    track: str
    starts_on: date
    ends_on: date | None = None

    def overlaps(self, other: Span) -> bool:
        if self.starts_on == self.ends_on or other.starts_on == other.ends_on:
            return False  # entered and ended on one day: it covers no day
        return (other.ends_on is None or self.starts_on < other.ends_on) and (
            self.ends_on is None or other.starts_on < self.ends_on
        )


def may_run_together(one: str, other: str) -> bool:
    """Whether a child may be on both tracks on one day. A track never runs twice at once."""
    return one != other and frozenset({one, other}) not in UNLAWFUL_TOGETHER


def conflicts(spans: Iterable[Span]) -> list[tuple[Span, Span]]:
    """Every pair that overlaps and may not, the earlier first."""
    ordered = sorted(spans, key=lambda span: (span.starts_on, span.track))
    return [
        (one, other)
        for one, other in combinations(ordered, 2)
        if not may_run_together(one.track, other.track) and one.overlaps(other)
    ]


def conflict_sentence(one: Span, other: Span) -> str:
    first, second = TRACK.label(one.track), TRACK.label(other.track).lower()
    on = f"{other.starts_on.day} {other.starts_on:%B %Y}"
    if one.track == other.track:
        return f"{first} is already open on {on}: end it first, or change the start date."
    return f"{first} and {second} cannot run together: end one by {on}."
