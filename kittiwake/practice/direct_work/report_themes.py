"""Which measures of visits and talks answer the questions that reports ask."""

from __future__ import annotations

from kittiwake.primitives.measures.themes import InTheme

THEMES = [
    InTheme("care", measures=("P48",)),
    InTheme("risk", heard=("P62",)),
]
