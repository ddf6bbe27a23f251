"""Whether what a carer would tell the police is at hand."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from kittiwake.practice.missing import settings
from kittiwake.practice.missing.measures.counted import measure, missing_episodes
from kittiwake.practice.missing.models import CarerDetails
from kittiwake.primitives.clocks import limits
from kittiwake.primitives.measures.tables import Tables, cases, london
from kittiwake.record.models import Entry

if TYPE_CHECKING:
    import ibis


def looked_over_since(_first: date, as_of: date) -> date:
    return as_of - timedelta(days=limits.count(settings.CARER_DETAILS, as_of))


def details_in_date(tables: Tables) -> ibis.Table:
    """Met when, on the last day asked about, the carer's details were looked over lately enough."""
    held, entry = tables(CarerDetails), tables(Entry)
    entry = entry.filter(entry.struck_out_at.isnull()).select("id", whom="child_id", written_at="happened_at")
    held = held.select("entry_id").inner_join(entry, held.entry_id == entry.id)
    held = held.mutate(written_on=london(held.written_at))
    in_date = (held.written_on > tables.day(looked_over_since)) & (held.written_on <= tables.as_of)
    covered = held.filter(in_date).group_by("whom").agg(forms=held.entry_id.count())
    episodes = missing_episodes(tables)
    episodes = episodes.left_join(covered, episodes.child_id == covered.whom)
    return cases(episodes, case_id=episodes.entry_id, on=episodes.started_on, in_numerator=episodes.forms > 0)


MEASURES = [
    measure(
        "P20",
        "Details for the police in date",
        "children_share",
        details_in_date,
        why="What a carer wrote down beforehand is at hand on the night.",
        numerator="Those whose carer’s details were looked over within the council’s limit before the last day of the period",
        denominator="Children with an episode in the period",
        direction="up",
        source=settings.CARER_DETAILS.source,
        reads=(settings.CARER_DETAILS.key,),
    ),
]
