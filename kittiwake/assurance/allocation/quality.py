"""Whether what every return asks of a child is on their record. As the record has it now: who a child is has no day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from kittiwake.assurance.allocation.measures import AUTHOR, REVIEW_ON, open_children
from kittiwake.primitives.measures.definition import Measure
from kittiwake.primitives.measures.dimension import as_number
from kittiwake.primitives.measures.tables import Tables, cases, london
from kittiwake.record.models import Child, Identifier

if TYPE_CHECKING:
    import ibis

NOT_ASKED = "NOBT"  # codes.ETHNICITY: refused is an answer
SCHOOL_AGE = (5, 16)  # from, and until they are
YEAR = 1_00_00  # between two days as numbers
SOURCE = "Local: quality of records; asked of every child by the children in need census"


def _open(tables: Tables) -> ibis.Table:
    children = open_children(tables)
    child = tables(Child).select("ethnicity", "born_on", "birth_is", of_id="id")
    return children.inner_join(child, children.child_id == child.of_id)


def without_ethnicity(tables: Tables) -> ibis.Table:
    children = _open(tables)
    in_numerator = children.ethnicity == NOT_ASKED
    return cases(children, case_id=children.child_id, on=children.counts_on, in_numerator=in_numerator)


def without_upn(tables: Tables) -> ibis.Table:
    """Of school age on the last day, and no number of theirs was on the record by then."""
    number, last = tables(Identifier), tables.as_of
    by_then = (london(number.recorded_at) <= last) & (number.ended_on.isnull() | (number.ended_on > last))
    number = number.filter((number.kind == Identifier.UPN) & by_then)
    number = number.select(numbered="child_id").distinct()
    children = _open(tables)
    lived, (least, most) = as_number(last) - as_number(children.born_on), SCHOOL_AGE
    children = children.filter((children.birth_is != "due") & (lived >= least * YEAR) & (lived < most * YEAR))
    children = children.left_join(number, children.child_id == number.numbered)
    in_numerator = children.numbered.isnull()
    return cases(children, case_id=children.child_id, on=children.counts_on, in_numerator=in_numerator)


def _measure(key: str, title: str, cases_: Any, **words: Any) -> Measure:
    facts: dict[str, Any] = {"author": AUTHOR, "review_on": REVIEW_ON, "about": "other", "source": SOURCE}
    return Measure(key=key, title=title, cases=cases_, direction="down", **facts, **words)


MEASURES = [
    _measure(
        "P81c",
        "Ethnic group not recorded",
        without_ethnicity,
        why="Nobody can see whether children are treated alike if nobody has asked who they are.",
        numerator="Those whom nobody has asked yet. Whoever refused to say has been asked",
        denominator="Children open on the last day",
    ),
    _measure(
        "P81d",
        "No unique pupil number",
        without_upn,
        why="Without it a child who changes school is lost between two lists.",
        numerator="Those of whom no number was recorded by then",
        denominator="Children open on the last day who are 5 to 15",
    ),
]
