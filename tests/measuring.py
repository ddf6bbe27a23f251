"""Measures which lines and branches the tests reach: loaded by script/coverage, in each of the processes that test."""

from __future__ import annotations

import pytest
from coverage import Coverage

measured = Coverage(data_suffix=True)
measured.start()


@pytest.hookimpl(trylast=True)
def pytest_unconfigure() -> None:
    measured.stop()
    measured.save()
