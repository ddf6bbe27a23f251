"""What was known at a moment: what is recorded, corrected or struck out afterwards changes no figure as it was known then."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.db import connection

from kittiwake.insight import counting
from kittiwake.insight.rules import Figure
from kittiwake.insight.tests.worlds import AT, FIRST, LAST, draw
from kittiwake.primitives.measures import catalogue
from tests.cast import Cast


@pytest.fixture
def world(cast: Cast, time_machine) -> Cast:
    time_machine.move_to(AT, tick=False)
    draw(cast)
    return cast


def moment() -> datetime:
    """By the clock of the database, which no test moves."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        return cursor.fetchone()[0]


def figures(known_at: datetime | None = None) -> dict[str, list[Figure]]:
    return {
        f"{key} by {group}": counting.figures(measure, FIRST, LAST, group, known_at)
        for key, measure in catalogue.measures().items()
        for group in ("none", "team")
    }


def test_x(world: Cast) -> None:
    import time
    a=time.perf_counter()
    before = figures()
    b=time.perf_counter()
    k=moment()
    then = figures(k)
    print("T", b-a, time.perf_counter()-b)
    assert {x:(before[x],then[x]) for x in before if before[x]!=then[x]} == {}
