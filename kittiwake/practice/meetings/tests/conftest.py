"""On the cast's own day, with the worker at a browser."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import time_machine
from django.test import Client

from tests.cast import NOW, Cast, signed_in


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def worker_in(cast: Cast) -> Client:
    return signed_in(cast.user("worker"))
