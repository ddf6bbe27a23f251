"""What is counted of missing episodes. P numbers are those of the council's own list of measures.

Each function gives cases (primitives.measures.definition). Episodes that were cancelled or struck out never count.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kittiwake.practice.missing import rules
from kittiwake.practice.missing.models import CarerDetails, Episode
from kittiwake.primitives.measures.definition import Measure
from kittiwake.primitives.measures.tables import (
    DAY,
    Tables,
    before,
    cases,
    day,
    hours_between,
    london,
    seconds_between,
)
from kittiwake.record.models import Entry, Track

if TYPE_CHECKING:
    import ibis

AUTHOR, REVIEW_ON = "Missing from home lead", date(2027, 11, 1)
STATUTORY = "{missing_children}"
MISSING = "M"
LONG = 24  # hours: local


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


def episodes_started(tables: Tables) -> ibis.Table:
    found = missing_episodes(tables)
    return cases(found, case_id=found.entry_id, on=found.started_on)


def children_in_care(tables: Tables) -> ibis.Table:
    """One case for each child in care and month (counted from the first day): met when they went missing in it."""
    import ibis

    step = ibis.interval(months=1)
    starts = ibis.range(_midnight(tables.first), _midnight(tables.as_of) + ibis.interval(days=1), step)
    months = starts.unnest().name("begins_at").as_table()
    months = months.select(begins_on=months.begins_at.date(), ends_on=(months.begins_at + step).date())
    track = tables(Track)
    track = track.filter(track.kind == "in_care").select("id", "child_id", "starts_on", left_on=track.ends_on)
    overlap = [track.starts_on < months.ends_on, track.left_on.isnull() | (track.left_on > months.begins_on)]
    rows = track.inner_join(months, overlap)
    rows = rows.mutate(on=ibis.greatest(rows.begins_on, rows.starts_on)).filter(
        lambda row: row.on <= day(tables.as_of)
    )
    gone = missing_episodes(tables)
    gone = gone.filter(gone.looked_after).select(whom="child_id", gone_on="started_on")
    rows = rows.left_join(
        gone, [rows.child_id == gone.whom, gone.gone_on >= rows.on, gone.gone_on < rows.ends_on]
    )
    rows = rows.group_by("id", "child_id", "on").agg(times=rows.whom.count())
    return cases(rows, case_id=rows.id, on=rows.on, met=rows.times > 0)


def _midnight(value: date) -> ibis.Value:
    import ibis

    return ibis.timestamp(value.year, value.month, value.day, 0, 0, 0)


def _since_earlier(tables: Tables, back: int) -> ibis.Table:
    """Episodes with `apart`, the seconds since the child's episode `back` before this one began."""
    import ibis

    found = missing_episodes(tables)
    theirs = ibis.window(group_by=found.child_id, order_by=[found.started_at, found.entry_id])
    found = found.mutate(earlier_at=found.started_at.lag(back).over(theirs))
    return found.mutate(apart=seconds_between(found.earlier_at, found.started_at))


def repeat(tables: Tables) -> ibis.Table:
    found = _since_earlier(tables, rules.REPEAT_EPISODES - 1)
    met = found.apart <= rules.REPEAT_WITHIN.days * DAY
    return cases(found, case_id=found.entry_id, on=found.started_on, met=met)


def prolific(tables: Tables) -> ibis.Table:
    found = _since_earlier(tables, rules.PROLIFIC_EPISODES - 1)
    met = found.apart <= rules.PROLIFIC_WITHIN.days * DAY
    return cases(found, case_id=found.entry_id, on=found.started_on, met=met)


def _over(tables: Tables) -> ibis.Table:
    found = missing_episodes(tables)
    found = found.filter(found.returned_at.notnull())
    return found.mutate(hours=hours_between(found.started_at, found.returned_at))


def hours_missing(tables: Tables) -> ibis.Table:
    found = _over(tables)
    return cases(found, case_id=found.entry_id, on=found.started_on, value=found.hours)


def missing_long(tables: Tables) -> ibis.Table:
    found = _over(tables)
    return cases(found, case_id=found.entry_id, on=found.started_on, met=found.hours > LONG)


def out_of_area(tables: Tables) -> ibis.Table:
    found = missing_episodes(tables)
    return cases(found, case_id=found.entry_id, on=found.started_on, met=found.out_of_area)


def told_late(tables: Tables) -> ibis.Table:
    """Only where the police told us, and when is known."""
    found = missing_episodes(tables)
    found = found.filter(found.told_council_at.notnull())
    value = hours_between(found.reported_at, found.told_council_at)
    return cases(found, case_id=found.entry_id, on=found.started_on, value=value)


