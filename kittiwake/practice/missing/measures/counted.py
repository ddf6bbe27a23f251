"""Which episodes count, for every measure of them. Those that were cancelled or struck out never do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Literal, Required, TypedDict, Unpack

from kittiwake.practice.missing.models import Episode
from kittiwake.primitives.measures.definition import Direction, How, Measure
from kittiwake.primitives.measures.tables import Tables, london
from kittiwake.record.models import Entry

if TYPE_CHECKING:
    import ibis

AUTHOR, REVIEW_ON = "Missing from home lead", date(2027, 11, 1)
STATUTORY = "{missing_children}"
MISSING = "M"


def standing(tables: Tables) -> ibis.Table:
    """Every episode that counts, missing or away, with started_at, started_on."""
    import ibis

    episode, entry = tables(Episode), tables(Entry)
    entry = entry.filter(entry.struck_out_at.isnull()).select(standing_id="id")
    found = episode.filter(episode.cancelled_at.isnull()).inner_join(
        entry, episode.entry_id == entry.standing_id
    )
    found = found.mutate(started_at=ibis.coalesce(found.last_seen_at, found.reported_at))
    return found.mutate(started_on=london(found.started_at))


def missing_episodes(tables: Tables) -> ibis.Table:
    """Whereabouts not known: what the looked-after children return calls missing, not away."""
    found = standing(tables)
    return found.filter(found.kind == MISSING)


def returns(tables: Tables) -> ibis.Table:
    """Every return, from missing or away, with returned_on."""
    found = standing(tables)
    return found.filter(found.returned_at.notnull()).mutate(returned_on=london(found.returned_at))


class Words(TypedDict, total=False):
    """What a measure of ours says beside its key, title, how and cases."""

    why: Required[str]
    numerator: Required[str]
    denominator: str
    direction: Direction
    source: str
    unit: str
    reads: tuple[str, ...]
    about: Literal["entry", "other", "worker"]


def measure(
    key: str, title: str, how: How, made: Callable[[Tables], ibis.Table], **words: Unpack[Words]
) -> Measure:
    given: Words = {"denominator": "", "direction": "down", "source": STATUTORY, "unit": "", **words}
    return Measure(key=key, title=title, how=how, cases=made, author=AUTHOR, review_on=REVIEW_ON, **given)
