"""How a measure of this area is stated: what all of them have in common."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from kittiwake.areas.powers import Power
from kittiwake.primitives.measures.definition import Benchmark, Measure
from kittiwake.primitives.measures.tables import Tables, cases

if TYPE_CHECKING:
    import ibis

AUTHOR, REVIEW_ON = "Principal social worker", date(2027, 11, 1)
LOCAL = "Local"
CENSUS = "Social work workforce census, read November 2026"
MANAGES, ANSWERS_FOR_ALL = Power.RECORD_WORKFORCE, Power.SET_STANDARDS


def national(figure: str, *, beside: str = "") -> Benchmark:
    """Of the census of 2023, the newest whose national row we have read."""
    publisher = "Children’s social work workforce, Department for Education, read November 2026"
    return Benchmark(figure, of="England", on="30 September 2023", source=publisher, beside=beside)


def measure(key: str, title: str, cases: Any, direction: Any = "up", **words: Any) -> Measure:
    """About workers, and shown to whoever answers for some: row-level security gives them theirs."""
    facts = {"author": AUTHOR, "review_on": REVIEW_ON, "about": "worker", "asks": MANAGES, **words}
    return Measure(key=key, title=title, cases=cases, direction=direction, **facts)


def worker_case(tables: Tables, engagement: ibis.Table, **more: Any) -> ibis.Table:
    """A row an engagement, on the last day."""
    return cases(engagement, case_id=engagement.id, on=tables.as_of, worker_id=engagement.worker_id, **more)
