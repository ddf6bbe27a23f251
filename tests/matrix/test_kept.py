"""What is kept for a few people stands on no page of anybody else's: every role walks every page it may open."""

from __future__ import annotations

from uuid import uuid4

import pytest
from django.urls import reverse

from kittiwake.areas.powers import Power
from tests.matrix.cells import Cell, holds
from tests.matrix.pages import declared_pages
from tests.matrix.walking import ask, body, undone
from tests.matrix.world import World, one_of_each_role

RELATION = "same team"
PAGES = [
    page for page in declared_pages().values() if "GET" in page.methods and page.power is not Power.EVERYBODY
]


def kept_from(world: World, who: str) -> list[str]:
    person = world.people[who]
    every = [made.kept for made in world.made.values()]
    return [word for kept in every for word, readers in kept.items() if person.pk not in readers]


@pytest.mark.parametrize("who", one_of_each_role())
def test_no_page_shows_what_is_kept_for_others(world: World, who: str) -> None:
    words = [word.encode() for word in kept_from(world, who)]
    shown = set()
    for page in (page for page in PAGES if holds(who, page.power)):
        answer = body(ask(world, Cell(page, "GET", who, RELATION if page.about else "")))
        shown |= {(page.name, word) for word in words if word in answer}
    assert not shown


def test_something_is_kept_from_everybody_but_one(world: World) -> None:
    assert [who for who in world.people if not kept_from(world, who)] == ["worker"]


def test_nor_does_a_search_for_the_word_itself_find_anything(world: World) -> None:
    word = next(iter(world.made[RELATION].kept))
    for who in ("service_manager", "director", "analyst"):
        with undone():
            typed = {"once": str(uuid4()), "sought": word}
            found = world.client(who).post(reverse("desk:search"), typed).content.decode()
        nothing = found.replace(word, "")
        assert "Quartz" not in nothing


def test_those_it_is_kept_for_do_find_it(world: World) -> None:
    made, pages = world.made[RELATION], declared_pages()
    for word, readers in made.kept.items():
        for who, person in world.people.items():
            if person.pk in readers:
                cell = Cell(pages["supervision:personal"], "GET", who, RELATION)
                assert word.encode() in body(ask(world, cell))
