from __future__ import annotations

from kittiwake.access.tests.conftest import crowd, made, own_database, people

__all__ = ["crowd", "made", "own_database", "people"]
