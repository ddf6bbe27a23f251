"""What is kept for a few people stands on no page of anybody else's: a worker here, every other role in test_hiding."""

from __future__ import annotations

from uuid import uuid4

from django.urls import reverse

from kittiwake.areas.powers import Power
from tests.matrix.cells import Cell, holds
from tests.matrix.hiding import THEIR_WORKER
from tests.matrix.kept import kept_from, kept_on
from tests.matrix.pages import declared_pages
from tests.matrix.walking import ask, body, undone
from tests.matrix.world import World

RELATION = "same team"
PAGES = [
    page for page in declared_pages().values() if "GET" in page.methods and page.power is not Power.EVERYBODY
]


def test_no_page_shows_the_worker_what_is_kept_for_others(world: World) -> None:
    """Whoever sees the hidden children too is asked here; everybody else in test_hiding."""
    about = {page: RELATION if page.about else "" for page in PAGES if holds(THEIR_WORKER, page.power)}
    answers = {
        page.name: body(ask(world, Cell(page, "GET", THEIR_WORKER, relation)))
        for page, relation in about.items()
    }
    assert kept_on(world, THEIR_WORKER, answers) == set()


def test_something_is_kept_from_everybody_but_one(world: World) -> None:
    assert [who for who in world.people if not kept_from(world, who)] == ["worker"]


def test_nor_does_a_search_for_the_word_itself_find_anything(world: World) -> None:
    word = next(iter(world.made[RELATION].kept))
    for who in ("service_manager", "director", "analyst"):
        with undone():
            typed = {"once": str(uuid4()), "sought": word}
            answered = world.client(who).post(reverse("desk:search"), typed).content.decode()
        nothing = answered.replace(word, "")
        assert "Quartz" not in nothing


def test_those_it_is_kept_for_do_find_it(world: World) -> None:
    made, pages = world.made[RELATION], declared_pages()
    for word, readers in made.kept.items():
        for who, person in world.people.items():
            if person.pk in readers:
                cell = Cell(pages["supervision:personal"], "GET", who, RELATION)
                assert word.encode() in body(ask(world, cell))
