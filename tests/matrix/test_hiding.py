"""Whether restricted children are there or gone, no page and no measure differs for whoever may not see them.

Each role opens every page it may, twice: with restricted children in the world, and with them taken away. The bytes are
the same, but for what docs/decisions/0014 allows, which is named here page by page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from django.urls import reverse

from kittiwake.primitives.measures import catalogue
from kittiwake.record.models import Child
from tests.matrix.cells import Cell, alike_for, holds
from tests.matrix.hiding import THEIR_WORKER, hidden_children, taken_away
from tests.matrix.pages import Page, declared_pages
from tests.matrix.walking import ask, body
from tests.matrix.world import World, one_of_each_role

MANY = 4
# Their worker's own children, of whom they see the record; and the protected caseload, for whoever answers for that worker.
SEES_THEM = {THEIR_WORKER}
ANSWERS_FOR_THEIR_WORKER: set[str] = set()
RELATION = "same team"


def drawn() -> list[str]:
    """One of each reach and set of rights."""
    page = declared_pages()["desk:child"]
    return [alike[0] for alike in alike_for(page) if alike[0] not in SEES_THEM]


def addresses(world: World, who: str) -> Iterator[tuple[str, Page, str]]:
    for page in declared_pages().values():
        if "GET" not in page.methods or not page.permission or not holds(who, page.permission):
            continue
        if page.name in ("insight:measure", "insight:rows"):
            for key in catalogue.measures():
                yield f"{page.name} {key}", page, reverse(page.name, kwargs={"key": key})
        else:
            yield page.name, page, page.address(world.made[RELATION] if page.about else None)


def answers(world: World, who: str) -> dict[str, bytes]:
    found = {}
    for name, page, address in addresses(world, who):
        cell = Cell(page, "GET", who, RELATION if page.about else "")
        found[name] = re.sub(rb"\d\d:\d\d(:\d\d)?", b"", body(ask(world, cell, address)))
    return found


def differences(with_them: dict[str, bytes], without: dict[str, bytes]) -> list[str]:
    return [name for name in with_them if with_them[name] != without[name]]


@pytest.fixture(scope="module")
def hidden(world: World) -> Iterator[list[Child]]:
    with hidden_children(world, MANY) as children:
        yield children


@pytest.mark.parametrize("who", drawn())
def test_no_page_tells_whether_they_are_there(world: World, hidden: list[Child], who: str) -> None:
    there = answers(world, who)
    with taken_away(hidden):
        gone = answers(world, who)
    allowed = ANSWERS_FOR_THEIR_WORKER if who in ("manager", "service_manager", "principal", "director") else set()
    told = [name for name in differences(there, gone) if name not in allowed]
    if told:
        import difflib, pathlib
        out = pathlib.Path("/tmp/safe_diff"); out.mkdir(exist_ok=True)
        for name in told:
            a, b = (one[name].decode(errors="replace").splitlines() for one in (gone, there))
            (out / f"{who}-{name.replace(':','_')}.txt").write_text("\n".join(difflib.unified_diff(a, b, "gone", "there", n=1, lineterm="")))
    assert not told
