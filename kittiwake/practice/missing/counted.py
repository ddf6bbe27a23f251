"""Which episodes count, for every measure of them. Those that were cancelled or struck out never do."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from kittiwake.practice.missing.models import Episode
from kittiwake.primitives.measures.definition import Measure
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


def measure(key: str, title: str, how: str, made, **words: Any) -> Measure:
    given = {"denominator": "", "direction": "down", "source": STATUTORY, "unit": "", **words}
    return Measure(key=key, title=title, how=how, cases=made, author=AUTHOR, review_on=REVIEW_ON, **given)  # type: ignore[arg-type]
