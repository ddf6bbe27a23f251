"""How many children go missing, and how often."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from kittiwake.practice.missing import settings
from kittiwake.practice.missing.measures.counted import measure, missing_episodes
from kittiwake.primitives.measures.given import first_moment
from kittiwake.primitives.measures.tables import DAY, Tables, cases, seconds_between
from kittiwake.record.models import Placement, Track

if TYPE_CHECKING:
    import ibis


def episodes_started(tables: Tables) -> ibis.Table:
    episodes = missing_episodes(tables)
    return cases(episodes, case_id=episodes.entry_id, on=episodes.started_on)


def children_in_care(tables: Tables) -> ibis.Table:
    """One case for each child in care and month (from the first day): in the numerator when they went missing in it."""
    import ibis

    step = ibis.interval(months=1)
    starts = ibis.range(
        tables.first.cast("timestamp"), tables.as_of.cast("timestamp") + ibis.interval(days=1), step
    )
    months = starts.unnest().name("begins_at").as_table()
    months = months.select(begins_on=months.begins_at.date(), ends_on=(months.begins_at + step).date())
    track = tables(Track)
    track = track.filter(track.kind == "in_care").select("id", "child_id", "starts_on", left_on=track.ends_on)
    overlap = [track.starts_on < months.ends_on, track.left_on.isnull() | (track.left_on > months.begins_on)]
    rows = track.inner_join(months, overlap)
    rows = rows.mutate(on=ibis.greatest(rows.begins_on, rows.starts_on)).filter(
        lambda row: row.on <= tables.as_of
    )
    gone = missing_episodes(tables).select(whom="child_id", gone_on="started_on")
    in_care = rows.left_on.isnull() | (gone.gone_on < rows.left_on)  # as they were on the day they went
    then = [rows.child_id == gone.whom, gone.gone_on >= rows.on, gone.gone_on < rows.ends_on, in_care]
    rows = rows.left_join(gone, then)
    rows = rows.group_by("id", "child_id", "on").agg(times=rows.whom.count())
    return cases(rows, case_id=rows.id, on=rows.on, in_numerator=rows.times > 0)


def _since_earlier(tables: Tables, back: Any, often: str) -> ibis.Table:
    """Episodes with `apart`, the seconds since the child's episode `back` before this one began; empty where that one
    is so long ago that it makes no difference."""
    import ibis

    episodes = missing_episodes(tables, looked_back_to, often)
    theirs = ibis.window(group_by=episodes.child_id, order_by=[episodes.started_at, episodes.entry_id])
    episodes = episodes.mutate(earlier_at=episodes.started_at.lag(back).over(theirs))
    return episodes.mutate(apart=seconds_between(episodes.earlier_at, episodes.started_at))


def repeat(tables: Tables) -> ibis.Table:
    return _often(tables, "repeat")


def _often(tables: Tables, often: str) -> ibis.Table:
    episodes = _since_earlier(tables, tables.number(times_before, often).cast("int32"), often)
    in_numerator = episodes.apart <= tables.number(within_seconds, often)
    return cases(episodes, case_id=episodes.entry_id, on=episodes.started_on, in_numerator=in_numerator)


def prolific(tables: Tables) -> ibis.Table:
    return _often(tables, "prolific")


OFTEN = {"repeat": settings.repeat, "prolific": settings.prolific}


def times_before(_first: date, as_of: date, often: str) -> int:
    return OFTEN[often](as_of).times - 1


def looked_back_to(first: date, as_of: date, often: str) -> datetime:
    """A day more than it is, for an hour that clocks go forward."""
    return first_moment(first, as_of, OFTEN[often](as_of).within.days + 1)


def within_seconds(_first: date, as_of: date, often: str) -> int:
    return OFTEN[often](as_of).within.days * DAY


def out_of_area(tables: Tables) -> ibis.Table:
    """By where they were placed on the day they went."""
    episodes = missing_episodes(tables)
    placement = tables(Placement).select(
        "out_of_area", placed="child_id", placed_on="starts_on", left_on="ends_on"
    )
    then = [
        episodes.child_id == placement.placed,
        placement.placed_on <= episodes.started_on,
        placement.left_on.isnull() | (placement.left_on > episodes.started_on),
    ]
    episodes = episodes.left_join(placement, then)
    in_numerator = episodes.out_of_area
    return cases(episodes, case_id=episodes.entry_id, on=episodes.started_on, in_numerator=in_numerator)


MEASURES = [
    measure(
        "P01",
        "Missing episodes",
        "count",
        episodes_started,
        why="How often children are where nobody can keep them safe.",
        numerator="Episodes that began in the period. Being away with whereabouts known is not counted",
        direction="context",
    ),
    measure(
        "P02",
        "Children with a missing episode",
        "children",
        episodes_started,
        why="Behind many episodes there may be few children, and each is one to know.",
        numerator="Different children with an episode that began in the period",
        direction="context",
    ),
    measure(
        "P03",
        "Children in care who went missing",
        "children_share",
        children_in_care,
        why="A child whom the council looks after should have somewhere they want to stay.",
        numerator="Children in care with an episode in the period",
        denominator="All children in care at some time in the period",
        source="Department for Education: looked-after children return (SSDA903), missing module",
        about="other",
    ),
    measure(
        "P04",
        "Episodes for each missing child",
        "per_child",
        episodes_started,
        why="Whether what is done after one episode prevents the next.",
        numerator="Episodes that began in the period",
        denominator="Different children with an episode in the period",
    ),
    measure(
        "P05",
        "Children missing again",
        "children_share",
        repeat,
        why="Going missing again says that what pushed or pulled has not changed.",
        numerator="Children with an episode in the period that made them missing repeatedly, as the council sets it",
        denominator="Children with an episode in the period",
        source=settings.REPEAT_TIMES.source,
        reads=(settings.REPEAT_TIMES.key, settings.REPEAT_WITHIN.key),
    ),
    measure(
        "P06",
        "Children missing very often",
        "children_share",
        prolific,
        why="Many episodes close together are a sign of exploitation.",
        numerator="Children with an episode in the period that made them missing very often, as the council sets it",
        denominator="Children with an episode in the period",
        source=settings.PROLIFIC_TIMES.source,
        reads=(settings.PROLIFIC_TIMES.key, settings.PROLIFIC_WITHIN.key),
    ),
    measure(
        "P18",
        "Missing from a placement out of our area",
        "share",
        out_of_area,
        why="Far from home, fewer people know the child and the pull back is stronger.",
        numerator="Episodes of children placed out of our area at that time",
        denominator="Episodes that began in the period",
    ),
]
