"""Every page × method × role × relation gives the answer the law of the house gives, and shows no other child."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from zlib import crc32

import pytest

from kittiwake.access import permissions
from tests.cast import PEOPLE
from tests.matrix.law import Answer
from tests.matrix.pages import Page, addresses, declared_pages, where_to_say
from tests.matrix.walking import Cell, answer_in, ask, body, leaked
from tests.matrix.world import RELATIONS, World, one_of_each_role

NAMES = sorted(addresses())
EVERYBODY = ["nobody", *one_of_each_role()]


def reach_of(who: str) -> str:
    """How far a role sees, which with the permission is all that may make a difference between two roles."""
    if who == "nobody":
        return "nobody"
    names = ("SEES_EVERYONE", "SEES_TEAMS", "SEES_NAMED", "SEES_OWN", "SEES_NO_CHILD")
    reach = next(name for name in names if PEOPLE[who][0] in getattr(permissions, name))
    return "outside" if PEOPLE[who][0] in permissions.OUTSIDE else reach


def holds(who: str, permission: str) -> bool:
    return permission in permissions.PERMISSIONS[PEOPLE[who][0]]


REACH: dict[str, list[str]] = {}
for _who in EVERYBODY:
    REACH.setdefault(reach_of(_who), []).append(_who)


def test_every_address_has_an_expectation_and_every_expectation_an_address() -> None:
    known, declared = addresses(), declared_pages()
    unsaid = [where_to_say(name, known[name]) for name in NAMES if name not in declared]
    gone = [f"{name} is expected, and there is no such address." for name in declared if name not in known]
    assert not unsaid + gone, "\n".join(["", *unsaid, *gone])


def cells_of(page: Page) -> Iterator[Cell]:
    """All of them where KITTIWAKE_MATRIX=whole; otherwise every role, and every relation of each reach."""
    whole = {
        Cell(page, method, who, relation): None
        for method in page.methods
        for who in EVERYBODY
        for relation in (RELATIONS if page.about else [""])
    }
    yield from whole if os.environ.get("KITTIWAKE_MATRIX") == "whole" else filter(is_drawn, whole)


def is_drawn(cell: Cell) -> bool:
    """Each role at a child who reaches everybody by name, and for each reach one role, another on every page, at all
    children; by the one method or the other in turn.
    """
    turn = crc32(cell.page.name.encode())
    who, relation = EVERYBODY.index(cell.who), [*RELATIONS, ""].index(cell.relation)
    if cell.who == "nobody" or not cell.relation:
        return cell.relation in ("let in", "")
    if cell.page.methods[(turn + who + relation) % len(cell.page.methods)] != cell.method:
        return False
    alike = [name for name in REACH[reach_of(cell.who)] if holds(name, cell.page.permission)]
    return cell.relation == "let in" or (bool(alike) and cell.who == alike[turn % len(alike)])


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
