"""Which episodes count, for every measure of them. Those that were cancelled or struck out never do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any, Literal, Required, TypedDict, Unpack

from kittiwake.practice.missing.models import Episode
from kittiwake.primitives.measures import given
from kittiwake.primitives.measures.definition import Direction, How, Measure
from kittiwake.primitives.measures.tables import Tables, london
from kittiwake.record.models import Entry

if TYPE_CHECKING:
    import ibis

AUTHOR, REVIEW_ON = "Missing from home lead", date(2027, 11, 1)
STATUTORY = "{missing_children}"
MISSING = "M"


def standing(tables: Tables, episode: ibis.Table) -> ibis.Table:
    """Of these episodes those that count, missing or away, with started_at, started_on."""
    import ibis

    entry = tables(Entry)
    entry = entry.filter(entry.struck_out_at.isnull()).select(standing_id="id")
    episode = episode.filter(episode.cancelled_at.isnull())
    episode = episode.inner_join(entry, episode.entry_id == entry.standing_id)
    episode = episode.mutate(started_at=ibis.coalesce(episode.last_seen_at, episode.reported_at))
    return episode.mutate(started_on=london(episode.started_at))


def missing_episodes(tables: Tables, *since: Any) -> ibis.Table:
    """Whereabouts not known: what the looked-after children return calls missing, not away.

    Those that began in the period or later, or from the moment `since` works out: nobody is last seen after they were
    reported (episode_seen_before_reported).
    """
    return _missing(standing(tables, tables.since(Episode, "reported_at", *since)))


def _missing(episode: ibis.Table) -> ibis.Table:
    return episode.filter(episode.kind == MISSING)


def missing_and_back(tables: Tables) -> ibis.Table:
    """Missing, and over in the period or later, with returned_on."""
    return _missing(returns(tables))


def missing_after(tables: Tables) -> ibis.Table:
    """Missing, and not back by the end of the last day."""
    not_back = tables.since(Episode, "returned_at", given.last_moment, or_never=True)
    return _missing(standing(tables, not_back))


def returns(tables: Tables) -> ibis.Table:
    """Every return in the period or later, from missing or away, with returned_on."""
    episode = standing(tables, tables.since(Episode, "returned_at"))
    return episode.mutate(returned_on=london(episode.returned_at))


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
    said: Words = {"denominator": "", "direction": "down", "source": STATUTORY, "unit": "", **words}
    return Measure(key=key, title=title, how=how, cases=made, author=AUTHOR, review_on=REVIEW_ON, **said)