def details_in_date(tables: Tables) -> ibis.Table:
    """Met when, on the last day asked about, the carer's details were looked over in the 91 days before."""
    held, entry = tables(CarerDetails), tables(Entry)
    entry = entry.filter(entry.struck_out_at.isnull()).select("id", whom="child_id", written_at="happened_at")
    held = held.select("entry_id").inner_join(entry, held.entry_id == entry.id)
    held = held.mutate(written_on=london(held.written_at))
    in_date = (held.written_on > before(tables.as_of, rules.CARER_DETAILS_IN_DATE.days)) & (
        held.written_on <= day(tables.as_of)
    )
    covered = held.filter(in_date).group_by("whom").agg(forms=held.entry_id.count())
    found = missing_episodes(tables)
    found = found.left_join(covered, found.child_id == covered.whom)
    return cases(found, case_id=found.entry_id, on=found.started_on, met=found.forms > 0)


def _measure(key: str, title: str, how: str, made, **words: str) -> Measure:  # type: ignore[no-untyped-def]
    given = {"denominator": "", "direction": "down", "source": STATUTORY, "unit": "", **words}
    return Measure(key=key, title=title, how=how, cases=made, author=AUTHOR, review_on=REVIEW_ON, **given)  # type: ignore[arg-type]


MEASURES = [
    _measure(
        "P01",
        "Missing episodes",
        "count",
        episodes_started,
        why="How often children are where nobody can keep them safe.",
        numerator="Episodes that began in the period. Being away with whereabouts known is not counted",
        direction="context",
    ),
    _measure(
        "P02",
        "Children with a missing episode",
        "children",
        episodes_started,
        why="Behind many episodes there may be few children, and each is one to know.",
        numerator="Different children with an episode that began in the period",
        direction="context",
    ),
    _measure(
        "P03",
        "Children in care who went missing",
        "children_share",
        children_in_care,
        why="A child whom the council looks after should have somewhere they want to stay.",
        numerator="Children in care with an episode in the period",
        denominator="All children in care at some time in the period",
        source="DfE looked-after children return (SSDA903), missing module",
        about="other",
    ),
    _measure(
        "P04",
        "Episodes for each missing child",
        "each",
        episodes_started,
        why="Whether what is done after one episode prevents the next.",
        numerator="Episodes that began in the period",
        denominator="Different children with an episode in the period",
    ),
    _measure(
        "P05",
        "Children missing again within 12 months",
        "children_share",
        repeat,
        why="Going missing again says that what pushed or pulled has not changed.",
        numerator="Children with an episode in the period that followed another within 365 days",
        denominator="Children with an episode in the period",
    ),
    _measure(
        "P06",
        "Children missing 3 times or more in 90 days",
        "children_share",
        prolific,
        why="Many episodes close together are a sign of exploitation.",
        numerator="Children with an episode in the period that was at least their third within 90 days",
        denominator="Children with an episode in the period",
        source="Local protocol: the numbers are set by the council",
    ),
    _measure(
        "P08",
        "Hours missing",
        "median",
        hours_missing,
        why="The longer a child is missing, the more can happen to them.",
        numerator="The middle of the hours from last seen to return, of episodes that are over",
        unit="hours",
    ),
    _measure(
        "P08b",
        "Missing for more than 24 hours",
        "share",
        missing_long,
        why="A night away is a night with nobody responsible near.",
        numerator="Episodes that are over and lasted more than 24 hours",
        denominator="Episodes that are over",
        source="Local protocol",
    ),
    _measure(
        "P18",
        "Missing from a placement out of our area",
        "share",
        out_of_area,
        why="Far from home, fewer people know the child and the pull back is stronger.",
        numerator="Episodes of children placed out of our area at that time",
        denominator="Episodes that began in the period",
    ),
    _measure(
        "P19",
        "Hours until the police told us",
        "median",
        told_late,
        why="Nobody can help look for a child they do not know is missing.",
        numerator="The middle of the hours from the report to the police telling the council",
        unit="hours",
        source=f"{STATUTORY}: without delay",
    ),
    _measure(
        "P20",
        "Details for the police in date",
        "children_share",
        details_in_date,
        why="What a carer wrote down beforehand is at hand on the night.",
        numerator="Those whose carer’s details were looked over in the 91 days to the last day of the period",
        denominator="Children with an episode in the period",
        direction="up",
        source="Philomena protocol; the quarter is local",
    ),
]
