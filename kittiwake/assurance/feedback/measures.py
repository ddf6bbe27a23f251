"""What is counted of what children and families say. Workers' answers are no measure: a case of one would be a worker.

Of these, a case is one answer to one question, of nobody: it has the day its round was closed, a team where enough of it
answered, and nothing that leads to a child.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from kittiwake.assurance.feedback import questions
from kittiwake.assurance.feedback.models import Answer, Round
from kittiwake.primitives.measures.definition import Measure
from kittiwake.primitives.measures.tables import Tables, cases

if TYPE_CHECKING:
    import ibis

SAFE, LISTENED = "children.safe", "children.listened"


def safe_and_listened_to(tables: Tables) -> ibis.Table:
    """Every answer to one of the two questions, on the last day of its round."""
    answer, asked = tables(Answer), tables(Round)
    answer = answer.filter(answer.question.isin([SAFE, LISTENED]))
    answer = answer.mutate(nobody=answer.id.nullif(answer.id))
    asked = asked.select("closes_on", asked_in="id")
    rows = answer.inner_join(asked, answer.round_id == asked.asked_in)
    return cases(
        rows,
        case_id=rows.id,
        on=rows.closes_on,
        in_numerator=rows.is_good,
        worker_id=rows.nobody,
        of_team=rows.team_id,
    )


MEASURES = [
    Measure(
        key="P82",
        title="Children and families who say they are safe and were listened to",
        why="Whether it helped, they know best.",
        numerator=f"Answers of “yes” or “mostly” to “{questions.asked_in(SAFE).words}” and to "
        f"“{questions.asked_in(LISTENED).words}”, each counted by itself: which two were one person’s is not known",
        denominator="Answers to these two questions in rounds that were closed in the period and that enough answered",
        direction="up",
        source="Our own questions, asked without names (docs/decisions/0066)",
        author="Principal social worker",
        review_on=date(2027, 11, 1),
        cases=safe_and_listened_to,
        about="worker",  # of no child: nobody knows whose it is
    )
]
