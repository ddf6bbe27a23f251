"""What is counted of disruption: what was used on those who harm, and what came of it.

A tactic is counted once, with one of the children it concerns: the first whom whoever asks may see.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kittiwake.practice.disruption import rules
from kittiwake.practice.disruption.models import Concern, Tactic, TacticStep
from kittiwake.practice.disruption.powers import PLACE
from kittiwake.primitives.measures.definition import Measure
from kittiwake.primitives.measures.tables import Tables, cases
from kittiwake.record.models import Entry

if TYPE_CHECKING:
    import ibis

SOURCE = "Home Office, Child exploitation disruption toolkit (2022)"
AUTHOR, REVIEW_ON = "Exploitation lead", date(2027, 11, 1)


def _steps(tables: Tables, kinds: list[str]) -> ibis.Table:
    """Steps of these kinds with the first child each concerns."""
    concern, entry = tables(Concern), tables(Entry)
    standing = entry.filter(entry.struck_out_at.isnull()).select(standing_id="id")
    concern = concern.inner_join(standing, concern.entry_id == standing.standing_id)
    first = concern.group_by("tactic_id").agg(first_id=concern.entry_id.min())
    child = concern.select("entry_id", "child_id")
    first = first.inner_join(child, first.first_id == child.entry_id).select(
        "first_id", "child_id", whose=first.tactic_id
    )
    step = tables(TacticStep)
    step = step.filter(step.kind.isin(kinds))
    return step.inner_join(first, step.tactic_id == first.whose)


def used(tables: Tables) -> ibis.Table:
    rows = _steps(tables, [rules.GRANTED])
    return cases(rows, case_id=rows.first_id, on=rows.on)


def at_work_in_places(tables: Tables) -> ibis.Table:
    """Granted by the last day, and neither over by then nor ended by anybody."""
    tactic, step, last = tables(Tactic), tables(TacticStep), tables.as_of
    place = tactic.filter(tactic.target == PLACE).select(place_id="id")
    over = step.filter(step.kind.isin(sorted(rules.OVER)) & (step.on <= last))
    over = over.select(over_id="tactic_id").distinct()
    rows = _steps(tables, [rules.GRANTED])
    rows = rows.filter((rows.on <= last) & (rows.until_on.isnull() | (rows.until_on >= last)))
    rows = rows.inner_join(place, rows.tactic_id == place.place_id)
    rows = rows.left_join(over, rows.tactic_id == over.over_id)
    rows = rows.filter(rows.over_id.isnull())
    return cases(rows, case_id=rows.first_id, on=last)


def decided(tables: Tables) -> ibis.Table:
    rows = _steps(tables, [rules.GRANTED, rules.REFUSED])
    return cases(rows, case_id=rows.first_id, on=rows.on, in_numerator=rows.kind == rules.GRANTED)


def tried(tables: Tables) -> ibis.Table:
    rows = _steps(tables, [rules.CONVICTED, rules.ACQUITTED, rules.ENDED])
    return cases(rows, case_id=rows.first_id, on=rows.on, in_numerator=rows.kind == rules.CONVICTED)


MEASURES = [
    Measure(
        key="P45",
        title="Disruption tactics granted or used",
        why="A child is safer when the adult who harms them is stopped, not when the child is watched.",
        numerator="Tactics that were granted or used in the period",
        denominator="",
        direction="context",
        source=SOURCE,
        author=AUTHOR,
        review_on=REVIEW_ON,
        cases=used,
        how="count",
    ),
    Measure(
        key="P45b",
        title="Disruption granted, of what was decided",
        why="What is refused again and again was prepared badly, or was the wrong power.",
        numerator="Those granted or used",
        denominator="Tactics decided in the period, either way",
        direction="context",
        source=SOURCE,
        author=AUTHOR,
        review_on=REVIEW_ON,
        cases=decided,
    ),
    Measure(
        key="P45c",
        title="Convictions of those who exploit",
        why="What a child told us may end in a court, and they want to know.",
        numerator="Those that ended in a conviction",
        denominator="Criminal cases that ended in the period",
        direction="context",
        source=SOURCE,
        author=AUTHOR,
        review_on=REVIEW_ON,
        cases=tried,
    ),
    Measure(
        key="P46",
        title="Places where disruption is at work",
        why="A place that is safer is safer for every child, also for those nobody knows of.",
        numerator="Tactics on a place that were granted or used and are not over on the last day",
        denominator="",
        direction="context",
        source=SOURCE,
        author=AUTHOR,
        review_on=REVIEW_ON,
        cases=at_work_in_places,
        how="count",
    ),
]
