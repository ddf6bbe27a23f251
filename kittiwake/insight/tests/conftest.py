"""The drawn world, made once for the tests of a module; and a database of its own, where what is written stays written: a kept
figure outlives the transaction it was counted in."""

from __future__ import annotations

import os
from collections.abc import Iterator
from copy import deepcopy

import pytest
import time_machine as clock
from django.db import connection, connections

from conftest import MovedClock, copy_of
from kittiwake.access.identity import acting_as_system
from kittiwake.insight.tests.worlds import AT, draw
from tests.cast import Cast, make_cast


@pytest.fixture(scope="module")
def world_of_module(cast_of_module: Cast, django_db_blocker) -> Cast:
    """Beside the cast, so it is there for every test of the module from the first that asks for it on."""
    cast = deepcopy(cast_of_module)
    moved = clock.travel(AT, tick=False)
    with django_db_blocker.unblock(), moved, connection.execute_wrapper(MovedClock()), acting_as_system():
        draw(cast)
    return cast


@pytest.fixture
def world(world_of_module: Cast, db: None, time_machine) -> Cast:
    time_machine.move_to(AT, tick=False)
    return deepcopy(world_of_module)


@pytest.fixture(scope="module")
def council(empty_database: str, django_db_setup, django_db_blocker) -> Iterator[Cast]:
    place = connections.settings["default"]
    before = place["NAME"]
    with copy_of(empty_database, f"kept_{os.getpid()}") as name, django_db_blocker.unblock():
        connection.close()
        place["NAME"] = name
        with acting_as_system():
            made = make_cast()
        yield made
        connection.close()
        place["NAME"] = before
