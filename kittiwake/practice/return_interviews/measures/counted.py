"""Which interviews and offers count, for every measure of them: none that was struck out, and of versions the newest."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from kittiwake.practice.missing import rules as missing
from kittiwake.practice.return_interviews.models import ReturnInterview
from kittiwake.primitives.measures.definition import Measure
from kittiwake.primitives.measures.tables import Tables, london
from kittiwake.record.models import Entry

if TYPE_CHECKING:
    import ibis

AUTHOR, REVIEW_ON = "Return interviews lead", date(2027, 11, 1)
STATUTORY = missing.RETURN_INTERVIEW.source


def standing(tables: Tables, rows: ibis.Table) -> ibis.Table:
    """The rows whose entry was not struck out."""
    entry = tables(Entry)
    entry = entry.filter(entry.struck_out_at.isnull()).select(standing_id="id")
    return rows.inner_join(entry, rows.entry_id == entry.standing_id).drop("standing_id")


def versions(tables: Tables) -> ibis.Table:
    """Every standing version, with first_id, the first version's entry, and held_on."""
    import ibis

    interviews = standing(tables, tables(ReturnInterview))
    return interviews.mutate(
        first_id=ibis.coalesce(interviews.version_of_id, interviews.entry_id),
        held_on=london(interviews.held_at),
    )


def held(tables: Tables) -> ibis.Table:
    """Each interview once, as its newest version has it."""
    import ibis

    interviews = versions(tables)
    its = ibis.window(group_by=interviews.first_id, order_by=interviews.number.desc())
    interviews = interviews.mutate(place_of_version=ibis.row_number().over(its))
    return interviews.filter(interviews.place_of_version == 0)


def measure(key: str, title: str, made: Callable[[Tables], ibis.Table], **words: Any) -> Measure:
    given: dict[str, Any] = {
        "how": "share",
        "direction": "up",
        "source": STATUTORY,
        "unit": "",
        "denominator": "",
        **words,
    }
    return Measure(key=key, title=title, cases=made, author=AUTHOR, review_on=REVIEW_ON, **given)
