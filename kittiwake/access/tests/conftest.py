"""A database of its own for what a test's rolled-back transaction cannot show: other connections, and the owner's."""

from __future__ import annotations

import os
from collections.abc import Iterator

import psycopg
import pytest

from conftest import copy_of
from kittiwake.config import engine


def as_owner(database: str) -> psycopg.Connection:
    return psycopg.connect(engine.of_database(os.environ["DATABASE_OWNER_URL"], database))


@pytest.fixture(scope="module")
def own_database(empty_database: str, request: pytest.FixtureRequest) -> Iterator[str]:
    with copy_of(empty_database, f"own_{os.getpid()}_{request.module.__name__.rpartition('.')[2]}") as name:
        yield name


@pytest.fixture
def plain_pages(settings) -> None:
    """Without the way around: it leads to areas that these tests do without."""
    settings.UI_NAVIGATION = ""
    settings.WHITENOISE_AUTOREFRESH = True  # nothing has been collected
