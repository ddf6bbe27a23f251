"""Starts the test database server before Django's settings are read. Loaded with -p (see pyproject.toml)."""

from __future__ import annotations

import os
from pathlib import Path

from kittiwake.config import engine

os.environ.setdefault("KITTIWAKE_HOME", str(Path(__file__).parent.parent / ".kittiwake" / "tests"))
os.environ.setdefault("KITTIWAKE_DEMO", "yes")
os.environ.setdefault("KITTIWAKE_TOOLS", "yes")
engine.ensure()
