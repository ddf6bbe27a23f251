"""A database of its own, where what is written stays written: a kept figure outlives the transaction it was counted in."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from django.db import connection, connections

from conftest import copy_of
from kittiwake.access.identity import acting_as_system
from tests.cast import Cast, make_cast


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
