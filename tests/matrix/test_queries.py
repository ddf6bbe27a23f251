"""A page asks the database as often for fifty rows as for five, and no oftener than its area says."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kittiwake.access.identity import acting_as_system
from tests.matrix.cells import Cell
from tests.matrix.conftest import QUERIES
from tests.matrix.law import Answer
from tests.matrix.pages import Made, Page, declared_pages
from tests.matrix.walking import ask, undone
from tests.matrix.world import World

FEW, MANY = 5, 50
THE_REQUEST_ITSELF = (
    "SAVEPOINT",
    "RELEASE SAVEPOINT",
    "ROLLBACK TO SAVEPOINT",
    'UPDATE "django_session"',  # that they were here, every few minutes
    'UPDATE "usersessions_usersession"',
    "SELECT current_setting('kittiwake.user_id'",  # who asks: of a request outside a test, as it begins
)
GROWTHS: dict[Callable[[Made, int], None], list[Page]] = {}
for _page in declared_pages().values():
    if _page.grows:
        GROWTHS.setdefault(_page.grows, []).append(_page)


@pytest.mark.parametrize(
    "grows", GROWTHS, ids=lambda grows: f"{grows.__module__.split('.')[-3]}{grows.__name__}"
)
def test_it_asks_as_often_for_many_rows_as_for_few(
    world: World, grows: Callable[[Made, int], None], request: pytest.FixtureRequest
) -> None:
    cells = [first_reader(world, page) for page in GROWTHS[grows]]
    with undone():
        few = queries_after(world, cells, grows, FEW)
        many = queries_after(world, cells, grows, MANY - FEW)
    asked = request.config.stash.setdefault(QUERIES, {})
    asked.update((cell.page.name, len(sql)) for cell, sql in many.items())
    wrong = [problem for cell in cells for problem in problems(cell, few[cell], many[cell])]
    assert not wrong, "\n".join(["", *wrong])


def problems(cell: Cell, few: list[str], many: list[str]) -> Iterator[str]:
    if len(few) != len(many):
        yield f"{cell.page.name}: {len(few)} queries for {FEW} rows, {len(many)} for {MANY}"
        yield from sorted(set(repeated(many)) - set(repeated(few)))
        yield from sorted(set(counted(many)) - set(counted(few)))
        yield from sorted(set(counted(few)) - set(counted(many)))
    elif len(many) > cell.page.at_most:
        yield f"{cell.page.name}: {len(many)} queries, where its area says at most {cell.page.at_most}"


def first_reader(world: World, page: Page) -> Cell:
    """Somebody who sees most, the manager before others, and a child on whose page there will be rows."""
    method = page.methods[-1] if page.sends else page.methods[0]
    for who in ("manager", "analyst", *world.people):
        relations = ["themselves"] if who == "young_person" else ["same team", *world.made]
        for relation in relations:
            made = world.made[relation]
            may = world.law.answer(page, world.people[who], made) is Answer.OPEN
            if may and world.law.sees(world.people[who], made.child):
                return Cell(page, method, who, relation)
    raise LookupError(f"Nobody may open {page.name}.")


def queries_after(
    world: World, cells: list[Cell], grows: Callable[[Made, int], None], more: int
) -> dict[Cell, list[str]]:
    with acting_as_system():
        for relation in {cell.relation for cell in cells}:
            grows(world.made[relation], more)
    return {cell: queries(world, cell) for cell in cells}


def queries(world: World, cell: Cell) -> list[str]:
    with CaptureQueriesContext(connection) as captured:
        response = ask(world, cell)
    assert response.status_code == 200, f"{cell}: HTTP {response.status_code}"
    return [query["sql"] for query in captured if not query["sql"].startswith(THE_REQUEST_ITSELF)]


def repeated(sql: list[str]) -> list[str]:
    """Statements without their numbers, with how often each was asked."""
    return [f"{times} × {statement[:400]}" for statement, times in counted(sql).items() if times > 1]


def counted(sql: list[str]) -> Counter[str]:
    """Lists of keys count as one, however long."""
    return Counter(re.sub(r"#(, #)+", "#", re.sub(r"\d+", "#", statement)) for statement in sql)
