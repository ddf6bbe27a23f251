from __future__ import annotations

from collections.abc import Iterator

import pytest
import time_machine

from kittiwake.access.tests.conftest import crowd, made, own_database, people
from tests.cast import NOW

__all__ = ["crowd", "made", "own_database", "people"]


@pytest.fixture
def _today() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield
