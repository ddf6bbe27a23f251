from __future__ import annotations

import pytest

from kittiwake.access.identity import acting_as_system
from kittiwake.access.tests.conftest import crowd, own_database
from kittiwake.assurance.performance.models import Report
from kittiwake.assurance.performance.tests import made
from kittiwake.insight.tests.conftest import world, world_of_module
from tests.cast import Cast

__all__ = ["crowd", "own_database", "world", "world_of_module"]


@pytest.fixture
def draft(cast: Cast) -> Report:
    """Written and counted: all that is missing is that it is published."""
    with acting_as_system():
        return made.counted(cast, made.written(cast))


@pytest.fixture
def published(cast: Cast, draft: Report) -> Report:
    with acting_as_system():
        return made.publish(cast, draft)
