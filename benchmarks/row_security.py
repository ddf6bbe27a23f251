"""What row security costs: the statements of three pages asked as the application's role, beside the same statements
asked as the owner of the tables, for whom it does not hold.

Each page is opened and what it asks in its transaction is noted. Then both sides ask that in turn, as the service does, with
plans that are kept; what counts is the processor time of the two backends. Both must be given the same rows.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
from pathlib import Path
from typing import Any, NamedTuple

import psycopg

from benchmarks.pairs import CONTROL, _interval
from benchmarks.starting import start
from kittiwake.queries.postgresql.prepared import QuestionCursor, keep_plans

PAIRS = 21
TARGET = 1.3
UNTIL_PLANNED = 8  # times, until PostgreSQL has settled on a plan to keep
OPTIONS = "-c jit=off -c timezone=UTC"


class Statement(NamedTuple):
    text: str
    params: Any
    is_of_parts: bool  # asked together, and planned once a connection


class Noting:
    """Keeps what the page reads, once somebody has been named as who asks."""

    def __init__(self) -> None:
        self.statements: list[Statement] = []

    def __call__(self, execute: Any, sql: Any, params: Any, many: bool, context: Any) -> Any:
        text = str(sql)
        if text.lstrip().startswith("SELECT") and "access_log_reading" not in text:
            self.statements.append(
                Statement(text, params, isinstance(context["cursor"].cursor, QuestionCursor))
            )
        return execute(sql, params, many, context)

    @property
    def of_page(self) -> list[Statement]:
        """From the first statement that names who asks to the last of the page."""
        names = [number for number, each in enumerate(self.statements) if "kittiwake.user_id" in each.text]
        last = names[-1] if len(names) > 1 else len(self.statements)
        return self.statements[names[0] : last]


class Side:
    def __init__(self, address: str) -> None:
        self.connection = psycopg.connect(address, options=OPTIONS)
        keep_plans(self.connection)
        self.schedule = Path(f"/proc/{self.connection.info.backend_pid}/schedstat")

    def ask(self, statements: list[Statement]) -> list[list[tuple[Any, ...]]]:
        """As the service does."""
        with self.connection.transaction():
            return [self._rows(statement) for statement in statements]

    def _rows(self, statement: Statement) -> list[tuple[Any, ...]]:
        cursor = QuestionCursor if statement.is_of_parts else psycopg.ClientCursor
        return cursor(self.connection).execute(statement.text, statement.params).fetchall()

    def timed(self, statements: list[Statement]) -> float:
        """Seconds of the backend's processor."""
        before = self._used()
        self.ask(statements)
        return self._used() - before

    def _used(self) -> float:
        return int(self.schedule.read_text().split()[0]) / 1e9


def in_one_order(rows: list[tuple[Any, ...]]) -> list[str]:
    """What asks for no order may come in any, and so may the rows of each question that was asked together with others."""
    return sorted(
        repr([sorted(map(repr, value)) if isinstance(value, list) else value for value in row])
        for row in rows
    )


def compare(name: str, statements: list[Statement], application: Side, owner: Side) -> None:
    for side in [application, owner] * UNTIL_PLANNED:
        side.ask(statements)
    same = [
        in_one_order(with_it) == in_one_order(without)
        for with_it, without in zip(application.ask(statements), owner.ask(statements), strict=True)
    ]
    pairs = [(application.timed(statements), owner.timed(statements)) for _ in range(PAIRS)]
    control = [owner.timed(statements) / owner.timed(statements) for _ in range(PAIRS)]
    ratios = [with_it / without for with_it, without in pairs]
    low, high = _interval(ratios)
    steady = CONTROL[0] <= _interval(control)[0] and _interval(control)[1] <= CONTROL[1]
    verdict = "met" if high <= TARGET and all(same) else "missed"
    line = {
        "name": f"R3 {name}: row security beside none",
        "statements": len(statements),
        "same_rows": f"{sum(same)} of {len(same)}",
        "ratio": round(statistics.median(ratios), 2),
        "low": round(low, 2),
        "high": round(high, 2),
        "target": TARGET,
        "with_cpu_ms": round(statistics.median(one for one, _ in pairs) * 1000, 1),
        "without_cpu_ms": round(statistics.median(other for _, other in pairs) * 1000, 1),
        "verdict": verdict if steady else f"INCONCLUSIVE ({verdict})",
        "load": round(os.getloadavg()[0], 1),
    }
    print(json.dumps(line), flush=True)


def main() -> None:
    start()
    from django.db import connection
    from django.test import Client

    from kittiwake.access.identity import acting_as_system
    from kittiwake.accounts.models import User
    from kittiwake.record.models import Child

    login = sys.argv[1] if len(sys.argv) > 1 else "manager.harbour.team"
    with acting_as_system():
        user = User.objects.get(email=f"{login}@saltmere.example")
        child = Child.objects.get(forenames="Ash", surname="Alderman")
    client = Client()
    client.force_login(user)

    def asked_by(address: str) -> list[Statement]:
        client.get(address)  # what is made once a process has been made
        noting = Noting()
        with connection.execute_wrapper(noting):
            assert client.get(address).status_code == 200, address
        return noting.of_page

    pages = {
        "child page": f"/children/{child.pk}/",
        "list of 50": f"/children/{child.pk}/chronology/",
        "board": "/board/",
    }
    asked = {name: asked_by(address) for name, address in pages.items()}
    application, owner = Side(os.environ["DATABASE_URL"]), Side(os.environ["DATABASE_OWNER_URL"])
    for name, statements in asked.items():
        compare(name, statements, application, owner)


if __name__ == "__main__":
    main()
