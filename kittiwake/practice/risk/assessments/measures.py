"""What is counted of what assessments found out, beside how they are made (risk/measures.py)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kittiwake.practice.risk.measures import AUTHOR, REVIEW_ON, newest
from kittiwake.primitives.instruments.models import Answer
from kittiwake.primitives.measures.definition import Measure
from kittiwake.primitives.measures.tables import Tables, cases

if TYPE_CHECKING:
    import ibis

GROUNDS = "nrm"  # the question about the national referral mechanism


def found_to_be_victims(tables: Tables) -> ibis.Table:
    """By the newest assessment of each child. When they were referred, and how long it took, nobody records."""
    assessments, answer = newest(tables), tables(Answer)
    answer = answer.filter((answer.question == GROUNDS) & (answer.value == "yes"))
    answer = answer.select(found="completion_id").distinct()
    assessments = assessments.left_join(answer, assessments.completion_id == answer.found)
    in_numerator = assessments.found.notnull()
    return cases(assessments, case_id=assessments.entry_id, on=tables.as_of, in_numerator=in_numerator)


MEASURES = [
    Measure(
        key="P41",
        title="Found to be victims by the national referral mechanism",
        why="A child who is made to commit crimes is a victim, and has a right to be treated as one.",
        numerator="Those whose newest assessment says that there are reasonable or conclusive grounds",
        denominator="Children with a full assessment by the last day of the period",
        direction="context",
        source="Home Office: national referral mechanism; the question of the assessment, read November 2026",
        author=AUTHOR,
        review_on=REVIEW_ON,
        cases=found_to_be_victims,
        how="children_share",
    ),
]
