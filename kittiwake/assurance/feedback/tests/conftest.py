from __future__ import annotations

from kittiwake.access.tests.conftest import crowd, own_database

__all__ = ["crowd", "own_database"]
