"""Every page × method × role × relation gives the answer the law of the house gives, and shows no other child."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.matrix.cells import Cell, cells_of
from tests.matrix.law import Answer
from tests.matrix.pages import addresses, declared_pages, where_to_say
from tests.matrix.walking import answer_in, ask, body, leaked
from tests.matrix.world import World

NAMES = sorted(addresses())


def test_every_address_has_an_expectation_and_every_expectation_an_address() -> None:
    known, declared = addresses(), declared_pages()
    unsaid = [where_to_say(name, known[name]) for name in NAMES if name not in declared]
    gone = [f"{name} is expected, and there is no such address." for name in declared if name not in known]
    assert not unsaid + gone, "\n".join(["", *unsaid, *gone])


@pytest.mark.parametrize("name", NAMES)
def test_it_answers_each_person_as_the_law_says(world: World, name: str) -> None:
    page = declared_pages()[name]
    wrong = [problem for cell in cells_of(page) for problem in problems(world, cell)]
    assert not wrong, "\n".join(["", *wrong])


def problems(world: World, cell: Cell) -> Iterator[str]:
    response = ask(world, cell)
    if not cell.page.permission:
        if response.status_code >= 500:
            yield f"{cell}: HTTP {response.status_code}"
    else:
        expected = world.law.answer(cell.page, world.person(cell.who), world.made.get(cell.relation))
        came = answer_in(response)
        if came is not expected:
            yield f"{cell}: expected that it {expected.value}, but {came}"
        if came is expected is Answer.HIDDEN and cell.page.about:
            yield from differs_from_absent(world, cell, response)
    for word in leaked(world, cell, response):
        yield f"{cell}: shows {word}"


def differs_from_absent(world: World, cell: Cell, response) -> Iterator[str]:
    if absent_body(world, cell) != body(response):
        yield f"{cell}: what is hidden and what is not there give different answers"


def absent_body(world: World, cell: Cell) -> bytes:
    """What the same person gets for a page that is not there: one answer, whatever the relation."""
    key = replace(cell, relation="")
    if key not in world.absent:
        response = ask(world, cell, cell.page.address())
        assert response.status_code == 404, f"{key}: HTTP {response.status_code} for what is not there"
        world.absent[key] = body(response)
    return world.absent[key]
