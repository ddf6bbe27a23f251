from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kittiwake.practice.mentoring.models import Talk

from kittiwake.primitives.measures.definition import Measure
from kittiwake.primitives.measures.tables import Tables, cases

if TYPE_CHECKING:
    import ibis


def talks(tables: Tables) -> ibis.Table:
    talk = tables(Talk)
    return cases(talk, case_id=talk.entry_id, on=talk.talked_on)


MEASURES = [
    Measure(
        key="Z01",
        title="Talks with a mentor",
        why="Somebody whom the child chose has time for them.",
        numerator="Talks",
        denominator="",
        direction="up",
        source="Local",
        author="Principal social worker",
        review_on=date(2027, 11, 1),
        cases=talks,
        how="count",
    )
]
