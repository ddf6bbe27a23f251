"""Which measures of who works with whom answer the questions that reports ask."""

from __future__ import annotations

from kittiwake.primitives.measures.themes import InTheme

THEMES = [InTheme("workers", measures=("P58", "P60", "P61"))]
