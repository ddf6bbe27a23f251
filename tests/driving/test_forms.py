"""Every form of the service, filled in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kittiwake.access.identity import acting_as_system
from kittiwake.areas.powers import Power
from tests.driving.driver import find_answers, open_form
from tests.driving.known import KNOWN
from tests.driving.states import STATES, State
from tests.driving.trying import wrong_with
from tests.driving.world import World
from tests.matrix.pages import declared_pages
from tests.matrix.walking import undone

THEIR_OWN = {"accounts:sessions"}  # one button of the sign-in package, without a question
FORMS = {
    name: page
    for name, page in declared_pages().items()
    if page.power is not Power.EVERYBODY and page.methods == ("GET", "POST") and name not in THEIR_OWN
}


@pytest.mark.parametrize("name", FORMS)
def test_form(world: World, name: str) -> None:
    if name in KNOWN:
        pytest.xfail("Not right yet.")
    page, state = FORMS[name], STATES.get(name, State())
    with undone():
        with acting_as_system():
            made = {**world.made, **state.make(world)}
            given = state.given(world)
        page = replace(page, about={**page.about, **state.about})
        driven = open_form(world, page, page.address(made), given, state.who)
        find_answers(driven)
        problems = list(wrong_with(driven))
    assert not problems, "\n".join(problems)
