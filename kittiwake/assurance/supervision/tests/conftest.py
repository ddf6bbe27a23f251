from __future__ import annotations

import pytest

from kittiwake.access.tests.conftest import crowd, made, own_database, people
from kittiwake.assurance.supervision.models import Supervision
from kittiwake.assurance.supervision.tests.scenes import agree, hold
from tests.cast import NOW, Cast

__all__ = ["crowd", "made", "own_database", "people"]


@pytest.fixture(autouse=True)
def _then(time_machine) -> None:
    time_machine.move_to(NOW, tick=False)


@pytest.fixture
def supervision(cast: Cast) -> Supervision:
    """Three days ago the worker and the manager met, as agreed."""
    agree(cast)
    return hold(cast)
