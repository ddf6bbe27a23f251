"""Whether restricted children are there or gone, no page and no measure differs for whoever may not see them.

Each role opens every page it may, twice: with restricted children in the world, and with them taken away. The bytes are
the same, but for what docs/decisions/0021 allows, which is named here page by page. Nor does any of these pages show what is
kept for a few people and not for them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.urls import reverse

from kittiwake.areas.powers import Power
from kittiwake.insight.showing import YEAR, Period
from kittiwake.primitives.measures import catalogue
from kittiwake.record.models import Child
from tests.matrix.cells import Cell, asks_whole, holds, people
from tests.matrix.hiding import THEIR_WORKER, hidden_children, taken_away
from tests.matrix.kept import kept_on
from tests.matrix.pages import Page, declared_pages
from tests.matrix.walking import ask, body
from tests.matrix.world import World

MANY = 4
SHARE = 3  # of the measures, one in so many
# Their worker sees them, by name.
SEES_THEM = {THEIR_WORKER}
# To who answers for their worker, the worker's caseload is true, and what would be left behind.
ANSWERS_FOR_THEIR_WORKER = {"manager", "service_manager", "principal", "director"}
TRUE_TO_THEM = {
    "allocation:change_worker", "allocation:leave", "allocation:workers", "desk:board", "workforce:caseloads",
    "workforce:staff", "workforce:worker",
}  # fmt: skip
# Who sees no child is shown the council's own figures, small numbers hidden.
OF_THE_COUNCIL = {
    "member": (
        "insight:measures",
        "insight:measure",
        "inspection:point",
        "inspection:self_evaluation",
        "feedback:round",
    )
}
RELATION = "same team"
# Different each time a page is asked for, whatever it shows. When figures were counted is by the database's own clock.
PASSING = re.compile(rb'name="(once|whose)"\s+value="[^"]*"|value="[0-9a-f-]{36}"|Counted on [^.]+\.|\s+')


def drawn() -> list[str]:
    return [who for who in people() if who not in SEES_THEM]


def addresses(world: World, who: str) -> Iterator[tuple[str, Page, str]]:
    for page in declared_pages().values():
        if "GET" not in page.methods or page.power is Power.EVERYBODY or not holds(who, page.power):
            continue
        if page.name in ("insight:measure", "insight:rows"):
            for key in measures_for(who):
                yield f"{page.name} {key}", page, reverse(page.name, kwargs={"key": key})
            known = Period(world.now.date() - YEAR, world.now.date(), world.now.date()).query
            yield f"{page.name} as known", page, f"{reverse(page.name, kwargs={'key': 'P01'})}?{known}"
            for way in ("track", "locality"):
                yield f"{page.name} by {way}", page, f"{reverse(page.name, kwargs={'key': 'P01'})}?by={way}"
        else:
            yield page.name, page, page.address(world.made[RELATION] if page.about else None)


def measures_for(who: str) -> list[str]:
    """A third of them each, in turn: what one page does for all of them is the same for each reach."""
    turn = [person for person in drawn() if holds(person, Power.SEE_FIGURES)].index(who)
    every = catalogue.measures()
    return [key for place, key in enumerate(every) if asks_whole() or (place + turn) % SHARE == 0]


def answers(world: World, who: str) -> dict[str, bytes]:
    """What each page says. Papers are left out: they are drawn from the pages' own readings, with the time in them."""
    answered = {}
    for name, page, address in addresses(world, who):
        response = ask(world, Cell(page, "GET", who, RELATION if page.about else ""), address)
        if response.get("Content-Type", "").startswith("text/"):
            answered[name] = PASSING.sub(b" ", body(response))
    return answered


@pytest.fixture(autouse=True)
def at_one_moment(time_machine) -> None:
    """Both are asked for at the same moment: no clock has moved on between them."""
    time_machine.move_to(datetime.now(UTC), tick=False)


@pytest.fixture(scope="module")
def hidden(world: World) -> Iterator[list[Child]]:
    with hidden_children(world, MANY) as children:
        yield children


def allowed(who: str, name: str) -> bool:
    if who in ANSWERS_FOR_THEIR_WORKER and name in TRUE_TO_THEM:
        return True
    return name.startswith(OF_THE_COUNCIL.get(who, ()))


def test_every_measure_is_asked_for_by_several() -> None:
    asked = Counter(key for who in drawn() if holds(who, Power.SEE_FIGURES) for key in measures_for(who))
    assert asked.keys() == catalogue.measures().keys()
    assert min(asked.values()) >= 3


@pytest.mark.parametrize("who", drawn())
def test_no_page_tells_whether_they_are_there(world: World, hidden: list[Child], who: str) -> None:
    there = answers(world, who)
    with taken_away(hidden):
        gone = answers(world, who)
    assert kept_on(world, who, there) == set()
    told = {name: first_difference(there[name], gone[name]) for name in there if not allowed(who, name)}
    assert {name: words for name, words in told.items() if words} == {}


def first_difference(there: bytes, gone: bytes) -> str:
    """Where the two part, as far as it takes to recognise; empty where they are the same."""
    if there == gone:
        return ""
    same = next(
        (place for place, (one, other) in enumerate(zip(there, gone, strict=False)) if one != other), 0
    )
    start = max(0, same - 80)
    return f"{there[start : start + 240]!r} / {gone[start : start + 240]!r}"


def test_the_comparison_would_find_what_is_told(world: World, hidden: list[Child]) -> None:
    """To who answers for their worker the caseload is told, and is different."""
    page = declared_pages()["workforce:worker"]
    cell = Cell(page, "GET", "manager", "")
    address = reverse("workforce:worker", kwargs={"pk": world.people[THEIR_WORKER].worker.pk})
    there = PASSING.sub(b" ", body(ask(world, cell, address)))
    with taken_away(hidden):
        assert PASSING.sub(b" ", body(ask(world, cell, address))) != there
