from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest
from django.db import transaction

from kittiwake.access.identity import acting_as_system
from tests.matrix.cells import whole
from tests.matrix.pages import declared_pages
from tests.matrix.world import World, make_world

CELLS = pytest.StashKey[int]()
QUERIES = pytest.StashKey[dict[str, int]]()


@pytest.fixture(scope="package")
def world(django_db_setup: None, django_db_blocker, request: pytest.FixtureRequest) -> Iterator[World]:
    """Made once; every request is undone after it, and the whole at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        with acting_as_system():
            made = make_world()
        yield made
        transaction.set_rollback(True)
    request.config.stash[CELLS] = made.cells


def pytest_terminal_summary(terminalreporter, config: pytest.Config) -> None:
    if CELLS in config.stash:
        all_of_them = sum(len(whole(page)) for page in declared_pages().values())
        terminalreporter.write_line(f"Access matrix: {config.stash[CELLS]:,} of {all_of_them:,} cells asked")
    if QUERIES in config.stash:
        asked = sorted(config.stash[QUERIES].items(), key=lambda page: -page[1])
        terminalreporter.write_line("Queries: " + ", ".join(f"{name} {many}" for name, many in asked))


@pytest.fixture(autouse=True)
def _quiet(caplog: pytest.LogCaptureFixture) -> None:
    """Thousands are refused here; a line and a traceback for each would be most of the time."""
    caplog.set_level(logging.CRITICAL, logger="django.request")
