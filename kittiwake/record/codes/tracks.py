"""The tracks a child may be on. Most may run side by side; two may not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from kittiwake.record.ages import birthday
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

# Which two may not run together, and the rule that says so. Every other pair may: a child in care may be on a child
# protection plan as well, and early help may go on beside anything.
UNLAWFUL_TOGETHER = {
    frozenset({"child_in_need", "child_protection"}): "children in need census, rules 4001 and 4016",
    frozenset(
        {"in_care", "care_leaver"}
    ): "Children Act 1989, sections 23A and 23C: a care leaver is no longer looked after",
}
# From which birthday on a track may start, and by which it has to have started, with the rule's own words.
NOT_BEFORE = {
    "care_leaver": (16, "Children Act 1989, section 23A: a care leaver is 16 or over"),
}
ADULT = 18
CHILDREN_ONLY = "Children Act 1989, section 105: a child is under 18"
LEAVERS_UNTIL = 25
LEAVERS = "Children Act 1989, section 23CZB: a care leaver is under 25"


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


def why_unlawful(wanted: Span, others: Iterable[Span], born_on: date | None) -> str:
    """Why the law does not let this track stand beside those, or at that age; empty when it does.

    Where the date of birth is not known, only the overlaps are looked at.
    """
    for one, other in conflicts([wanted, *others]):
        if wanted in (one, other):
            return conflict_sentence(one, other)
    return _at_wrong_age(wanted, born_on) if born_on else ""


def _at_wrong_age(wanted: Span, born_on: date) -> str:
    label = TRACK.label(wanted.track)
    if wanted.track in NOT_BEFORE:
        age, rule = NOT_BEFORE[wanted.track]
        if wanted.starts_on < birthday(born_on, age):
            return f"{label} cannot start before they are {age} ({rule}). Check the date and their date of birth."
    limit, rule = (LEAVERS_UNTIL, LEAVERS) if wanted.track == "care_leaver" else (ADULT, CHILDREN_ONLY)
    if wanted.starts_on >= birthday(born_on, limit):
        return f"{label} cannot start once they are {limit} ({rule}). Check the date and their date of birth."
    if wanted.starts_on < born_on:
        return f"{label} cannot start before they were born. Check the date and their date of birth."
    return ""


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
    rule = UNLAWFUL_TOGETHER[frozenset({one.track, other.track})]
    return f"{first} and {second} cannot run together: end one by {on} ({rule})."


@dataclass(frozen=True, slots=True)
class Bar:
    """A span on a drawing `width` wide: which row, from where, how long."""

    span: Span
    row: int
    x: int
    length: int


def drawn(spans: Iterable[Span], today: date, *, width: int) -> list[Bar]:
    """Each span as a bar, earliest first, a row for each track; open ones reach today."""
    ordered = sorted(spans, key=lambda span: (span.starts_on, span.track))
    if not ordered:
        return []
    first = ordered[0].starts_on
    last = max(max(span.ends_on or today, span.starts_on) for span in ordered)
    days = max((last - first).days, 1)
    rows = list(dict.fromkeys(span.track for span in ordered))
    bars = []
    for span in ordered:
        x = round((span.starts_on - first).days / days * width)
        end = round((max(span.ends_on or today, span.starts_on) - first).days / days * width)
        bars.append(Bar(span, rows.index(span.track), x, max(end - x, 2)))
    return bars
