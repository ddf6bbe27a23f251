"""What is counted of placements. P numbers are those of the council's own list of measures.

P50 and P52 look at the last day of the period; P51 counts a placement on the day it ended; P53 counts a move on the day
it was made; P54 counts a move nearer home on the day 90 days had passed since.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from kittiwake.practice.missing.measures.counted import missing_episodes
from kittiwake.practice.placements import rules
from kittiwake.practice.placements.models import Move
from kittiwake.practice.placements.stability import rules as comparing
from kittiwake.primitives.clocks.models import Clock
from kittiwake.primitives.measures.definition import Direction, How, Measure
from kittiwake.primitives.measures.given import first_moment
from kittiwake.primitives.measures.tables import Tables, cases, london, still_owed
from kittiwake.record import codes
from kittiwake.record.models import Entry, Placement

if TYPE_CHECKING:
    import ibis

AUTHOR, REVIEW_ON = "Head of children in care", date(2027, 11, 1)
RETURN = "Department for Education: looked-after children return (SSDA903), read November 2026"
MANY, YEAR, LONG = 3, 365, 2  # placements, days, years
TEMPORARY = sorted(codes.TEMPORARY_PLACEMENTS)
NOWHERE = "||"  # no home, carer or number is known
MOVED = sorted(set(codes.PLACEMENT_CHANGE.keys()) - {codes.SAME_CARER})  # the child went somewhere else


def moves(tables: Tables) -> ibis.Table:
    """Moves that stand, with the placement's own columns and the move's entry_id."""
    entry, move, placement = tables(Entry), tables(Move), tables(Placement)
    entry = entry.filter(entry.struck_out_at.isnull()).select(standing_id="id")
    move = move.inner_join(entry, move.entry_id == entry.standing_id).drop("standing_id", "child_id")
    placement = placement.select(
        "child_id", "starts_on", "ends_on", "out_of_area", "at_a_distance", "miles", placed_id="id"
    )
    return move.inner_join(placement, move.placement_id == placement.placed_id)


def standing(tables: Tables) -> ibis.Table:
    """Where each child is placed on the last day of the period, whoever recorded it."""
    placement = tables(Placement)
    last = tables.as_of
    standing = (placement.starts_on <= last) & (placement.ends_on.isnull() | (placement.ends_on > last))
    return placement.filter(standing).mutate(counts_on=last)


def out_of_area(tables: Tables) -> ibis.Table:
    placements = standing(tables)
    in_numerator = placements.out_of_area
    return cases(placements, case_id=placements.id, on=placements.counts_on, in_numerator=in_numerator)


def at_a_distance(tables: Tables) -> ibis.Table:
    placements = standing(tables)
    in_numerator = placements.at_a_distance
    return cases(placements, case_id=placements.id, on=placements.counts_on, in_numerator=in_numerator)


def _stays(tables: Tables) -> ibis.Table:
    """Placements with `stay`: those with the same carer one after another are one stay, which begins on `stay_since`.

    As the return counts moves: what only the placement counts as may change under one roof, and a few days in hospital
    or on holiday are no placement of their own; who comes back from them to the same home has not moved.
    """
    import ibis

    placement = tables(Placement)
    placement = placement.filter(
        (placement.starts_on <= tables.as_of)
        & (placement.ends_on.isnull() | (placement.ends_on > placement.starts_on))
    )
    theirs = ibis.window(group_by=placement.child_id, order_by=[placement.starts_on, placement.id])
    home = placement.home_name.strip() + "|" + placement.carer.strip() + "|" + placement.urn.strip()
    rows = placement.mutate(home=home, was_kind=placement.kind.lag(1).over(theirs))
    rows = rows.filter(rows.kind.notin(TEMPORARY))
    theirs = ibis.window(group_by=rows.child_id, order_by=[rows.starts_on, rows.id])
    rows = rows.mutate(
        left_on=rows.ends_on.lag(1).over(theirs),
        left_for=rows.end_reason.lag(1).over(theirs),
        left_home=rows.home.lag(1).over(theirs),
    )
    same_carer = (rows.left_for == codes.SAME_CARER) & (rows.left_on == rows.starts_on)
    came_back = rows.was_kind.isin(TEMPORARY) & (rows.left_home == rows.home) & (rows.home != NOWHERE)
    goes_on = ibis.coalesce(same_carer | came_back, ibis.literal(False))
    rows = rows.mutate(is_new=ibis.ifelse(goes_on, 0, 1))
    so_far = ibis.window(group_by=rows.child_id, order_by=[rows.starts_on, rows.id], following=0)
    rows = rows.mutate(stay=rows.is_new.sum().over(so_far))
    return rows.mutate(stay_since=rows.starts_on.min().over(ibis.window(group_by=["child_id", "stay"])))


def many_moves(tables: Tables) -> ibis.Table:
    """Each child placed on the last day, with how many stays touched the year to it."""
    rows = _stays(tables)
    touched = rows.filter(rows.ends_on.isnull() | (rows.ends_on > tables.days_before(YEAR)))
    counted = touched.group_by(counted_id="child_id").agg(placements=touched.stay.nunique())
    placed = standing(tables)
    placed = placed.left_join(counted, placed.child_id == counted.counted_id)
    return cases(placed, case_id=placed.id, on=placed.counts_on, in_numerator=placed.placements >= MANY)


def same_home(tables: Tables) -> ibis.Table:
    """Each child placed on the last day; in the numerator when the stay they are in began two years before or earlier."""
    rows = _stays(tables).select("stay_since", stays_id="id")
    placements = standing(tables)
    placements = placements.left_join(rows, placements.id == rows.stays_id)
    long_ago = tables.months_before(12 * LONG)
    in_numerator = placements.stay_since <= long_ago
    return cases(placements, case_id=placements.id, on=placements.counts_on, in_numerator=in_numerator)


def unplanned(tables: Tables) -> ibis.Table:
    """Placements that ended because the child moved, for a reason that is known. One that was taken back covers no day."""
    placement = tables(Placement)
    ended = placement.filter(placement.end_reason.isin(MOVED) & (placement.ends_on > placement.starts_on))
    return cases(
        ended, case_id=ended.id, on=ended.ends_on, in_numerator=ended.end_reason.isin(sorted(codes.UNPLANNED))
    )


def approved_and_told(tables: Tables) -> ibis.Table:
    import ibis

    clock = tables.beside(Clock, Move)
    clock = clock.filter((clock.key == rules.NOTICE.key) & still_owed(clock.cancelled_at, clock.due_at))
    clock = clock.select(clocked_id="entry_id", notice_due_on=london(clock.due_at))
    move = moves(tables)
    move = move.filter(move.out_of_area).left_join(clock, move.entry_id == clock.clocked_id)
    by = ibis.coalesce(move.notice_due_on, move.starts_on)
    consulted = ~ibis.coalesce(move.at_a_distance, ibis.literal(False)) | (move.consulted_on <= by)
    in_numerator = (move.approved_on <= move.starts_on) & (move.notified_on <= by) & consulted
    return cases(move, case_id=move.entry_id, on=move.starts_on, in_numerator=in_numerator)


def _nearer(tables: Tables) -> ibis.Table:
    """Moves nearer home: a move beside the placement that ended the day it began."""
    move, before = moves(tables), tables(Placement)
    before = before.filter(before.ends_on > before.starts_on).select(
        of="child_id", ended_on="ends_on", was_out="out_of_area", was_far="at_a_distance", was_miles="miles"
    )
    move = move.inner_join(before, [move.child_id == before.of, move.starts_on == before.ended_on])
    stays_in = ~(~move.was_out & move.out_of_area)
    fewer = stays_in & (move.miles < move.was_miles)
    back = move.was_out & ~move.out_of_area
    next_door = move.was_far & ~move.at_a_distance
    return move.filter(_yes(back) | _yes(next_door) | _yes(fewer))


def _yes(condition: ibis.Column) -> ibis.Column:
    import ibis

    return ibis.coalesce(condition, ibis.literal(False))


def looked_back_to(first: date, as_of: date) -> datetime:
    """As long before a move as the 90 days after it, which are over in the period."""
    return first_moment(first, as_of, 2 * comparing.WINDOW)


def fewer_since(tables: Tables) -> ibis.Table:
    """Of moves nearer by a child who had gone missing in the 90 days before, once 90 days have passed."""
    import ibis

    move, episode = _nearer(tables), missing_episodes(tables, looked_back_to)
    window = ibis.interval(days=comparing.WINDOW)
    move = move.filter(move.starts_on + window <= tables.as_of)
    episode = episode.select(gone="child_id", gone_on="started_on")
    near = [
        move.child_id == episode.gone,
        episode.gone_on >= move.starts_on - window,
        episode.gone_on < move.starts_on + window,
    ]
    joined = move.inner_join(episode, near)
    joined = joined.mutate(is_before=joined.gone_on < joined.starts_on)
    counted = joined.group_by(["entry_id", "child_id", "starts_on"]).agg(
        before=joined.gone_on.count(where=joined.is_before), every=joined.gone_on.count()
    )
    counted = counted.filter(counted.before > 0)
    return cases(
        counted,
        case_id=counted.entry_id,
        on=(counted.starts_on + window).cast("timestamp").cast("date"),
        in_numerator=counted.every - counted.before < counted.before,
    )


def _measure(
    key: str,
    title: str,
    cases_: Any,
    *,
    direction: Direction,
    how: How = "share",
    about: Any = "entry",
    **words: Any,
) -> Measure:
    return Measure(
        key=key, title=title, cases=cases_, direction=direction, how=how, about=about,
        author=AUTHOR, review_on=REVIEW_ON, **words,
    )  # fmt: skip


MEASURES = [
    _measure(
        "P50",
        "Three placements or more in a year",
        many_moves,
        direction="down",
        about="other",
        why="Every move is a loss of people and places.",
        numerator=f"Those with {MANY} or more in the year to that day; the same carer counts once, and days in hospital or "
        "on holiday not at all",
        denominator="Children placed on the last day of the period",
        source=RETURN,
    ),
    _measure(
        "P50b",
        "In the same home for two years",
        same_home,
        direction="up",
        about="other",
        why="To grow up somewhere is to stay there.",
        numerator="Those who have been with the same carer for two years or more",
        denominator="Children placed on the last day of the period",
        source=RETURN,
    ),
    _measure(
        "P51",
        "Unplanned moves",
        unplanned,
        direction="down",
        about="other",
        why="A move that nobody planned is the one a child cannot get ready for.",
        numerator="Those that somebody asked for, or that an allegation, poor care or lost approval brought about",
        denominator="Placements that ended in the period by a move whose reason is known",
        source=f"{RETURN}: reasons for a change of placement; which of them are unplanned is local",
    ),
    _measure(
        "P52",
        "Placed out of our area",
        out_of_area,
        direction="down",
        about="other",
        why="Far from home is far from friends, school and those who keep an eye on them.",
        numerator="Those placed in another council’s area",
        denominator="Children placed on the last day of the period",
        source=RETURN,
    ),
    _measure(
        "P52b",
        "Placed at a distance",
        at_a_distance,
        direction="down",
        about="other",
        why="Out of our area, and not next door either.",
        numerator="Those placed neither in our area nor in that of a council that adjoins it",
        denominator="Children placed on the last day of the period",
        source=f"{rules.REGULATIONS}, regulation 11, read November 2026",
    ),
    _measure(
        "P53",
        "Moves out of our area with approval and notice in time",
        approved_and_told,
        direction="up",
        why="Somebody senior has looked, and the council they live in knows that they are there.",
        numerator="Those approved before the move, with notice, and at a distance consultation, in time",
        denominator="Moves out of our area in the period",
        source=f"{rules.REGULATIONS}, regulations 11 and 13(4), read November 2026",
    ),
    _measure(
        "P54",
        "Moved nearer home, and missing less often since",
        fewer_since,
        direction="up",
        why="Children go missing to get home.",
        numerator="Those followed by fewer times missing in 90 days than in the 90 before",
        denominator="Moves nearer home 90 days ago, in the period, by children who had gone missing before them",
        source="Published inspection reports, read November 2026; the 90 days are local",
    ),
]
