"""Every page × method × role × relation gives the answer the law of the house gives, and shows no other child."""

from __future__ import annotations

import pytest

from tests.matrix.cells import cells_of
from tests.matrix.pages import addresses, declared_pages, where_to_say
from tests.matrix.walking import problems
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
