"""What is counted of who works with children. P numbers are those of the council's own list of measures.

Each looks at the children who are open on the last day of the period: on a track, or held by a team. A named worker is
one who is theirs, is not duty cover and has not left.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from kittiwake.assurance.allocation import rules
from kittiwake.primitives.clocks.limits import given
from kittiwake.primitives.clocks.rules import Standard
from kittiwake.primitives.measures.definition import Measure
from kittiwake.primitives.measures.tables import Tables, cases, day
from kittiwake.record.models import Allocation, Child, Track, Worker

if TYPE_CHECKING:
    import ibis

AUTHOR, REVIEW_ON = "Head of safeguarding", date(2027, 11, 1)
YEAR = timedelta(days=365)
STATUTORY_TRACKS = ["child_in_need", "child_protection", "in_care"]
FAR = date(9999, 1, 1)  # of what goes on


def _leads(tables: Tables) -> ibis.Table:
    """Every row of who held a child as lead, with `until` and whether it was a named worker."""
    import ibis

    lead, worker = tables(Allocation), tables(Worker)
    worker = worker.select(whose="id", left_on=worker.ends_on)
    lead = lead.filter(lead.role == Allocation.LEAD).left_join(worker, lead.worker_id == worker.whose)
    until = ibis.coalesce(lead.ends_on, day(FAR))
    is_named = lead.worker_id.notnull() & ~lead.is_cover
    # A worker who has left holds nobody from that day on.
    until = ibis.ifelse(is_named & lead.left_on.notnull(), ibis.least(until, lead.left_on), until)
    ends_on = ibis.coalesce(lead.ends_on, day(FAR))
    return lead.select(
        "child_id", "worker_id", "starts_on", row_id="id", until=until, ends_on=ends_on, is_named=is_named
    )


def _named(tables: Tables) -> ibis.Table:
    leads = _leads(tables)
    return leads.filter(leads.is_named & (leads.until > leads.starts_on) & (leads.starts_on <= tables.as_of))


def open_children(tables: Tables) -> ibis.Table:
    """Children open on the last day: child_id, counts_on, and open_since, the first of their days without a break."""
    import ibis

    track = tables(Track)
    track = track.select("child_id", "starts_on", ends_on=ibis.coalesce(track.ends_on, day(FAR)))
    spans = track.union(_leads(tables).select("child_id", "starts_on", "ends_on"))
    spans = spans.filter((spans.ends_on > spans.starts_on) & (spans.starts_on <= tables.as_of))
    before = ibis.window(
        group_by=spans.child_id, order_by=[spans.starts_on, spans.ends_on], preceding=(None, 1)
    )
    spans = spans.mutate(so_far=spans.ends_on.max().over(before))
    begins = spans.so_far.isnull() | (spans.starts_on > spans.so_far)
    children = spans.group_by("child_id").agg(
        open_since=ibis.ifelse(begins, spans.starts_on, ibis.null("date")).max(),
        open_until=spans.ends_on.max(),
    )
    child = tables(Child)
    child = child.filter(child.withdrawn_at.isnull()).select(known_id="id")
    children = children.filter(children.open_until > tables.as_of).inner_join(
        child, children.child_id == child.known_id
    )
    return children.select("child_id", "open_since", counts_on=tables.as_of)


def _with_named(tables: Tables) -> ibis.Table:
    """Open children with the last day they had a named worker until (`had_until`); null where they never had one."""
    children, named = open_children(tables), _named(tables)
    had = named.group_by("child_id").agg(had_until=named.until.max()).rename(whom="child_id")
    children = children.left_join(had, children.child_id == had.whom)
    return children.select("child_id", "open_since", "counts_on", "had_until").distinct()


def allocated(tables: Tables) -> ibis.Table:
    children = _with_named(tables)
    return cases(
        children,
        case_id=children.child_id,
        on=children.counts_on,
        in_numerator=children.had_until > tables.as_of,
    )


def too_long(tables: Tables, standard: Standard) -> ibis.Table:
    """Without a named worker on the last day, and the limit has run out: as the board judges it."""
    import ibis

    children = _with_named(tables)
    children = children.filter(children.had_until.isnull() | (children.had_until <= tables.as_of))
    children = children.mutate(
        since=ibis.greatest(children.open_since, ibis.coalesce(children.had_until, children.open_since))
    )
    in_time = tables.days(given.in_time, standard.key)
    return children.filter(~in_time.contains(children.since))


def without(tables: Tables) -> ibis.Table:
    children = too_long(tables, rules.NAMED_WORKER)
    return cases(children, case_id=children.child_id, on=children.counts_on)


def without_sooner(tables: Tables) -> ibis.Table:
    children = too_long(tables, rules.NAMED_WORKER_SOONER)
    tracked = _on_tracks(tables, sorted(rules.SOONER))
    children = children.inner_join(tracked, children.child_id == tracked.tracked_id)
    return cases(children, case_id=children.child_id, on=children.counts_on)


def _on_tracks(tables: Tables, kinds: list[str]) -> ibis.Table:
    track, last = tables(Track), tables.as_of
    now = (
        (track.starts_on <= last) & (track.ends_on.isnull() | (track.ends_on > last)) & track.kind.isin(kinds)
    )
    return track.filter(now).select(tracked_id="child_id").distinct()


def _runs(tables: Tables) -> ibis.Table:
    """Named workers one after another, with `is_change`: another than the one before. The first is none."""
    import ibis

    named = _named(tables)
    theirs = ibis.window(group_by=named.child_id, order_by=[named.starts_on, named.row_id])
    named = named.mutate(earlier=named.worker_id.lag(1).over(theirs))
    return named.mutate(is_change=named.earlier.notnull() & (named.earlier != named.worker_id))


def _changes_in_a_year(tables: Tables) -> ibis.Table:
    """Open children in need, on a protection plan or in care, with how many changes they had in the last 12 months."""
    import ibis

    children, runs = open_children(tables), _runs(tables)
    recent = runs.filter(runs.is_change & (runs.starts_on > tables.days_before(YEAR.days)))
    recent = recent.group_by("child_id").agg(times=recent.row_id.count()).rename(whom="child_id")
    tracked = _on_tracks(tables, STATUTORY_TRACKS)
    children = children.inner_join(tracked, children.child_id == tracked.tracked_id).drop("tracked_id")
    children = children.left_join(recent, children.child_id == recent.whom)
    return children.mutate(times=ibis.coalesce(children.times, 0))


def many_changes(tables: Tables) -> ibis.Table:
    children = _changes_in_a_year(tables)
    return cases(
        children,
        case_id=children.child_id,
        on=children.counts_on,
        in_numerator=children.times >= rules.MANY_CHANGES,
    )


def changes_each(tables: Tables) -> ibis.Table:
    children = _changes_in_a_year(tables)
    return cases(children, case_id=children.child_id, on=children.counts_on, value=children.times)


def same_for(months: int) -> Any:
    """Children open for that long; in the numerator when one worker has been theirs all that time."""

    def made(tables: Tables) -> ibis.Table:
        import ibis

        since = tables.months_before(months)
        children, runs = _with_named(tables), _runs(tables)
        begins = ibis.ifelse(runs.earlier.isnull() | runs.is_change, runs.starts_on, ibis.null("date"))
        last = runs.group_by("child_id").agg(run_since=begins.max()).rename(runs_of="child_id")
        children = children.filter(children.open_since <= since)
        children = children.left_join(last, children.child_id == last.runs_of)
        in_numerator = (children.had_until > tables.as_of) & (children.run_since <= since)
        return cases(children, case_id=children.child_id, on=children.counts_on, in_numerator=in_numerator)

    return made


def _measure(key: str, title: str, cases: Any, **words: Any) -> Measure:
    facts = {
        "how": "children_share",
        "direction": "up",
        "source": FOUND,
        "about": "other",
        "denominator": "",
        **words,
    }
    return Measure(key=key, title=title, cases=cases, author=AUTHOR, review_on=REVIEW_ON, **facts)


FOUND = "Inspectors’ published findings on unallocated children and on changes of worker, read November 2026"
OPEN = "Children who are on a track or held by a team on the last day of the period"
MEASURES = [
    _measure(
        "P58",
        "Children with a named worker",
        allocated,
        why="Every child has somebody who is theirs.",
        numerator="Those who have a named worker; duty cover, or somebody who has left, is none",
        denominator=OPEN,
    ),
    _measure(
        "P59",
        "Children without a worker for too long",
        without,
        why="A child nobody is responsible for is seen by nobody.",
        how="children",
        numerator="Open children without a named worker on the last day, for longer than the council’s limit",
        direction="down",
        reads=(rules.NAMED_WORKER.key,),
    ),
    _measure(
        "P59b",
        "In care or with a protection plan, without a worker for too long",
        without_sooner,
        why="The council is their parent, or has said that they are not safe.",
        how="children",
        numerator="Those without a named worker on the last day, for longer than the council’s limit for them",
        direction="down",
        reads=(rules.NAMED_WORKER_SOONER.key,),
    ),
    _measure(
        "P60",
        "Three changes of worker or more in 12 months",
        many_changes,
        why="Each new worker is a story told again, and one more adult who left.",
        numerator="Those with three changes or more in the 12 months to the last day; the first worker is no change",
        denominator="Open children in need, with a protection plan or in care on the last day of the period",
        direction="down",
    ),
    _measure(
        "P60b",
        "Changes of worker in 12 months",
        changes_each,
        why="Each new worker is a story told again, and one more adult who left.",
        how="median",
        unit="changes",
        numerator="The middle of the changes in the 12 months to the last day, of those children",
        direction="down",
    ),
    _measure(
        "P61",
        "The same worker for 6 months",
        same_for(6),
        why="Trust takes time with one person.",
        numerator="Those whose worker of the last day has been theirs for 6 months or more",
        denominator="Children open for 6 months or more",
    ),
    _measure(
        "P61b",
        "The same worker for 12 months",
        same_for(12),
        why="Trust takes time with one person.",
        numerator="Those whose worker of the last day has been theirs for 12 months or more",
        denominator="Children open for 12 months or more",
    ),
]
