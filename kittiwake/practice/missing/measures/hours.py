"""How long children are away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kittiwake.practice.missing import rules
from kittiwake.practice.missing.measures.counted import measure, missing_after, missing_and_back
from kittiwake.primitives.measures.tables import HOUR, Tables, cases, end_of_day, hours_between, london
from kittiwake.record.models import Child

if TYPE_CHECKING:
    import ibis

LONG = 24  # hours: local


def _over(tables: Tables) -> ibis.Table:
    """On the day they came back: how long somebody was away is known when they are back, and changes no more."""
    episode = missing_and_back(tables)
    return episode.mutate(hours=hours_between(episode.started_at, episode.returned_at))


def hours_missing(tables: Tables) -> ibis.Table:
    episode = _over(tables)
    return cases(episode, case_id=episode.entry_id, on=episode.returned_on, value=episode.hours)


def missing_long(tables: Tables) -> ibis.Table:
    episode = _over(tables)
    long = episode.hours > LONG
    return cases(episode, case_id=episode.entry_id, on=episode.returned_on, in_numerator=long)


def longest_open(tables: Tables) -> ibis.Table:
    """Those who were still missing as the last day ended, and the hours until then."""
    import ibis

    episodes = missing_after(tables)
    ended_on = london(ibis.coalesce(episodes.returned_at, episodes.closed_at))
    child = tables(Child)
    child = child.filter(child.birth_is == "known").select("born_on", whose_id="id")
    episodes = episodes.left_join(child, episodes.child_id == child.whose_id)
    grown = _number(tables.as_of) - _number(episodes.born_on) >= rules.ADULT_AT * 1_00_00
    then = _number(episodes.started_on) - _number(episodes.born_on) >= rules.ADULT_AT * 1_00_00
    ended_by_age = ibis.coalesce(grown & ~then, ibis.literal(False))
    still = (
        ~ended_by_age
        & (episodes.started_on <= tables.as_of)
        & (ended_on.isnull() | (ended_on > tables.as_of))
    )
    episodes = episodes.filter(still)
    value = (tables.number(end_of_day) - episodes.started_at.epoch_seconds()).cast("float64") / HOUR
    return cases(episodes, case_id=episodes.entry_id, on=tables.as_of, value=value)


def _number(on: Any) -> Any:
    """2026-11-30 as 20261130: a birthday has come round when the difference is whole years."""
    return (on.year() * 100 + on.month()) * 100 + on.day()


MEASURES = [
    measure(
        "P08",
        "Hours missing",
        "median",
        hours_missing,
        why="The longer a child is missing, the more can happen to them.",
        numerator="The middle of the hours from last seen to return, of episodes that were over in the period",
        unit="hours",
    ),
    measure(
        "P08b",
        "Missing for more than 24 hours",
        "share",
        missing_long,
        why="A night away is a night with nobody responsible near.",
        numerator="Those that lasted more than 24 hours",
        denominator="Episodes that were over in the period",
        source="Local protocol",
    ),
    measure(
        "P08c",
        "The longest anybody is missing",
        "maximum",
        longest_open,
        why="The child who has been gone longest is the first to ask about.",
        numerator="The hours since last seen of the child missing longest, as the last day of the period ended",
        unit="hours",
    ),
]
