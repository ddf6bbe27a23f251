from __future__ import annotations

from collections.abc import Iterator

import pytest

from kittiwake.access.identity import acting_as_system
from kittiwake.access.tests.conftest import crowd, own_database
from kittiwake.primitives.clocks import limits
from tests.cast import Cast

__all__ = ["crowd", "own_database"]


@pytest.fixture
def council(cast: Cast) -> Iterator[Cast]:
    """As Kittiwake itself: what these tests record is recorded by somebody, and read as the test says."""
    limits.forget()
    with acting_as_system():
        yield cast
