"""What is counted of disruption: what was used on those who harm, and what came of it.

A tactic is counted once, with one of the children it concerns: the first whom whoever asks may see.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kittiwake.practice.disruption import rules
from kittiwake.practice.disruption.models import Concern, TacticStep
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
]
