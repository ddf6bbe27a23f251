"""Times missing, as the tests of this area make them."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.db import connection

from kittiwake.practice.missing import recording
from kittiwake.practice.missing.models import Episode
from kittiwake.primitives.measures import catalogue, statements
from kittiwake.primitives.measures.given import for_the_driver
from kittiwake.record.models import Child
from kittiwake.time.moments import Moment
from tests.cast import NOW, Cast

REPORTED = NOW - timedelta(hours=38)


def missing(cast: Cast, child: Child | None = None, **facts: Any) -> Episode:
    """Reported by the police 38 hours ago, unless said otherwise."""
    said = {"reported": Moment(REPORTED), "source": "police", "reference": "MP/7/26", **facts}
    return recording.report_missing(child or cast.ash, **said, by=cast.user("worker"), at=NOW)


def away(cast: Cast, child: Child, since: datetime, hours: float) -> Episode:
    """Missing then for so long, and back."""
    returned = Moment(since + timedelta(hours=hours))
    return recording.report_past(
        child, reported=Moment(since), returned=returned, source="carer", by=cast.user("worker"), at=NOW
    )


def counted(key: str, first: date, last: date) -> list[dict[str, Any]]:
    """The cases a measure yields in that period, by its own definition."""
    statement = statements.of(catalogue.measures()[key])
    sql = f'SELECT * FROM ({for_the_driver(statement.sql)}) c WHERE "on" BETWEEN %(first)s AND %(last)s'
    given = statements.values(statement.given, first, last)
    with connection.cursor() as cursor:
        cursor.execute(
            f'SELECT case_id, child_id, "on", in_numerator, value FROM ({sql}) asked',
            {**given, "first": first, "last": last},
        )
        return [
            dict(zip(("case_id", "child_id", "on", "in_numerator", "value"), row, strict=True))
            for row in cursor.fetchall()
        ]
