"""What the council says of whom it compares itself with: from a day on, as all it says of itself."""

from __future__ import annotations

from datetime import date

from kittiwake.council.settings.details import Detail
from kittiwake.council.settings.queries import value_on
from kittiwake.insight.statistics import rules

NEIGHBOURS = Detail(
    "statistical_neighbours",
    "Statistical neighbours",
    "Beside our own figures, on the page of a measure",
    hint="The councils most like ours, by the three digits the Department for Education knows them by, with spaces "
    "between: 370 841 371. Leave it empty if nobody has said.",
    wrong=rules.wrong_neighbours,
)


def neighbours(on: date) -> tuple[str, ...]:
    return tuple(value_on(NEIGHBOURS, on).split())
